// The head of a release, the same in every section: name, acts, phases, sections.
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

// Takes its height off the page.
void draw_head(const Part&, Rect& page);

} // namespace desk::ui
