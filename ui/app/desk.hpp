// The whole front end without a platform: state, views and what leads from one to the other.
//
// A platform makes one Desk, and for each logical frame calls
//     desk.before_frame(); ImGui::NewFrame(); Patch p = desk.frame(size); ImGui::Render();
// It draws only when `wants_frame` says so.
#pragma once

#include "ui/app/chosen_look.hpp"
#include "ui/app/ports.hpp"
#include "ui/semantics/patch.hpp"
#include "ui/semantics/request.hpp"
#include "ui/theme/theme.hpp"
#include "ui/view_size.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk::ui {

class Desk {
public:
    Desk(Ports ports, Fonts fonts);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    // Loads the store; the first frames show that it is loading, in the look that was chosen when this was known last.
    void start(const std::string& address, ChosenLook = {});

    void before_frame();
    Patch frame(const ViewSize& size);

    // Seconds until the next frame is wanted though nothing happens: 0 = at once, < 0 = never (idle).
    double wants_frame() const;
    // True if another logical frame must run before the state is current (a request is on its way).
    bool pending() const;

    void request(Request r); // from the mirror
    // A key that writes a character, in the person's own layout, alone or with Ctrl or Cmd (ui/app/shortcuts.hpp); not
    // from a text field, unless it is a command that edits nothing. True if it meant something here.
    bool key_typed(std::string_view key, bool command);
    void files_arrived(std::vector<NamedFile> files);
    void address_changed(const std::string& address); // back, forward, a followed link
    void system_theme_changed();
    // The part of the program that lies behind its doors is here, or could not be fetched. Only after Ports::fetch_rest
    // was given.
    void rest_arrived(bool here);
    // A newer version of the program is ready: the user is told, and decides when (Ports::renew).
    void version_ready();
    // The last chance before the page may be gone; true while something is not durable yet.
    bool unsaved() const;
    // What that is, as entries of a workspace (docs/format.md).
    std::string unsaved_entries() const;
    // What the last frame was drawn with.
    const Theme& theme() const;
    // Clear colour of the page: the theme's background as 0xRRGGBB.
    unsigned background() const;
    // What the user chose of it; none before the store has told, or where it cannot tell.
    std::optional<ChosenLook> chosen_look() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace desk::ui
