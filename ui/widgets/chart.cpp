#include "ui/widgets/chart.hpp"

#include "ui/widgets/paint.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace desk::ui {

namespace {

constexpr float dot_radius = 2;

// The base line; returns what is left above it.
Rect draw_base(Ui& ui, Rect box) {
    fill(ui, {box.x, box.bottom() - 1, box.w, 1}, ui.theme->chart_grid);
    box.h -= 1;
    return box;
}

} // namespace

void bar_chart(Ui& ui, Rect box, Id id, std::string_view words, std::span<const ChartBar> bars) {
    figure(ui, box, id, words);
    if (!visible(ui, box) || bars.empty()) return;
    const Rect inside = draw_base(ui, box);
    float most = 0;
    for (const ChartBar& bar : bars) most = std::max(most, bar.value);
    const auto count = static_cast<int>(bars.size());
    // Whole pixels: bars and gaps look alike.
    const float gap = inside.w / static_cast<float>(count) >= 10 ? 3 : 1;
    for (int i = 0; i < count; ++i) {
        const ChartBar& bar = bars[static_cast<std::size_t>(i)];
        if (bar.value <= 0) continue;
        Rect column = inside.column(i, count, gap);
        column.x = std::round(column.x), column.w = std::max(1.0F, std::floor(column.w));
        const float high = std::max(2.0F, std::round(inside.h * bar.value / most));
        const float failed = bar.failed > 0 ? std::max(2.0F, std::round(inside.h * bar.failed / most)) : 0;
        fill(ui, column.cut_bottom(failed), ui.theme->chart_fail);
        fill(ui, column.cut_bottom(high - failed), ui.theme->chart1);
    }
}

void line_chart(Ui& ui, Rect box, Id id, std::string_view words, std::span<const std::optional<float>> values) {
    figure(ui, box, id, words);
    if (!visible(ui, box) || values.empty()) return;
    const Rect inside = draw_base(ui, box).inset(dot_radius, dot_radius + 1);
    float most = 0;
    for (const auto& value : values) most = std::max(most, value.value_or(0));
    std::vector<Point> points;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) continue;
        const float x = inside.x + inside.w * (static_cast<float>(i) + 0.5F) / static_cast<float>(values.size());
        points.push_back({x, inside.bottom() - (most > 0 ? inside.h * *values[i] / most : 0)});
    }
    if (points.size() > 1) line(ui, points, ui.theme->chart1);
    if (points.size() == 1) disc(ui, points.front(), dot_radius, ui.theme->chart1);
}

} // namespace desk::ui
