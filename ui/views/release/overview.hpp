// The release at a glance: what needs me, what is missing, its facts, its people, the way back.
#pragma once

#include "ui/views/release/next_step.hpp"
#include "ui/views/release/part.hpp"

namespace desk::ui {

void draw_overview(const Part&, Rect& body, const NextStep&);

// The side panel's summary of the rollback plan.
void lay_rollback_summary(const Part&, Stack&);

} // namespace desk::ui
