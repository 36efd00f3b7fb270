// A field, and under it what answers to its text: the editable combobox with list autocomplete of the ARIA Authoring
// Practices. The focus stays in the field; arrows and Page Up and Down move the mark, Enter or a press takes a row.
#pragma once

#include "ui/icons/icon.hpp"
#include "ui/widgets/text.hpp"

#include <span>
#include <string>
#include <string_view>

namespace desk::ui {

struct FinderRow {
    std::string_view label;
    std::string_view note = {}; // small, under the label
    std::string_view kind = {}; // small, at the right
    std::string_view keys = {}; // that do the same
    Icon icon = Icon::none;
    bool locked = false; // it cannot be done now: `note` says why
};

struct FinderResult {
    bool changed = false; // the text
    int taken = -1;       // index of the row
};

// `marked` is the index of the row that Enter takes. The list fills the area below the field.
FinderResult finder(Ui&, Rect area, Id, std::string_view label, std::string& text, std::span<const FinderRow>,
                    int& marked, std::string_view placeholder);

} // namespace desk::ui
