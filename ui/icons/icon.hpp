// The icons: strokes of 1.5 on a 16 grid, with round caps and joins, in the colour of their text.
#pragma once

#include "ui/theme/theme.hpp"

#include <cstdint>

struct ImDrawList;

namespace desk::ui {

enum class Icon : std::uint8_t {
    none,
    check,
    circle,
    half,
    clock,
    warning,
    flame,
    arrow_right,
    rollback,
    lock,
    people,
    person,
    calendar,
    chart,
    book,
    search,
    plus,
    download,
    upload,
    link,
    history,
    conflict,
    fork,
    moon,
    sun,
    cross,
    not_applicable,
    skip,
    pause,
    chevron_down,
    chevron_right,
    box,
    tasks,
    copy,
    pencil,
    file,
    more,
    bell,
    undo,
};
inline constexpr int icon_count = 39; // with `none`

// Draws into the square of `size` at x, y. The stroke scales with the size, but is at least one device pixel.
void draw_icon(ImDrawList&, Icon, float x, float y, float size, Colour, float pixel_ratio);

// The icon that goes with a status where no more telling one is known.
Icon status_icon(StatusKind);

} // namespace desk::ui
