// Go or no-go: the roles' votes, what they are about, and what changed since.
#pragma once

#include "ui/views/release/next_step.hpp"
#include "ui/views/release/part.hpp"

namespace desk::ui {

void draw_decision(const Part&, Rect& body);

// The side panel's answer: "Not yet a go", how many say what, and the next step.
void lay_decision_panel(const Part&, Stack&, const NextStep&);
void lay_voted_on(const Part&, Stack&);

} // namespace desk::ui
