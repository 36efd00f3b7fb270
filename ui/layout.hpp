// Layout by cutting rectangles, in CSS pixels of the screen. A view starts with the rectangle it was given, cuts pieces
// off its edges, and hands each piece to a widget.
#pragma once

namespace desk::ui {

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    constexpr float right() const { return x + w; }
    constexpr float bottom() const { return y + h; }
    constexpr float centre_x() const { return x + w / 2; }
    constexpr float centre_y() const { return y + h / 2; }
    constexpr bool contains(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }

    // Takes the piece off this rectangle and returns it; `gap` is lost between the two. The rest may get a size below
    // zero in a window that is too small: widgets draw nothing then.
    constexpr Rect cut_top(float height, float gap = 0) {
        Rect piece{x, y, w, height};
        y += height + gap, h -= height + gap;
        return piece;
    }
    constexpr Rect cut_bottom(float height, float gap = 0) {
        Rect piece{x, bottom() - height, w, height};
        h -= height + gap;
        return piece;
    }
    constexpr Rect cut_left(float width, float gap = 0) {
        Rect piece{x, y, width, h};
        x += width + gap, w -= width + gap;
        return piece;
    }
    constexpr Rect cut_right(float width, float gap = 0) {
        Rect piece{right() - width, y, width, h};
        w -= width + gap;
        return piece;
    }

    constexpr Rect inset(float all) const { return inset(all, all); }
    constexpr Rect inset(float horizontal, float vertical) const {
        return {x + horizontal, y + vertical, w - 2 * horizontal, h - 2 * vertical};
    }
    constexpr Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    constexpr Rect with_height(float height) const { return {x, y, w, height}; }
    constexpr Rect with_width(float width) const { return {x, y, width, h}; }

    // A rectangle of that size in the middle of this one, or in the middle of its height at the left or right edge.
    constexpr Rect middle(float width, float height) const {
        return {x + (w - width) / 2, y + (h - height) / 2, width, height};
    }
    constexpr Rect middle_left(float width, float height) const { return {x, y + (h - height) / 2, width, height}; }
    constexpr Rect middle_right(float width, float height) const {
        return {right() - width, y + (h - height) / 2, width, height};
    }

    // The `index`-th of `count` columns (rows) of equal size with `gap` between them.
    constexpr Rect column(int index, int count, float gap = 0) const {
        const float each = (w - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
        return {x + static_cast<float>(index) * (each + gap), y, each, h};
    }
    constexpr Rect row(int index, int count, float gap = 0) const {
        const float each = (h - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
        return {x, y + static_cast<float>(index) * (each + gap), w, each};
    }
};

} // namespace desk::ui
