// The running program: the window, the store and the front end between them.
#pragma once

#include "native/fonts/system_fonts.hpp"
#include "native/window/file_dialogs.hpp"
#include "native/window/history.hpp"
#include "native/window/link.hpp"
#include "native/window/notice.hpp"
#include "native/window/process.hpp"
#include "native/window/semantic_output.hpp"
#include "native/window/store.hpp"
#include "native/window/theme.hpp"
#include "native/window/window.hpp"
#include "ui/app/desk.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct ImGuiContext;

namespace desk::native {

class App {
public:
    // The context is the present one; the fonts are in its atlas.
    App(Window& window, SqliteStorage& storage, ui::Fonts fonts, std::optional<SemanticOutput> semantics);

    void open(const Wanted& wanted); // once, before run
    void run();                      // until the window is closed

private:
    ui::Ports ports();
    Window::Events events();
    // A file to be saved, and whom to tell what became of it.
    struct Offer {
        ui::NamedFile file;
        std::function<void(ui::FileSaved)> answer;
    };
    void save_offers(); // those that wait; one dialog at a time
    void save_at(const std::string& path);
    void finish_offer(ui::FileSaved answer);
    void choose_files();
    void import(const std::vector<std::string>& paths);
    void look_around(double now); // other copies' changes, dialogs, the desktop's theme
    double next_look(double now) const;
    bool may_close(double now);
    void logical_frames(); // until what was done has taken effect
    void frame();          // draws it, and tells the tree once nothing more is to come

    Window& window_;
    SqliteStorage& storage_;
    ui::Fonts fonts_;
    std::optional<SemanticOutput> semantics_;
    FileDialogs dialogs_;
    std::deque<Offer> offers_;
    History history_;
    std::optional<Process> mail_; // starts the mail program
    Notice notice_;
    DesktopTheme theme_;
    bool look_at_theme_ = false;
    bool close_warned_ = false;
    bool in_frame_ = false;
    int frames_ = 3; // still to be drawn after the last event
    double last_poll_ = 0;
    ui::Desk desk_; // last: its ports reach the others
};

} // namespace desk::native
