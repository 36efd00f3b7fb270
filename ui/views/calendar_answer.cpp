#include "ui/views/calendar_parts.hpp"

#include "core/time/spoken.hpp"
#include "ui/views/calendar_week.hpp"
#include "ui/views/stack.hpp"
#include "ui/views/words.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

const AgendaEntry* next_window(const Entries& coming) {
    for (const AgendaEntry* entry : coming)
        if (entry->kind == AgendaEntry::Kind::window) return entry;
    return nullptr;
}

// "Now", "Today", "Tomorrow", "In 5 days": of the day on which it begins.
std::string when_words(const Model& model, const AgendaEntry& entry) {
    if (entry.span.from_ms <= model.now_ms) return "Now";
    const std::int64_t days = own_day(model, entry.span.from_ms) - own_day(model, model.now_ms);
    if (days == 0) return "Today";
    return days == 1 ? "Tomorrow" : "In " + std::to_string(days) + " days";
}

void lay_next(Stack& s, const Model& model, const AgendaEntry* next, Intents& out) {
    Ui& ui = s.ui;
    if (!next) return s.wrapped("No deployment is planned.", {.colour = ui.theme->muted});
    Rect line = s.take(24, 2);
    if (s.draw) {
        const std::string when = when_words(model, *next);
        const StatusKind kind = when == "Now" ? StatusKind::active : StatusKind::open;
        status_pill(ui, line.cut_right(status_pill_width(ui, when), 8), kind, when, Icon::clock);
        const LinkOptions options{.weight = Weight::strong, .ellipsis = true};
        const float width = std::min(line.w, link_width(ui, next->title, options));
        if (link(ui, line.cut_left(width, 6), "next", next->title, options)) open_window(next->release, out);
        if (line.w > 24) text_ellipsis(ui, line, next->name, {.colour = ui.theme->muted});
    }
    s.wrapped(span_words(next->span, model.now_ms), {});
    if (const auto own = own_span(model, next->span))
        s.wrapped("Your time: " + span_words(*own, model.now_ms), {.size = TextSize::small, .colour = ui.theme->muted});
}

} // namespace

std::size_t in_conflict(const Entries& entries) {
    return static_cast<std::size_t>(
        std::count_if(entries.begin(), entries.end(), [](const AgendaEntry* one) { return one->in_conflict(); }));
}

std::string in_conflict_words(std::size_t count) { return counted(count, "window", "windows") + " in conflict"; }

void draw_answer(Ui& ui, const Model& model, const Entries& coming, Rect& body, Intents& out) {
    const AgendaEntry* next = next_window(coming);
    const std::size_t conflicts = in_conflict(coming);
    const Week week = week_of(ui, model, coming);
    const char* title = "Next deployment";
    Rect card =
        body.cut_top(card_height(ui, body.w, [&](Stack& s) { lay_next(s, model, next, out); }) + week.height(ui), 20);
    begin_card(ui, card, "answer", title);
    const Rect corner = card_head(ui, card, title, 2);
    std::string words = conflicts == 0 ? "No conflicts" : in_conflict_words(conflicts);
    // Without room for the words the number stands for itself: the list below says which windows they are.
    if (status_word_width(ui, words) > corner.w && conflicts > 0) words = counted(conflicts, "conflict", "conflicts");
    status_word(ui, corner.middle_right(status_word_width(ui, words), 20),
                conflicts == 0 ? StatusKind::done : StatusKind::conflict, words);
    card.cut_top(metrics::card_head);
    Rect strip = card.cut_bottom(week.height(ui));
    Stack inside(ui, card.inset(metrics::card_padding), true);
    lay_next(inside, model, next, out);
    draw_week(ui, model, week, strip, out);
    end_card(ui);
}

} // namespace desk::ui
