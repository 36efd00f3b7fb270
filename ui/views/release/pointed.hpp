// What the address points at within a section of a release (ui/app/route.hpp): brought into view, focused and marked.
#pragma once

#include "ui/views/release/part.hpp"

#include <string_view>

namespace desk::ui {

// At the beginning of a frame: if the user has gone somewhere since the last one, what is pointed at there is to be
// brought into view, and an entry of the history shows its moment.
void arrive(const Model&, const Release& present, ReleaseViewState&);

bool is_pointed_at(const Part&, std::string_view thing);
// Call it where the thing is drawn, before what stands in it: brings it into view when the user arrives, with the focus
// on the first of it that can have it if `focus`, and marks it as long as it is pointed at. `radius` is that of a card.
void show_if_pointed_at(const Part&, std::string_view thing, Rect box, bool focus = true, float radius = 0);

// At the top of the section, if what is pointed at is not in it.
void draw_not_here(const Part&, Rect& body);

// An entry of a thing's menu.
inline constexpr MenuItem copy_link_item{"Copy link", Icon::link};
void copy_link(const Part&, Section, std::string_view thing);

// Whether the section knows such a thing now.
bool stands_in(const Release&, Section, std::string_view thing);

} // namespace desk::ui
