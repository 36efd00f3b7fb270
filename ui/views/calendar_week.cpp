#include "ui/views/calendar_week.hpp"

#include "core/time/durations.hpp"
#include "core/time/spoken.hpp"
#include "ui/layout.hpp"
#include "ui/views/calendar_parts.hpp"
#include "ui/views/words.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

constexpr int days_shown = 7;
constexpr std::size_t most_marks = 3; // a day
constexpr float day_head = 26, track_height = 4, under_track = 6, mark_height = 24, mark_gap = 4;

// From one mark to the next.
float mark_step(const Ui& ui) { return link_line(ui, mark_height + mark_gap); }

std::string own_clock(const Model& model, std::int64_t utc_ms) {
    return spoken_clock(civil_time(model.own_ms(utc_ms)));
}

const std::string& what_of(const AgendaEntry& entry) {
    return entry.kind == AgendaEntry::Kind::freeze ? entry.title : entry.product;
}

// "21:00 Checkout"; of what lasts over several days the time stands where it begins and where it ends.
std::string mark_words(const Model& model, const AgendaEntry& entry, std::int64_t day) {
    const std::string& what = what_of(entry);
    if (own_day(model, entry.span.from_ms) == day) return own_clock(model, entry.span.from_ms) + " " + what;
    if (own_day(model, entry.span.to_ms - 1) == day) return "until " + own_clock(model, entry.span.to_ms) + " " + what;
    return what;
}

// When in the day, from its first minute to its last, whatever lasts then.
void draw_track(Ui& ui, const Model& model, const Entries& entries, std::int64_t day, Rect track) {
    const Theme& theme = *ui.theme;
    fill(ui, track, theme.sunken, track.h / 2);
    for (const AgendaEntry* entry : entries) {
        const auto at = [&](std::int64_t utc_ms) {
            const auto passed = static_cast<float>(model.own_ms(utc_ms) - day * day_ms) / static_cast<float>(day_ms);
            return std::clamp(passed, 0.0F, 1.0F) * track.w;
        };
        const float from = at(entry->span.from_ms), width = std::max(at(entry->span.to_ms) - from, track.h);
        const Rect part{track.x + std::min(from, track.w - width), track.y, width, track.h};
        fill(ui, part,
             entry->kind == AgendaEntry::Kind::freeze ? theme.chart2
             : entry->in_conflict()                   ? theme.status(StatusKind::conflict).text
                                                      : theme.accent,
             track.h / 2);
    }
}

void draw_mark(Ui& ui, const Model& model, const AgendaEntry& entry, std::int64_t day, Rect box, Intents& out) {
    const bool freeze = entry.kind == AgendaEntry::Kind::freeze, conflict = entry.in_conflict();
    const StatusColours& colours = ui.theme->status(freeze     ? StatusKind::not_applicable
                                                    : conflict ? StatusKind::conflict
                                                               : StatusKind::active);
    fill(ui, box, colours.background, metrics::radius_small);
    std::string name = spoken_of(model, entry);
    if (conflict) name += ", something speaks against it";
    if (pressable(ui, box, entry.key, name, {.role = Role::link, .radius = metrics::radius_small, .hover_fill = false}))
        open_window(entry.release, out);
    Rect at = box.inset(6, 0);
    icon(ui, at.cut_left(12, 5), freeze ? Icon::lock : conflict ? Icon::conflict : Icon::clock, colours.text, 12);
    std::string words = mark_words(model, entry, day);
    // Narrow, what it is says more than when: that stands below.
    if (text_width(ui, words, TextSize::small) > at.w) words = what_of(entry);
    text_ellipsis(ui, at, words, {.size = TextSize::small, .colour = colours.text, .silent = true});
}

