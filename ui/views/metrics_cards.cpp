// The five cards, and the list of releases behind one of them.
#include "ui/views/metrics_parts.hpp"

#include "core/time/spoken.hpp"
#include "ui/views/stack.hpp"
#include "ui/views/words.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace desk::ui {

namespace {

constexpr float least_width = 180, chart_height = 48, value_height = 28;
constexpr float beside_width = 300; // from here the chart stands beside the number

// The card has no room for "time" at the end; its name does.
std::string_view card_title(Measure measure) {
    return measure == Measure::recovery ? "Failed deployment recovery" : name_of(measure);
}

std::string_view change_of(const MetricsViewState& view, const Reading& reading) {
    if (view.period == Period::all) return "of all time";
    return reading.change.empty() ? "nothing before to compare" : std::string_view(reading.change);
}

// Which of them failed is told in words too.
void draw_axis(Ui& ui, Rect line, const MetricsViewState& view, const ProductMetrics& product, Measure measure) {
    // The words of the chart say all of this.
    const TextStyle quiet{.size = TextSize::small, .colour = ui.theme->muted, .silent = true};
    const std::string to = view.board.to_label(product);
    text(ui, line.cut_right(text_width(ui, to, TextSize::small)), to, quiet);
    line.cut_left(text(ui, line, view.board.from_label(product), quiet));
    if (measure != Measure::fail_rate) return;
    const char* failed = "failed";
    Rect key = line.middle(12 + text_width(ui, failed, TextSize::small), 16);
    fill(ui, key.cut_left(8, 4).middle(8, 8), ui.theme->chart_fail);
    text(ui, key, failed, {.size = TextSize::small, .silent = true});
}

void toggle(MetricsViewState& view, Measure measure) {
    const bool open = view.opened != measure;
    view.opened.reset();
    if (open) view.opened = measure, view.show_opened = true;
}

void draw_base(Ui& ui, Rect line, MetricsViewState& view, const ProductMetrics& product, Measure measure) {
    const Reading& reading = product.of(measure);
    if (reading.base.empty()) return;
    const bool open = view.opened == measure;
    const std::string name = reading.base + ", " + std::string(name_of(measure)) + ": the releases behind it";
    const float width = text_width(ui, reading.base, TextSize::small);
    const Rect target = line.with_width(std::min(line.w, width + 18));
    if (pressable(ui, target.inset(-4, -2), "base", name, {.radius = metrics::radius_small, .expanded = open}))
        toggle(view, measure);
    Rect at = target;
    at.cut_left(text(ui, at, reading.base, {.size = TextSize::small, .colour = ui.theme->accent_text, .silent = true}),
                4);
    icon(ui, at.cut_left(12), open ? Icon::chevron_down : Icon::chevron_right, ui.theme->accent_text, 12);
}

void draw_lack(Ui& ui, Rect at, const Reading& reading) {
    icon_text(ui, at.cut_top(24, 2), Icon::not_applicable, "Not enough data", {.colour = ui.theme->muted});
    text_wrapped(ui, at, reading.lack, {.size = TextSize::small, .colour = ui.theme->muted});
}

void draw_card(Ui& ui, Rect card, const ProductMetrics& product, MetricsViewState& view, Measure measure) {
    const IdScope scope(static_cast<int>(measure));
    const Reading& reading = product.of(measure);
    begin_card(ui, card, "card", name_of(measure), view.opened == measure ? ui.theme->accent : ui.theme->border);
    Rect at = card.inset(metrics::card_padding);
    heading(ui, at.cut_top(16, 4), 3, card_title(measure), {.size = TextSize::small, .colour = ui.theme->muted});
    Rect left = at;
    const bool beside = card.w >= beside_width && !reading.value.empty();
    if (beside) left = at.cut_left(std::floor(at.w / 2) - 8, 16);
    if (reading.value.empty()) {
        draw_base(ui, left.cut_bottom(20), view, product, measure);
        draw_lack(ui, left, reading);
        return end_card(ui);
    }
    text(ui, left.cut_top(value_height, 2), reading.value, {.size = TextSize::display, .weight = Weight::strong});
    draw_base(ui, left.cut_top(20, 10), view, product, measure);
    const Rect words = left.cut_bottom(16);
    text(ui, words, change_of(view, reading),
         {.size = TextSize::small, .colour = reading.change.empty() ? ui.theme->muted : ui.theme->text});
    Rect right = beside ? at : left;
    draw_chart(ui, right.cut_top(chart_height, 4), "chart", product, measure);
    draw_axis(ui, right.cut_top(16), view, product, measure);
    end_card(ui);
}

float card_height(float width) { return width >= beside_width ? 116 : 198; }

// The newest first. Of a number that lacks something all are listed.
std::vector<const Deployment*> behind_of(const ProductMetrics& product, Measure measure) {
    std::vector<const Deployment*> rows;
    const auto& all = product.metrics.deployments;
    for (auto one = all.rbegin(); one != all.rend(); ++one)
        if (product.of(measure).value.empty() || stands_behind(*one, measure)) rows.push_back(&*one);
    return rows;
}

std::string_view behind_head(Measure measure) {
    constexpr std::string_view heads[] = {"Lead time", "", "Recovery time", "What happened", "Why"};
    return heads[static_cast<std::size_t>(measure)];
}

std::string words_of(const Deployment& one, Measure measure) {
    return stands_behind(one, measure) ? behind(one, measure) : std::string();
}

Section section_of(Measure measure) {
    return measure == Measure::recovery || measure == Measure::fail_rate ? Section::incident : Section::overview;
}

void draw_behind(Ui& ui, const ProductMetrics& product, MetricsViewState& view, Rect& body, Intents& out) {
    const Measure measure = *view.opened;
    const std::vector<const Deployment*> rows = behind_of(product, measure);
    const bool narrow = columns(ui.size) == Columns::one;
    const TableOptions options{
        .row_height = narrow ? 60 : link_line(ui, metrics::table_row), .head = !narrow, .card = false};
    const std::string card_name = std::string(name_of(measure)) + ", " + product.of(measure).base;
    Rect card = body.cut_top(metrics::card_head + table_height(static_cast<int>(rows.size()), options), 12);
    const Rect whole = card;
    begin_card(ui, card, "behind", card_name);
    Rect head = card.with_height(metrics::card_head);
    const Rect close = head.cut_right(button_width(ui, "Close", {.kind = ButtonKind::ghost}), 0).inset(0, 4);
    card_head(ui, card.with_width(head.w), narrow ? name_of(measure) : std::string_view(card_name), 3);
    hairline(ui, card.x + 1, card.y + metrics::card_head - 1, card.w - 2);
    if (button(ui, close, "close", "Close", {.kind = ButtonKind::ghost, .name = "Close the list"})) view.opened.reset();
    card.cut_top(metrics::card_head);
    const Column wide[] = {{"Release", 0, 1.4F}, {"In production, UTC", 150}, {behind_head(measure), 0, 1.6F}};
    const Column one[] = {{"Release"}};
    Table table = begin_table(ui, card, "releases", "Releases behind it",
                              narrow ? std::span<const Column>(one) : std::span<const Column>(wide),
                              static_cast<int>(rows.size()), options);
    for (const int i : table.rows) {
        const Deployment& row = *rows[static_cast<std::size_t>(i)];
        const std::string title = title_of(row.state()), when = spoken_day(civil_time(row.at_ms));
        const std::string words = words_of(row, measure);
        const std::string name = title + ", " + when + (words.empty() ? "" : ", " + words);
        const RowResult result = begin_row(ui, table, i, row.release->id(), name);
        if (!result.visible) continue;
        if (i > 0 || options.head) hairline(ui, whole.x + 1, result.box.y, whole.w - 2);
        Rect cell = begin_cell(ui, table, 0);
        const std::string second = when + (words.empty() ? "" : " · " + words);
        if (narrow) cell = cell.inset(0, 10);
        text_ellipsis(ui, narrow ? cell.cut_top(20, 4) : cell, title, {.weight = Weight::strong, .silent = true});
        if (narrow)
            text_ellipsis(ui, cell.cut_top(16), second,
                          {.size = TextSize::small, .colour = ui.theme->muted, .silent = true});
        end_cell(ui, table);
        if (!narrow) {
            text(ui, begin_cell(ui, table, 1), when);
            end_cell(ui, table);
            text_ellipsis(ui, begin_cell(ui, table, 2), words);
            end_cell(ui, table);
        }
        if (result.pressed) out.emplace_back(intent::Go{{Place::releases, row.release->id(), section_of(measure)}});
        end_row(ui, table);
    }
    end_table(ui, table);
    end_card(ui);
    if (view.show_opened) scroll_into_view(ui, whole.with_height(std::min(whole.h, 240.0F)));
    view.show_opened = false;
}

} // namespace

