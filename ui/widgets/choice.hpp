// Things to switch.
#pragma once

#include "ui/icons/icon.hpp"
#include "ui/widgets/text.hpp"

#include <span>
#include <string_view>

namespace desk::ui {

struct CheckboxOptions {
    bool locked = false; // dull: it waits for something; a press still answers true, so that the view can say for what
    bool disabled = false;
    bool show_label = true; // else only the box is drawn, and the label is its accessible name
    std::string_view description = {};
};
// The box is 16 in a target of at least 32 × 32 (44 by touch) at the left of the rectangle; a label that is longer than
// the rectangle is cut short. True when pressed: the view
// decides what follows, nothing is changed here.
bool checkbox(Ui&, Rect, Id, std::string_view label, bool checked, const CheckboxOptions& = {});
float checkbox_width(Ui&, std::string_view label);

// One of several, side by side in one frame; returns the index pressed, or -1. `chosen` may be -1.
int segmented(Ui&, Rect, Id, std::string_view name, std::span<const std::string_view> labels, int chosen);
float segmented_width(Ui&, std::span<const std::string_view> labels);
// One of several, one under another, each with an optional second line; 32 or 44 a row. Returns the index pressed or
// -1.
struct RadioChoice {
    std::string_view label = {}, note = {};
};
int radio_list(Ui&, Rect, Id, std::string_view name, std::span<const RadioChoice>, int chosen);
float radio_list_height(Ui&, std::span<const RadioChoice>, float width);

// A filter that can be on. 28 high (36 by touch). True when pressed.
struct ChipOptions {
    Icon icon = Icon::none;
    Colour icon_colour = 0;      // 0: that of the words
    std::string_view count = {}; // follows the word
};
bool chip(Ui&, Rect, Id, std::string_view label, bool on, const ChipOptions& = {});
float chip_width(Ui&, std::string_view label, bool on, const ChipOptions& = {});
float chip_height(const Ui&);
// The same in that width: a label that is longer breaks into lines.
float chip_height(Ui&, std::string_view label, bool on, float width);

} // namespace desk::ui
