// The ways to the places and what stands above every view: rail, top bar, bottom bar.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/layout.hpp"
#include "ui/ui.hpp"

namespace desk::ui {

struct PlaceCounts {
    int active = 0; // releases that are neither closed nor cancelled
    int due = 0;    // things that are due from me
};
void draw_rail(Ui&, const Model&, Rect, const PlaceCounts&, Intents&);
void draw_bottom_bar(Ui&, const Model&, Rect, Intents&);
// True if the search was pressed.
bool draw_top_bar(Ui&, const Model&, Rect, Intents&);

} // namespace desk::ui
