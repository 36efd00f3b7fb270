// What is missing for the next phase, in the core's words, with the ways to where it can be solved.
#pragma once

#include "ui/views/release/part.hpp"

#include <vector>

namespace desk::ui {

// One row a blocker.
void lay_blockers(const Part&, Stack&, const std::vector<Blocker>&);
// Shows where a blocker can be solved; false if no section of the release can.
bool can_show(const Part&, const Blocker&);
void show_blocker(const Part&, const Blocker&);

} // namespace desk::ui
