// Small charts: bars for counts, a line for what changes. `words` say all that is drawn.
#pragma once

#include "ui/ui.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace desk::ui {

struct ChartBar {
    float value = 0;
    float failed = 0; // of the value: drawn from below, in the colour of failures
};
void bar_chart(Ui&, Rect, Id, std::string_view words, std::span<const ChartBar>);

// From 0 to the largest value. Where there is no value the line goes straight on to the next one.
void line_chart(Ui&, Rect, Id, std::string_view words, std::span<const std::optional<float>>);

} // namespace desk::ui
