// `release-desk`: the desk in a window of this machine, as a table of contents.
//   options.cpp     what it is started with        app.cpp            the loop: events, frames, files
//   store.cpp       SQLite, or why there is none   window.cpp         GLFW and OpenGL
//   ../fonts/       the system's fonts             semantic_tree.cpp  the accessible tree, for automation
#include "native/window/app.hpp"
#include "native/window/folders.hpp"
#include "native/window/options.hpp"

#include "imgui.h"

#include <csignal>
#include <iostream>
#include <memory>

namespace {

using namespace desk;
using namespace desk::native;

constexpr int could_not_start = 2;

int cannot_start(const std::string& why) {
    std::cerr << why << '\n';
    return could_not_start;
}

struct DestroyContext {
    void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};
using Context = std::unique_ptr<ImGuiContext, DestroyContext>;

Context make_context() {
    Context context(ImGui::CreateContext());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    return context;
}

int start(const Options& options) {
    std::optional<SemanticOutput> semantics;
    if (!options.semantics.empty()) {
        auto opened = SemanticOutput::open(options.semantics);
        if (!opened) return cannot_start(opened.error());
        semantics.emplace(std::move(*opened));
    }
    SystemFonts system_fonts; // outlives the context: its atlas draws with them
    const Context context = make_context();
    const std::string folder = options.data.empty() ? data_folder() : options.data;
    const WindowPlace place(folder);
    const auto window = Window::open("OctoAcme Release Desk", place.first());
    if (!window) return cannot_start(window.error());
    const ui::Fonts fonts = system_fonts.add_to(*ImGui::GetIO().Fonts);
    if (!fonts.regular)
        return cannot_start("Release Desk found no font on this machine. Install one, such as DejaVu Sans.");
    const auto storage = open_store_in(folder);
    App app(**window, *storage, fonts, std::move(semantics));
    app.open(options.wanted);
    app.run();
    place.keep((*window)->placement());
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN); // a reader of --semantics may go
    int status = 0;
    const auto options = options_from(argc, argv, status);
    return options ? start(*options) : status;
}
