// The pre-release requirements, grouped by who owns them.
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

void draw_readiness(const Part&, Rect& body);

} // namespace desk::ui
