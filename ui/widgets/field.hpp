// Fields to fill in. The string belongs to the view's state; it is current in every frame.
#pragma once

#include "ui/icons/icon.hpp"
#include "ui/widgets/text.hpp"

#include <span>
#include <string>
#include <string_view>

namespace desk::ui {

struct FieldResult {
    bool changed = false;   // the text is another than before this frame
    bool committed = false; // Enter (in an area Ctrl+Enter), or the focus left after a change
    bool cancelled = false; // Escape: the text is what it was when the focus came
    bool focused = false;
    bool entered = false; // Enter was pressed in a text field: what the form's main button would do
    Rect box;             // the field itself, without label and lines below
};

// What a soft keyboard should offer: whole sentences, names of people, what is typed letter by letter (versions,
// addresses), a search. The numbers are sent in Node::level.
enum class FieldKind : std::uint8_t { words, name, exact, search };

struct FieldOptions {
    FieldKind kind = FieldKind::words;
    std::string_view placeholder = {};
    std::string_view hint = {};  // a small muted line below
    std::string_view error = {}; // instead of the hint: what to do, with a warning icon
    bool invalid = false;        // marked as wrong; what is wrong stands elsewhere
    bool required = false;       // told to assistive tools; the label gets ", required"
    bool read_only = false;
    bool disabled = false;
    bool show_label = true;         // else it is the accessible name only (search)
    Icon icon = Icon::none;         // inside, at the left (search)
    std::string_view shortcut = {}; // inside, at the right: "Ctrl K"
    std::string_view description = {};
    bool focus = false; // take the focus in this frame
};

// Label above, the field 32 (44) high, hint or error line below. Only x, y and width of the rectangle matter;
// `field_height` tells the whole height.
FieldResult text_field(Ui&, Rect, Id, std::string_view label, std::string& text, const FieldOptions& = {});
float field_height(Ui&, float width, const FieldOptions& = {});

// The same with several lines: as high as its text, from `min_lines` to `max_lines`, then it scrolls.
FieldResult text_area(Ui&, Rect, Id, std::string_view label, std::string& text, const FieldOptions& = {},
                      int min_lines = 3, int max_lines = 8);
float area_height(Ui&, float width, std::string_view text, const FieldOptions& = {}, int min_lines = 3,
                  int max_lines = 8);

// Looks like an empty field, and is a button: what it opens has the field. `keys` do the same.
bool search_box(Ui&, Rect, Id, std::string_view label, std::string_view keys);

// One of a list that opens below. Returns the index chosen in this frame, or -1. `chosen` may be -1: the placeholder is
// shown. Same height as a text field.
struct SelectOptions {
    std::string_view placeholder = "Choose";
    std::string_view hint = {}, error = {}, description = {};
    bool invalid = false, required = false, disabled = false, show_label = true;
    bool as_chip = false; // in a row of filters: "Product Any ⌄", 28 high, label inside
};
int select(Ui&, Rect, Id, std::string_view label, std::span<const std::string_view> options, int chosen,
           const SelectOptions& = {});
float select_height(Ui&, float width, const SelectOptions& = {});
float select_chip_width(Ui&, std::string_view label, std::string_view chosen);

} // namespace desk::ui
