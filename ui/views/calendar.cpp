#include "ui/views/calendar.hpp"

#include "core/time/durations.hpp"
#include "core/time/spoken.hpp"
#include "core/windows/calendar.hpp"
#include "ui/views/calendar_parts.hpp"
#include "ui/views/product_filter.hpp"
#include "ui/views/words.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

constexpr float most_width = 1080;
constexpr std::size_t more_entries = 20;

// What `releasectl calendar` writes of the same releases.
void export_calendar(const Model& model, const std::string& product, Intents& out) {
    std::vector<const Release*> releases;
    for (const auto& [id, release] : model.releases)
        if (product.empty() || release->state().product.text == product) releases.push_back(release.get());
    out.emplace_back(
        intent::SaveText{"deployment-windows.ics", calendar_text(releases, {model.now_ms, {}, model.zones})});
}

void draw_head(Ui& ui, const Model& model, const CalendarViewState& view, Rect& body, Intents& out) {
    Rect row = body.cut_top(control_height(ui), 12);
    const Rect place = row.cut_right(button_width(ui, "Export calendar", download_button), 12);
    row.cut_left(heading(ui, row, 1, "Calendar"), 12);
    const std::string words = "Days are those of your clocks, " + model.own_zone;
    if (text_width(ui, words) <= row.w)
        muted(ui, row, words, TextSize::body);
    else
        body.cut_top(text_wrapped(ui, body, words, {.size = TextSize::small, .colour = ui.theme->muted}), 12);
    if (button(ui, place, "export", "Export calendar", download_button)) export_calendar(model, view.product, out);
}

void choose_product(Ui& ui, CalendarViewState& view, Rect& body) {
    const auto& products = view.agenda.products();
    const bool known = std::find(products.begin(), products.end(), view.product) != products.end();
    if (!known) view.product.clear();
    if (products.size() < 2) return;
    std::vector<std::string_view> labels = {"All"};
    int chosen = 0;
    for (const std::string& product : products) {
        if (!view.product.empty() && product == view.product) chosen = static_cast<int>(labels.size());
        labels.push_back(product.empty() ? std::string_view("Unnamed product") : std::string_view(product));
    }
    const int pressed = product_filter(ui, body, labels, chosen);
    if (pressed >= 0) view.product = pressed == 0 ? std::string() : products[static_cast<std::size_t>(pressed) - 1];
    if (pressed >= 0) view.shown = more_entries, view.sizes.clear(), view.sized_edition = 0;
}

void draw_days(Ui& ui, const Model& model, CalendarViewState& view, const Entries& coming, Rect& body, Intents& out) {
    const std::size_t count = std::min(coming.size(), view.shown);
    const auto under_way = [&](const AgendaEntry& entry) { return entry.span.from_ms <= model.now_ms; };
    const auto together = [&](const AgendaEntry& a, const AgendaEntry& b) {
        if (under_way(a) || under_way(b)) return under_way(a) && under_way(b);
        return own_day(model, a.span.from_ms) == own_day(model, b.span.from_ms);
    };
    if (view.sized_edition != view.agenda.edition() || view.sized_width != body.w || view.sizes.size() != count) {
        view.sizes.clear();
        for (std::size_t i = 0; i < count; ++i) view.sizes.push_back(entry_size(ui, model, *coming[i], body.w));
        view.sized_edition = view.agenda.edition();
        view.sized_width = body.w;
    }
    for (std::size_t first = 0; first < count;) {
        std::size_t last = first + 1;
        while (last < count && together(*coming[first], *coming[last])) ++last;
        const AgendaEntry& entry = *coming[first];
        const std::string title = under_way(entry) ? "Under way" : day_title(model, own_day(model, entry.span.from_ms));
        heading(ui, body.cut_top(20, 8), 2, title, {.size = TextSize::body, .weight = Weight::strong});
        float high = 0;
        for (std::size_t i = first; i < last; ++i) high += view.sizes[i].all;
        Rect card = body.cut_top(high, 16);
        begin_card(ui, card, title);
        begin_group(ui, Role::list, "entries", title, card);
        for (std::size_t i = first; i < last; ++i) {
            if (i > first) hairline(ui, card.x + 1, card.y, card.w - 2);
            draw_entry(ui, model, *coming[i], card.cut_top(view.sizes[i].all), view.sizes[i].head, out);
        }
        end_group(ui);
        end_card(ui);
        first = last;
    }
    if (count == coming.size()) return;
    const std::string more = "Show more, " + std::to_string(coming.size() - count) + " left";
    if (button(ui, body.cut_top(control_height(ui), 16).with_width(button_width(ui, more)), "more", more))
        view.shown += more_entries;
}

void draw_nothing_planned(Ui& ui, Rect& body) {
    Rect card = body.cut_top(140, 16);
    begin_card(ui, card, "nothing");
    empty_state(ui, card.inset(16), Icon::calendar, "Nothing is planned",
                "Set a window in a release, in its section Decision.");
    end_card(ui);
}

} // namespace

void draw_calendar(Ui& ui, const Model& model, CalendarViewState& view, Rect page, Intents& out) {
    if (!view.agenda.refresh(model)) wake_in(ui, 0);
    // A page at rest is drawn anew when something begins or ends within a day.
    if (const std::int64_t next = view.agenda.next_boundary_ms(model.now_ms); next > 0 && next - model.now_ms <= day_ms)
        wake_in(ui, static_cast<double>(next - model.now_ms) / 1000);
    if (view.route_shown != model.route) {
        view.route_shown = model.route;
        view.product = model.route.product;
        view.sized_edition = 0;
    }
    begin_region(ui, Role::main, "main", "Calendar", page);
    Rect body = begin_scroll(ui, "scroll", page).inset(gutter(ui), 14);
    if (body.w > most_width) body = body.middle(most_width, body.h);
    if (model.loading || view.agenda.products().empty()) {
        heading(ui, body.cut_top(control_height(ui), 12), 1, "Calendar");
        if (model.loading) {
            waiting(ui, body, "Loading your releases…");
        } else {
            Rect card = body.cut_top(220);
            begin_card(ui, card, "none");
            if (empty_state(ui, card.inset(16), Icon::calendar, "No windows yet",
                            "When a release has a deployment window, or a freeze is set, it stands here.",
                            {{"all", "All releases", {}}}) == 0)
                out.emplace_back(intent::Go{{Place::releases, {}, Section::overview}});
            end_card(ui);
        }
    } else {
        draw_head(ui, model, view, body, out);
        choose_product(ui, view, body);
        const Entries coming = view.agenda.coming(view.product);
        if (coming.empty()) {
            draw_nothing_planned(ui, body);
        } else {
            draw_answer(ui, model, coming, body, out);
            draw_days(ui, model, view, coming, body, out);
        }
        draw_unscheduled(ui, view, body, out);
        draw_past(ui, model, view, body, out);
    }
    end_scroll(ui, body.y + 8);
    end_region(ui);
    if (view.product == model.route.product || model.loading) return;
    view.route_shown->product = view.product;
    out.emplace_back(intent::Go{*view.route_shown, true});
}

} // namespace desk::ui
