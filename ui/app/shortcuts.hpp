// The keys. One table says what they do: the desk follows it, the dialog "Which keys are there?", tooltips and
// docs/keyboard.md show it. A key is what it means in the person's own layout, not where it lies.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace desk::ui {

struct Shortcut {
    // A letter or sign; two after each other ("g r"); "Ctrl K", with Cmd on Apple's keyboards. What the browser or the
    // widgets do by themselves ("Tab", "Arrow keys") is listed only: it has no act.
    std::string_view keys;
    std::string_view act = {};   // its key (ui/views/acts.hpp)
    std::string_view words = {}; // what it does
};
struct ShortcutGroup {
    std::string_view name;
    std::span<const Shortcut> shortcuts;
};
std::span<const ShortcutGroup> shortcut_groups();

// The keys of an act as they are shown: "N", "G then R", "Ctrl K", "Cmd K"; empty if it has none.
std::string keys_of(std::string_view act, bool apple);
std::string shown_keys(std::string_view keys, bool apple);

// What typed keys come to, one after the other.
class Keystrokes {
public:
    struct Stroke {
        std::string_view act = {}; // empty: none
        bool taken = false;        // it means something here, if only the beginning of two
    };
    // `key`: the character; `command`: with Ctrl or Cmd. Two that belong together come within two seconds.
    Stroke typed(std::string_view key, bool command, double now);

private:
    char first_ = 0; // of two
    double at_ = 0;
};

} // namespace desk::ui
