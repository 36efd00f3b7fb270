// The size of what is shown, and the two questions that every layout asks of it.
#pragma once

namespace desk::ui {

struct ViewSize {
    float width = 0, height = 0; // CSS pixels
    float pixel_ratio = 1;       // device pixels for one of them
    bool coarse_pointer = false; // touch: 44-px targets
};

// Below 700 one column, below 1100 two, else three.
enum class Columns { one, two, three };

constexpr Columns columns(const ViewSize& size) {
    return size.width < 700 ? Columns::one : size.width < 1100 ? Columns::two : Columns::three;
}

// A phone on its side, or a window whose page is magnified to 400 % (WCAG 2.2, 1.4.10 Reflow): what else stands beside
// the scrolled part would leave nothing of it, so it is scrolled too.
constexpr bool is_short(const ViewSize& size) { return columns(size) == Columns::one && size.height < 480; }

} // namespace desk::ui
