// The deployment checklist: what is done in which order, and who signs.
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

void draw_checklist(const Part&, Rect& body);

} // namespace desk::ui
