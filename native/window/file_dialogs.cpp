#include "native/window/file_dialogs.hpp"

#include <cstdlib>
#include <sstream>
#include <string_view>
#include <utility>

namespace desk::native {

namespace {

// The user's own desktop first.
bool prefers_kdialog() {
    const char* desktop = std::getenv("XDG_CURRENT_DESKTOP");
    return desktop && std::string_view(desktop).find("KDE") != std::string_view::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

// Both programs say 0 for a choice and 1 for none; one that was ended by a signal has not shown a mistake of its own.
bool gave_up(int status) { return (status > 1 && status <= 128) || status == 255; }

} // namespace

bool FileDialogs::open_files(Chosen chosen) {
    return start({"zenity", "--file-selection", "--multiple", "--separator=\n", "--title=Import releases",
                  "--file-filter=Releases | *.json", "--file-filter=All files | *"},
                 {"kdialog", "--title", "Import releases", "--getopenfilename", ".", "Releases (*.json)", "--multiple",
                  "--separate-output"},
                 std::move(chosen));
}

bool FileDialogs::save_file(const std::string& suggested_path, Chosen chosen) {
    return start({"zenity", "--file-selection", "--save", "--confirm-overwrite", "--title=Export release",
                  "--filename=" + suggested_path},
                 {"kdialog", "--title", "Export release", "--getsavefilename", suggested_path}, std::move(chosen));
}

bool FileDialogs::start(std::vector<std::string> zenity, std::vector<std::string> kdialog, Chosen chosen) {
    if (active()) return false;
    auto &first = prefers_kdialog() ? kdialog : zenity, &second = prefers_kdialog() ? zenity : kdialog;
    for (const auto* arguments : {&first, &second}) {
        if (!on_path(arguments->front())) continue;
        auto started = Process::start(*arguments);
        if (!started) continue;
        dialog_.emplace(std::move(*started));
        chosen_ = std::move(chosen);
        return true;
    }
    return false;
}

void FileDialogs::poll() {
    if (!dialog_) return;
    const auto result = dialog_->poll();
    if (!result) return;
    dialog_.reset();
    const Chosen chosen = std::exchange(chosen_, nullptr);
    Choice choice;
    if (result->status == 0) choice.paths = lines_of(result->output);
    choice.shown = !gave_up(result->status);
    chosen(choice);
}

} // namespace desk::native
