// Private to the widgets: what all fields have around them: the label above, the box, the hint or error line below.
#pragma once

#include "ui/ui.hpp"

#include <string_view>

namespace desk::ui {

// Of FieldOptions and SelectOptions.
template <class Options> bool is_invalid(const Options& o) { return o.invalid || !o.error.empty(); }

struct FieldLines {
    std::string_view hint, error;
    bool show_label = true;
};
struct FieldLook {
    bool invalid = false, disabled = false, hovered = false;
    bool read_only = false; // looks like a text in a frame, not like something to write in
};

float field_frame_height(Ui&, float width, float box_height, const FieldLines&);
// Draws label and lines, and returns the place of the box.
Rect begin_field_frame(Ui&, Rect area, float box_height, std::string_view label, const FieldLines&, bool required);
void draw_field_box(Ui&, Rect box, const FieldLook&);
// Over a text that is longer than the box: it ends as far from the edge at the right as it begins at the left.
void end_field_text(Ui&, Rect box, float padding, const FieldLook&);
void draw_shortcut(Ui&, Rect box, std::string_view keys);
void describe_field(Node&, std::string_view description, const FieldLines&);

} // namespace desk::ui
