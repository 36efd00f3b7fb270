// Where the user left the window, kept beside the store.
#pragma once

#include <optional>
#include <string>

namespace desk::native {

struct Placement {
    static constexpr int first_width = 1280, first_height = 800; // where nothing is kept

    int x = 0, y = 0;          // of what is drawn, in the window system's units
    int width = 0, height = 0; // in CSS pixels: they hold on a display with other pixels too
    bool maximized = false;    // then the rest is what it goes back to
    bool operator==(const Placement&) const = default;
};

// Nothing if there is none, or none that makes sense.
std::optional<Placement> kept_placement(const std::string& folder);
// Best effort: a window that comes up elsewhere is no loss.
void keep_placement(const std::string& folder, const Placement& placement);

} // namespace desk::native
