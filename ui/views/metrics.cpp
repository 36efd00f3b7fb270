#include "ui/views/metrics.hpp"

#include "ui/views/metrics_parts.hpp"
#include "ui/views/product_filter.hpp"
#include "ui/views/words.hpp"

#include <vector>

namespace desk::ui {

namespace {

bool draw_period(Ui& ui, MetricsViewState& view, Rect place) {
    const int chosen =
        select(ui, place, "period", "Period", period_names, static_cast<int>(view.period), {.as_chip = true});
    if (chosen >= 0) view.period = static_cast<Period>(chosen);
    return chosen >= 0;
}

// Heading, period, export. Narrow, the period has a line of its own.
void draw_head(Ui& ui, MetricsViewState& view, Rect& body, bool with_controls, Intents& out) {
    Rect row = body.cut_top(control_height(ui), 12);
    const float export_width = button_width(ui, "Export CSV", download_button);
    const float period_width = select_chip_width(ui, "Period", period_names[static_cast<std::size_t>(view.period)]);
    const bool one_line = columns(ui.size) != Columns::one;
    const Rect export_place = with_controls ? row.cut_right(export_width, 8) : Rect{};
    const Rect period_place = with_controls && one_line ? row.cut_right(period_width, 12) : Rect{};
    row.cut_left(heading(ui, row, 1, "Metrics"), 12);
    const char* words = "DORA's five, for one product at a time, never blended";
    if (text_width(ui, words) <= row.w) muted(ui, row, words, TextSize::body);
    if (!with_controls) return;
    draw_period(ui, view, one_line ? period_place : body.cut_top(chip_height(ui), 12).with_width(period_width));
    if (button(ui, export_place, "export", "Export CSV", download_button))
        out.emplace_back(intent::SaveText{"metrics.csv", view.board.csv()});
}

void choose_product(Ui& ui, MetricsViewState& view, Rect& body, int shown) {
    std::vector<std::string> labels;
    for (const ProductMetrics& product : view.board.products()) labels.push_back(product_label(product));
    const std::vector<std::string_view> names(labels.begin(), labels.end());
    const int chosen = product_filter(ui, body, names, shown);
    if (chosen < 0) return;
    view.product = view.board.products()[static_cast<std::size_t>(chosen)].name();
    view.opened.reset();
}

// "26 Aug – 24 Nov 2026, UTC, 23 deployments to production".
std::string base_words(const MetricsViewState& view, const ProductMetrics& product) {
    const DoraMetrics& metrics = product.metrics;
    const std::string span = view.board.span().empty() ? days_text(metrics.from_ms, metrics.to_ms) : view.board.span();
    std::string words =
        metrics.deployments.empty() ? span + ", no deployment" : span + ", " + base_text(metrics, Measure::frequency);
    words += " to production";
    if (!metrics.under_way.empty()) words += ", " + std::to_string(metrics.under_way.size()) + " under way";
    return words;
}

void draw_product(Ui& ui, MetricsViewState& view, int shown, Rect& body, Intents& out) {
    const ProductMetrics& product = view.board.products()[static_cast<std::size_t>(shown)];
    const std::string words = base_words(view, product), label = product_label(product);
    Rect head = body.cut_top(24);
    const float width = text_width(ui, words, TextSize::small);
    head.cut_left(heading(ui, head, 2, label), 8);
    if (width <= head.w)
        muted(ui, head, words);
    else
        body.cut_top(text_wrapped(ui, body, words, {.size = TextSize::small, .colour = ui.theme->muted}));
    body.cut_top(12);
    draw_metric_cards(ui, product, view, body, out);
}

void draw_note(Ui& ui, Rect& body) {
    const char* strong = "Not enough data";
    const std::string enough = std::to_string(enough_deployments);
    const std::string words =
        "It is shown instead of a zero: a number needs " + enough +
        " deployments, lead time needs the oldest commit of " + enough +
        " releases to be named, and recovery time needs a failed deployment. A rollback counts as a failed deployment "
        "even if nobody opened an incident.";
    notice(ui, body.cut_top(notice_height(ui, body.w, words, strong), 8), "note", StatusKind::not_applicable, words,
           Icon::not_applicable, strong);
}

// What the address says is shown; what is chosen here stands in the address from then on.
void follow_address(const Model& model, MetricsViewState& view) {
    if (view.shown == model.route) return;
    view.shown = model.route;
    view.period = period_from(model.route.show);
    view.product = model.route.product;
    view.opened = measure_from(model.route.item);
    view.show_opened = view.opened.has_value();
}

void keep_address(const Model& model, MetricsViewState& view, Intents& out) {
    Route now = model.route;
    now.show = key_of(view.period);
    now.product = view.product;
    now.item = view.opened ? key_of(*view.opened) : std::string_view{};
    if (now == model.route) return;
    view.shown = now;
    out.emplace_back(intent::Go{std::move(now), true});
}

} // namespace

std::string product_label(const ProductMetrics& product) {
    return product.name().empty() ? "Unnamed product" : product.name();
}

void draw_metrics(Ui& ui, const Model& model, MetricsViewState& view, Rect page, Intents& out) {
    follow_address(model, view);
    view.board.refresh(model, view.period);
    begin_region(ui, Role::main, "main", "Metrics", page);
    Rect body = begin_scroll(ui, "scroll", page).inset(gutter(ui), 14);
    if (body.w > metrics::content_max) body = body.middle(metrics::content_max, body.h);
    draw_head(ui, view, body, view.board.any_deployment(), out);
    if (model.loading) {
        waiting(ui, body, "Loading your releases…");
    } else if (!view.board.any_deployment()) {
        Rect card = body.cut_top(220);
        begin_card(ui, card, "none");
        if (empty_state(ui, card.inset(16), Icon::chart, "No deployments yet",
                        "Numbers appear here when a release has reached production. They come from what its team "
                        "records: nothing is typed in by hand.",
                        {{"all", "All releases", {}}}) == 0)
            out.emplace_back(intent::Go{{Place::releases, {}, Section::overview}});
        end_card(ui);
    } else {
        // Of another period: what is told below is of this frame.
        view.board.refresh(model, view.period);
        const int shown = view.board.find(view.product);
        choose_product(ui, view, body, shown);
        draw_product(ui, view, shown, body, out);
        draw_other_products(ui, view, shown, body);
        draw_note(ui, body);
    }
    end_scroll(ui, body.y + 8);
    end_region(ui);
    if (!model.loading) keep_address(model, view, out);
}

} // namespace desk::ui
