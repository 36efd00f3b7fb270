// The next phase: its button, why it cannot be pressed yet, and the other ways on.
#pragma once

#include "ui/views/release/part.hpp"

#include <vector>

namespace desk::ui {

struct NextStep {
    const Transition* main = nullptr;      // null: the release has ended
    Gate gate;                             // of `main`
    std::vector<const Transition*> others; // Record no-go, Fix forward, Start rollback
};
NextStep next_step_of(const Part&);

// All ways that leave the present phase, the clock taken into account.
std::vector<const Transition*> ways_from_here(const Part&);

// Does the transition, or asks for the reason that it needs first.
void take_way(const Part&, const Transition&);

// The inside of the card or side panel, below its heading.
void lay_next_step(const Part&, Stack&, const NextStep&);

// Docked above the bottom bar of a phone; 0 high if the release has ended.
float dock_height(const Part&, Rect page, const NextStep&);
void draw_dock(const Part&, Rect dock, const NextStep&);

} // namespace desk::ui
