// The other products: their numbers with small charts, or on a phone in two lines.
#include "ui/views/metrics_parts.hpp"

#include <algorithm>
#include <array>

namespace desk::ui {

namespace {

constexpr float chart_width = 64, chart_high = 20, least_with_chart = 150;
constexpr std::array<std::string_view, measures.size()> heads = {"Lead time", "Frequency", "Recovery time",
                                                                 "Change fail rate", "Rework rate"};

void choose(Ui& ui, MetricsViewState& view, const ProductMetrics& product, std::optional<Measure> opened) {
    view.product = product.name();
    view.opened = opened;
    view.show_opened = opened.has_value();
    if (!opened) scroll_to_top(ui);
    focus_heading(ui);
}

void draw_number(Ui& ui, Rect cell, MetricsViewState& view, const ProductMetrics& product, Measure measure) {
    const IdScope scope(static_cast<int>(measure));
    const Reading& reading = product.of(measure);
    if (reading.value.empty()) {
        Rect at = cell.middle_left(cell.w, 32);
        const char* words = "Not enough data";
        if (text_width(ui, words, TextSize::small) + 22 <= at.w)
            icon(ui, at.cut_left(16, 6), Icon::not_applicable, ui.theme->muted);
        muted(ui, at.cut_top(16), words);
        muted(ui, at, reading.lack_short);
        return;
    }
    const std::string name = reading.value + ", " + std::string(name_of(measure)) + " of " + product_label(product) +
                             ": the releases behind it";
    const float width = text_width(ui, reading.value);
    if (pressable(ui, cell.middle_left(width, 32).inset(-6, 0), "number", name)) choose(ui, view, product, measure);
    text(ui, cell, reading.value, {.silent = true});
    if (cell.w >= std::max(least_with_chart - 24, width + 12 + chart_width))
        draw_chart(ui, cell.middle_right(chart_width, chart_high).moved(-4, 0), "chart", product, measure);
}

void draw_row(Ui& ui, Table& table, MetricsViewState& view, const ProductMetrics& product) {
    Rect cell = begin_cell(ui, table, 0);
    Rect lines = cell.middle_left(cell.w, 36);
    text_ellipsis(ui, lines.cut_top(20), product_label(product), {.weight = Weight::strong, .silent = true});
    const std::string count = base_text(product.metrics, Measure::frequency);
    text(ui, lines, count, {.size = TextSize::small, .colour = ui.theme->muted, .silent = true});
    end_cell(ui, table);
    for (std::size_t i = 0; i < measures.size(); ++i) {
        draw_number(ui, begin_cell(ui, table, static_cast<int>(i) + 1), view, product, measures[i]);
        end_cell(ui, table);
    }
}

// What a phone shows in its second line; every part is whole.
std::string short_words(const ProductMetrics& product) {
    if (product.metrics.few()) return "Not enough data, " + product.of(Measure::frequency).lack_short;
    return product.of(Measure::frequency).value + " · " + product.of(Measure::fail_rate).value + " failed · " +
           product.of(Measure::rework).value + " rework";
}

void draw_narrow_row(Ui& ui, Table& table, const ProductMetrics& product) {
    Rect cell = begin_cell(ui, table, 0).inset(0, 10);
    Rect first = cell.cut_top(20, 4);
    const std::string count = base_text(product.metrics, Measure::frequency);
    text(ui, first.cut_right(text_width(ui, count, TextSize::small), 8), count,
         {.size = TextSize::small, .colour = ui.theme->muted, .silent = true});
    text_ellipsis(ui, first, product_label(product), {.weight = Weight::strong, .silent = true});
    text(ui, cell.cut_top(16), short_words(product),
         {.size = TextSize::small, .colour = ui.theme->muted, .silent = true});
    end_cell(ui, table);
}

} // namespace

void draw_other_products(Ui& ui, MetricsViewState& view, int shown, Rect& body) {
    const auto& products = view.board.products();
    if (products.size() < 2) return;
    body.cut_top(8);
    Rect head = body.cut_top(24, 12);
    head.cut_left(heading(ui, head, 2, "Other products"), 8);
    const char* words = "Every number opens the releases behind it";
    const bool narrow = columns(ui.size) == Columns::one;
    if (!narrow) muted(ui, head, words);
    const Column one[] = {{"Product"}};
    Column wide[1 + measures.size()] = {{"Product", 0, 1.1F}};
    for (std::size_t i = 0; i < heads.size(); ++i) wide[i + 1] = {heads[i], 0, 1};
    Table table = begin_table(ui, body, "products", "Other products",
                              narrow ? std::span<const Column>(one) : std::span<const Column>(wide),
                              static_cast<int>(products.size()) - 1,
                              {.row_height = narrow ? 60 : metrics::table_row_two_lines, .head = !narrow});
    for (const int i : table.rows) {
        const ProductMetrics& product = products[static_cast<std::size_t>(i < shown ? i : i + 1)];
        const RowResult result = begin_row(ui, table, i, product.name(), product.spoken);
        if (!result.visible) continue;
        if (narrow)
            draw_narrow_row(ui, table, product);
        else
            draw_row(ui, table, view, product);
        if (result.pressed) choose(ui, view, product, std::nullopt);
        end_row(ui, table);
    }
    end_table(ui, table);
    body.cut_top(table.bottom - body.y, 12);
}

} // namespace desk::ui