void draw_chart(Ui& ui, Rect box, Id id, const ProductMetrics& product, Measure measure) {
    const std::string& words = product.of(measure).chart;
    std::vector<ChartBar> bars;
    std::vector<std::optional<float>> values;
    const auto value_of = [](const std::optional<std::int64_t>& number) {
        return number ? std::optional(static_cast<float>(*number)) : std::nullopt;
    };
    for (const TrendPart& part : product.trend) switch (measure) {
        case Measure::lead:
            values.push_back(value_of(part.lead_ms));
            break;
        case Measure::rework:
            values.push_back(value_of(part.rework_tenths));
            break;
        case Measure::frequency:
            bars.push_back({static_cast<float>(part.deployments)});
            break;
        case Measure::recovery:
            bars.push_back({static_cast<float>(part.recovery_ms.value_or(0))});
            break;
        case Measure::fail_rate:
            bars.push_back({static_cast<float>(part.deployments), static_cast<float>(part.failed)});
            break;
        }
    if (bars.empty())
        line_chart(ui, box, id, words, values);
    else
        bar_chart(ui, box, id, words, bars);
}

void draw_metric_cards(Ui& ui, const ProductMetrics& product, MetricsViewState& view, Rect& body, Intents& out) {
    const IdScope scope(product.name());
    const auto fit = static_cast<int>((body.w + metrics::card_gap) / (least_width + metrics::card_gap));
    const int most = fit >= 5 ? 5 : fit >= 3 ? 3 : std::max(fit, 1);
    const auto count = static_cast<int>(measures.size());
    for (int first = 0; first < count; first += most) {
        const int in_row = std::min(most, count - first);
        const float width = body.column(0, in_row, metrics::card_gap).w;
        const Rect row = body.cut_top(card_height(width), metrics::card_gap);
        bool opened = false;
        for (int i = 0; i < in_row; ++i) {
            const Measure measure = measures[static_cast<std::size_t>(first + i)];
            draw_card(ui, row.column(i, in_row, metrics::card_gap), product, view, measure);
            opened = opened || view.opened == measure;
        }
        if (opened) draw_behind(ui, product, view, body, out);
    }
}

} // namespace desk::ui
