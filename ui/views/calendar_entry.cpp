#include "ui/views/calendar_parts.hpp"

#include "core/rules/wording.hpp"
#include "core/time/durations.hpp"
#include "core/time/spoken.hpp"
#include "ui/views/phase_look.hpp"
#include "ui/views/stack.hpp"
#include "ui/views/words.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

constexpr float time_width = 196, padding = 12;

bool is_window(const AgendaEntry& entry) { return entry.kind == AgendaEntry::Kind::window; }

// The times of the span's clocks; without the day where that is the one over the row.
std::string times_of(const Model& model, const TimeSpan& span) {
    std::string words = span_times(span, model.now_ms);
    const auto local = local_ms(span.start);
    const bool one_day = words.find(" – ") == std::string::npos;
    const bool under_way = span.from_ms <= model.now_ms;
    if (one_day && !under_way && local && *local / day_ms == own_day(model, span.from_ms))
        words.erase(0, words.find(", ") + 2);
    return words;
}

struct Pill {
    StatusKind kind;
    Icon icon;
    std::string_view words;
};

Pill pill_of(const AgendaEntry& entry) {
    if (!is_window(entry)) return {StatusKind::not_applicable, Icon::lock, "Freeze"};
    if (entry.disputed) return {StatusKind::conflict, Icon::conflict, "Copies disagree"};
    const PhaseLook look = look_of(entry.phase);
    return {look.kind, look.icon, name_of(entry.phase)};
}

} // namespace

std::string spoken_of(const Model& model, const AgendaEntry& entry) {
    std::string words = is_window(entry) ? std::string() : "Freeze: ";
    words += entry.title;
    if (!entry.name.empty()) words += ", " + entry.name;
    words += ", " + span_words(entry.span, model.now_ms);
    if (const auto own = own_span(model, entry.span)) words += ", your time " + span_words(*own, model.now_ms);
    if (is_window(entry)) words += ", " + std::string(pill_of(entry).words);
    return words + ", " + entry.people;
}

namespace {

void lay_time(const Model& model, const AgendaEntry& entry, Stack& s) {
    const TextStyle quiet{.size = TextSize::small, .colour = s.ui.theme->muted, .silent = true};
    s.wrapped(times_of(model, entry.span), {.weight = Weight::strong, .silent = true});
    s.wrapped(span_zone(entry.span), quiet);
    if (const auto own = own_span(model, entry.span)) s.wrapped("Your time: " + times_of(model, *own), quiet);
}

// What it is, with its pill at the right, and who deploys.
void lay_what(const AgendaEntry& entry, Stack& s) {
    Ui& ui = s.ui;
    const Pill pill = pill_of(entry);
    Rect line = s.take(20);
    if (s.draw) {
        status_pill(ui, line.cut_right(status_pill_width(ui, pill.words), 8), pill.kind, pill.words, pill.icon);
        line.cut_left(text_ellipsis(ui, line, entry.title, {.weight = Weight::strong, .silent = true}), 6);
        if (line.w > 24) text_ellipsis(ui, line, entry.name, {.colour = ui.theme->muted, .silent = true});
    }
    s.wrapped(entry.people, {.size = TextSize::small, .colour = ui.theme->muted, .silent = true}, 4);
}

void lay_conflicts(const AgendaEntry& entry, Stack& s) {
    int index = 0;
    for (const Blocker& conflict : entry.conflicts) {
        const IdScope scope(index++);
        const std::string words = sentence({conflict.who, ". ", conflict.fix});
        const Rect at = s.take(notice_height(s.ui, s.box.w, words, conflict.text), 8);
        if (s.draw) notice(s.ui, at, "conflict", StatusKind::warning, words, Icon::none, conflict.text);
    }
    const TextStyle quiet{.size = TextSize::small, .colour = s.ui.theme->muted};
    if (entry.more_conflicts > 0)
        s.wrapped("and " + counted(entry.more_conflicts, "conflict", "conflicts") + " more, all in the release", quiet,
                  4);
    if (!entry.slot.empty()) s.wrapped("Next free slot: " + entry.slot, quiet, 4);
}

// One function measures and draws. Wide, the time stands at the left; narrow, it stands below. Returns the lower edges
// of what leads to the window, and of all.
CalendarViewState::Size lay(Ui& ui, const Model& model, const AgendaEntry& entry, Rect box, bool draw) {
    const bool narrow = columns(ui.size) == Columns::one;
    Rect inside = box.inset(metrics::card_padding, padding);
    const Rect time_box = narrow ? inside : inside.cut_left(time_width, 16);
    Stack what(ui, inside, draw);
    lay_what(entry, what);
    Stack time(ui, narrow ? what.box : time_box, draw);
    lay_time(model, entry, time);
    const float head = std::max(time.box.y, what.box.y);
    if (entry.conflicts.empty()) return {head + padding, head + padding};
    // What speaks against it is no part of the link.
    Stack rest(ui, Rect{inside.x, narrow ? head : what.box.y, inside.w, 0}, draw);
    rest.gap(narrow ? 8 : 4);
    lay_conflicts(entry, rest);
    return {narrow ? head : what.box.y, std::max(head, rest.box.y - rest.gap_after) + padding};
}

} // namespace

std::int64_t own_day(const Model& model, std::int64_t utc_ms) { return model.own_ms(utc_ms) / day_ms; }

void open_window(const std::string& release, Intents& out) {
    out.emplace_back(intent::Go{{Place::releases, release, Section::decision, "window"}});
}

std::string day_title(const Model& model, std::int64_t day) {
    const std::int64_t today = own_day(model, model.now_ms);
    const CivilTime at = civil_time(day * day_ms);
    std::string words = spoken_time(at, civil_time(model.now_ms, model.utc_offset_minutes).year);
    words.resize(words.rfind(", "));
    return words + (day == today ? ", today" : day == today + 1 ? ", tomorrow" : "");
}

CalendarViewState::Size entry_size(Ui& ui, const Model& model, const AgendaEntry& entry, float width) {
    return lay(ui, model, entry, {0, 0, width, 0}, false);
}

void draw_entry(Ui& ui, const Model& model, const AgendaEntry& entry, Rect row, float head, Intents& out) {
    begin_list_row(ui, row, entry.key, {}, {.target = false});
    const Rect target = row.with_height(head).inset(1);
    if (pressable(ui, target, "open", spoken_of(model, entry), {.role = Role::link, .radius = metrics::radius_card}))
        open_window(entry.release, out);
    lay(ui, model, entry, row, true);
    end_list_row(ui);
}

} // namespace desk::ui
