// Plain drawing in the colours of the theme. Nothing here is recorded: what it shows needs a widget, a text or a
// `figure` that says the same in words.
#pragma once

#include "ui/icons/icon.hpp"
#include "ui/ui.hpp"

#include <span>

namespace desk::ui {

// Edges are moved to whole device pixels.
void fill(Ui&, Rect, Colour, float radius = 0);
void outline(Ui&, Rect, Colour, float radius = 0, float width = 1); // inside the rectangle
void shadow(Ui&, Rect, float radius);                               // under a raised thing
void icon(Ui&, Rect, Icon, Colour, float size = 16);                // in the middle of the rectangle

// Hairlines of one device-snapped pixel in the border colour: along the top edge, and along the left edge.
void hairline(Ui&, float x, float y, float width);
void hairline_vertical(Ui&, float x, float y, float height);

struct Point {
    float x, y;
};
void line(Ui&, std::span<const Point>, Colour, float width = 1.5F);
void disc(Ui&, Point centre, float radius, Colour);

// Nothing is drawn outside the rectangle until end_clip.
void begin_clip(Ui&, Rect);
void end_clip(Ui&);
// False if the rectangle lies wholly outside what is visible now: a view may then skip drawing (not recording) it.
bool visible(Ui&, Rect);

} // namespace desk::ui
