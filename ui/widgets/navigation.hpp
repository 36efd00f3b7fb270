// Ways through the app: places, sections, phases, menus.
#pragma once

#include "ui/icons/icon.hpp"
#include "ui/widgets/text.hpp"

#include <span>
#include <string>
#include <string_view>

namespace desk::ui {

// How many things of a place there are: "3", and what is counted, for who does not see where it stands: "3 due".
struct NavCount {
    std::string number, words;
};

// A place in the rail: 32 high, icon, word and count; `collapsed` shows the icon alone with the name as tooltip.
bool nav_item(Ui&, Rect, Id, Icon, std::string_view label, const NavCount& counted, bool current,
              bool collapsed = false);
// The same in the bottom bar of a phone: icon over word.
bool bottom_nav_item(Ui&, Rect, Id, Icon, std::string_view label, bool current);

struct TabChoice {
    std::string_view label = {};
    std::string_view count = {}; // "7/10", small and muted
};
// Sections of a release, 40 high. Returns the index pressed, or -1. What no longer fits goes into a "More" menu at the
// end.
int tabs(Ui&, Rect, Id, std::string_view name, std::span<const TabChoice>, int chosen);
// The same by its name and a menu of all, where there is room for no tabs.
int tabs_menu(Ui&, Rect, Id, std::string_view label, std::span<const TabChoice>, int chosen);
// Another section is shown: its tab takes the keyboard's focus, so that it is never on what is gone. Waits until no
// dialog or menu is open.
void focus_tab(Ui&);

enum class StepState : std::uint8_t { done, present, later, wrong };
struct Step {
    std::string_view label = {};
    StepState state = StepState::later;
    Icon icon = Icon::none; // none: by state
    bool wrong_now = false; // which of those that are wrong is the present one
};
// The one present step.
bool is_now(const Step&);
// The phases, 32 high, each a bar with its name; with too little room only the present one is named.
void stepper(Ui&, Rect, Id, std::string_view name, std::span<const Step>);
// On a phone: segments of 4 px without words; `name` says it all ("Preparing, phase 2 of 10, next: Staging").
void stepper_segments(Ui&, Rect, Id, std::string_view name, std::span<const Step>);

struct MenuItem {
    std::string_view label = {};
    Icon icon = Icon::none;
    std::string_view note = {}; // small and muted, under the label
    bool disabled = false;
};
// An icon button (or, with a label, a button with a chevron) that opens a menu. Returns the index chosen, or -1.
int menu(Ui&, Rect, Id, Icon, std::string_view name, std::span<const MenuItem>);
int menu_button(Ui&, Rect, Id, std::string_view label, std::span<const MenuItem>);
float menu_button_width(Ui&, std::string_view label);

} // namespace desk::ui
