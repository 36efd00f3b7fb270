// One role's vote.
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

struct VoteLook {
    StatusKind kind;
    Icon icon;
    const char* word;
};
VoteLook look_of(const Vote&);

// The part of a release that a vote is bound to, as its last change: who and when; empty if it is unknown.
const Op* last_change_of(const Release&, std::string_view part);

// The card has something to press.
bool has_controls(const Part&, const Vote&);

// The height of the card's inside; draws it if asked.
float lay_vote(const Part&, Rect, const Vote&, bool draw);

} // namespace desk::ui
