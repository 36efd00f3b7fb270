// History: everything that happened to the release, by whom and when, filtered; and the way to any moment of it.
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

void draw_history(const Part&, Rect& body);

// The bar over every section while a moment of the past is looked at; nothing otherwise.
void draw_past_bar(const Part&, Rect& page);

} // namespace desk::ui
