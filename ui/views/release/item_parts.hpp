// What requirements and checklist items share: the lines under their text, their dialogs.
#pragma once

#include "ui/views/item_look.hpp"
#include "ui/views/release/part.hpp"

#include <string>
#include <vector>

namespace desk::ui {

// One line under an item's text: words, or a link to evidence.
struct SubLine {
    std::string words;
    std::string url = {};   // not empty: pressing it copies the link
    std::string after = {}; // who and when, behind a link
};
std::vector<SubLine> evidence_lines(const Item&);
void lay_sub_lines(const Part&, Stack&, const std::vector<SubLine>&);

// "Farah, 24 Nov": who signed it last, or disposed of it; empty if nobody did.
std::string signed_by(const Part&, const Item&);

// Signs for every owner role that I hold, or for one of them; `done` false takes it back. With an Undo.
void sign(const Part&, const Item&, bool done, std::vector<std::string> as = {});

void ask_evidence(const Part&, const Item&);
void ask_note(const Part&, const Item&);
void ask_waiver(const Part&, const Item&);
void ask_not_applicable(const Part&, const Item&);

// The menu at the end of a row; `thing` is what its address points at.
void draw_item_menu(const Part&, Rect, const Item&, Section, const std::string& thing);

} // namespace desk::ui