void draw_day(Ui& ui, const Model& model, const Entries& entries, std::int64_t day, Rect column, Intents& out) {
    const std::string title = day_title(model, day);
    const bool today = day == own_day(model, model.now_ms);
    const IdScope scope(static_cast<int>(day));
    begin_group(ui, Role::group, "day", title, column);
    Rect at = column.inset(6, 0);
    const std::string_view words = std::string_view(title).substr(0, title.find(','));
    text_ellipsis(ui, at.cut_top(day_head), words,
                  {.size = TextSize::small,
                   .weight = today ? Weight::strong : Weight::regular,
                   .colour = today ? ui.theme->accent_text : ui.theme->muted,
                   .silent = true});
    draw_track(ui, model, entries, day, at.cut_top(track_height, under_track));
    const std::size_t count = entries.size() > most_marks ? most_marks - 1 : entries.size();
    for (std::size_t i = 0; i < count; ++i)
        draw_mark(ui, model, *entries[i], day, at.cut_top(mark_step(ui)).with_height(mark_height), out);
    if (entries.size() > count)
        muted(ui, at.cut_top(mark_height).inset(6, 0), std::to_string(entries.size() - count) + " more");
    end_group(ui);
}

} // namespace

float Week::height(const Ui& ui) const {
    std::size_t most = 0;
    for (const Entries& day : days) most = std::max(most, std::min(day.size(), most_marks));
    return days.empty() ? 0 : day_head + track_height + under_track + static_cast<float>(most) * mark_step(ui) + 4;
}

Week week_of(const Ui& ui, const Model& model, const Entries& coming) {
    Week week;
    if (columns(ui.size) == Columns::one) return week;
    week.first = own_day(model, model.now_ms);
    const std::int64_t end = week.first + days_shown;
    for (const AgendaEntry* entry : coming) {
        const std::int64_t from = std::max(own_day(model, entry->span.from_ms), week.first);
        if (from >= end) break; // they stand by when they begin
        const std::int64_t last = std::min(own_day(model, entry->span.to_ms - 1), end - 1);
        if (last < from) continue;
        week.days.resize(days_shown);
        week.entries.push_back(entry);
        for (std::int64_t day = from; day <= last; ++day)
            week.days[static_cast<std::size_t>(day - week.first)].push_back(entry);
    }
    return week;
}

void draw_week(Ui& ui, const Model& model, const Week& week, Rect strip, Intents& out) {
    if (!week.days.empty()) hairline(ui, strip.x + 1, strip.y, strip.w - 2);
    for (std::size_t i = 0; i < week.days.size(); ++i) {
        const Rect column = strip.column(static_cast<int>(i), days_shown);
        if (i > 0) hairline_vertical(ui, column.x, column.y, column.h - 1);
        draw_day(ui, model, week.days[i], week.first + static_cast<std::int64_t>(i), column, out);
    }
}

void draw_week_card(Ui& ui, const Model& model, const Agenda& agenda, const std::string& product, Rect& body,
                    Intents& out) {
    const Week week = week_of(ui, model, agenda.coming(product));
    if (week.days.empty()) return;
    body.cut_top(16);
    const char* title = "Deployment windows";
    const char* label = "Open calendar";
    const LinkOptions look{.size = TextSize::small};
    Rect card = body.cut_top(metrics::card_head + week.height(ui));
    begin_card(ui, card, "week", title);
    Rect corner = card_head(ui, card, title, 2);
    if (link(ui, corner.cut_right(link_width(ui, label, look), 16), "calendar", label, look)) {
        Route route{Place::calendar, {}, Section::overview};
        route.product = product;
        out.emplace_back(intent::Go{std::move(route)});
    }
    if (const std::size_t conflicts = in_conflict(week.entries); conflicts > 0) {
        const std::string words = in_conflict_words(conflicts);
        const float width = status_word_width(ui, words);
        status_word(ui, corner.cut_right(width, 16).middle_right(width, 20), StatusKind::conflict, words);
    }
    const std::string clocks = "Days and times are those of your clocks, " + model.own_zone;
    if (text_width(ui, clocks, TextSize::small) <= corner.w) muted(ui, corner, clocks);
    draw_week(ui, model, week, card.cut_bottom(week.height(ui)), out);
    end_card(ui);
}

} // namespace desk::ui
