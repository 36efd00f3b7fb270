// Whether the user's desktop is dark and has more contrast than usual, now and when that changes: GTK_THEME if it is
// set, then the desktop's portal (org.freedesktop.appearance, which GNOME, KDE and others answer), then GNOME's own
// setting; else light.
#pragma once

#include "native/window/process.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace desk::native {

class DesktopTheme {
public:
    DesktopTheme(); // starts other programs, and waits for them for a moment

    struct Look {
        bool dark = false, more_contrast = false;
        bool operator==(const Look&) const = default;
    };
    const Look& look() const { return look_; }
    void poll(); // takes what the desktop has told since
    void ask();  // again, if it does not tell

private:
    void take(std::string_view words); // of the portal

    Look look_;
    std::optional<Process> news_; // what the portal tells
    std::string line_;            // of it, not yet whole
};

} // namespace desk::native
