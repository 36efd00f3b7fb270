// Where the user left the window, kept beside the store.
#pragma once

#include "native/files/descriptor.hpp"

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

// The place of a window among those of one folder, each a program of its own: one that comes up while others are open
// stands beside them, not over them.
class WindowPlace {
public:
    explicit WindowPlace(std::string folder);

    // Where to come up; nothing if no window was left anywhere, or if what is kept makes no sense.
    const std::optional<Placement>& first() const { return first_; }
    // Where the user leaves it. Best effort: a window that comes up elsewhere is no loss.
    void keep(Placement last) const;

private:
    std::string folder_;
    Descriptor numbers_; // holds the number while the program runs
    int shift_ = 0;      // from where the last window was left
    std::optional<Placement> first_;
};

} // namespace desk::native
