// The Hand-off section: from the Release Manager to the Scrum Master, with what the retrospective needs (HR-1 … HR-4).
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

void draw_hand_off(const Part&, Rect& body);

} // namespace desk::ui
