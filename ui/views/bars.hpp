// The ways to the places and what stands above every view: rail, top bar, bottom bar.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/layout.hpp"
#include "ui/ui.hpp"

namespace desk::ui {

// `active`: releases that are neither closed nor cancelled, for the count beside the place.
void draw_rail(Ui&, const Model&, Rect, int active, Intents&);
void draw_bottom_bar(Ui&, const Model&, Rect, Intents&);
void draw_top_bar(Ui&, const Model&, Rect, Intents&);

} // namespace desk::ui
