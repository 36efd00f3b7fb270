// Two copies that say different things about one register: both heads side by side, and the choice.
#pragma once

#include "ui/views/release/part.hpp"

#include <functional>

namespace desk::ui {

void lay_conflict(const Part&, Stack&, const Conflict&);

// The conflicts of an item: of its sign-offs, its waiver, its note and its evidence.
std::vector<const Conflict*> conflicts_of_item(const desk::State&, std::string_view item);

// "Needs a decision": every conflict that the section does not show at its own place. Nothing if there is none.
void draw_conflict_strip(const Part&, Rect& body, Section section);

} // namespace desk::ui
