// A field of the release: what is typed stays a draft until it is committed (blur, Enter, in an area Ctrl+Enter), and
// becomes one op then. A text that the core refuses stays, with the reason under it.
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

struct DraftOptions {
    std::string_view placeholder = {}, hint = {};
    bool area = false;
    int min_lines = 3, max_lines = 8;
    bool read_only = false;
    std::string_view done_text = {}; // for the toast
    // What keeps the text; empty: SetField of the register.
    std::function<Command(const std::string& text)> command = {};
};

void lay_draft(const Part&, Stack&, const std::string& about, std::string_view label, const TextField& now,
               const DraftOptions& = {}, float gap = 12);

// Commits every changed draft: when another section is shown.
void keep_drafts(const Part&);

} // namespace desk::ui
