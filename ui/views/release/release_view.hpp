// One release: head, stepper, tabs, and the section that the route names, with its side panel.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/layout.hpp"
#include "ui/ui.hpp"

namespace desk::ui {

// What the views of one release remember between frames: drafts, open panels. Kept for each release until the front end
// ends, so that a half-written text survives a look elsewhere.
struct ReleaseViewState {};

// `page` is all of the view but the rail, the top bar and the bottom bar. Draws the landmark `main` with the page's one
// heading of level 1, and the side panel.
void draw_release(Ui&, const Model&, const Release&, ReleaseViewState&, Rect page, Intents&);

} // namespace desk::ui
