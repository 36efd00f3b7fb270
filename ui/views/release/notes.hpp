// The release notes: the guide's fields, and how they read.
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

void draw_notes(const Part&, Rect& body);

} // namespace desk::ui
