#include "ui/views/release/history.hpp"

#include "core/history/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace desk::ui {

namespace {

constexpr float phone_row = 56; // two lines

// The release whose history is told: the present one, also while a moment of the past is looked at.
const Release& whole(const Part& p) {
    const Release* present = p.model.release(p.release.id());
    return present ? *present : p.release;
}

// Made anew when the release or the filter is another.
const ReleaseViewState::HistoryRows& rows_of(const Part& p) {
    auto& rows = p.view.history_rows;
    const HistoryFilter& filter = p.view.history;
    if (rows.revision == p.model.revision && rows.filter == filter) return rows;
    rows.revision = p.model.revision;
    rows.filter = filter;
    rows.entries = history(whole(p), filter);
    rows.people = authors(whole(p));
    rows.kinds.clear();
    for (const HistoryEntry& entry : history(whole(p)))
        if (std::find(rows.kinds.begin(), rows.kinds.end(), entry.kind) == rows.kinds.end())
            rows.kinds.push_back(entry.kind);
    std::sort(rows.kinds.begin(), rows.kinds.end());
    return rows;
}

void draw_kinds(const Part& p, Rect& body, const std::vector<HistoryKind>& kinds) {
    const float high = chip_height(p.ui);
    const Rect line = body.cut_top(high, 12);
    Rect at = begin_scroll_sideways(p.ui, "kinds", {line.x - 4, line.y - 4, line.w + 8, high + 8}).moved(4, 4);
    at.h = high;
    HistoryFilter& filter = p.view.history;
    const bool all = !filter.kind && !filter.forked;
    if (chip(p.ui, at.cut_left(chip_width(p.ui, "All", all), 8), "all", "All", all)) {
        filter.kind.reset();
        filter.forked = false;
    }
    for (const HistoryKind kind : kinds) {
        const bool on = filter.kind == kind;
        const std::string_view name = name_of(kind);
        if (chip(p.ui, at.cut_left(chip_width(p.ui, name, on), 8), name, name, on))
            filter.kind = on ? std::nullopt : std::optional(kind);
    }
    if (filter.forked || p.state().forks > 0) {
        constexpr std::string_view name = "In two versions";
        if (chip(p.ui, at.cut_left(chip_width(p.ui, name, filter.forked), 8), "forked", name, filter.forked))
            filter.forked = !filter.forked;
    }
    end_scroll_sideways(p.ui, at.x);
}

void draw_filters(const Part& p, Rect& body, const std::vector<std::string>& people) {
    HistoryFilter& filter = p.view.history;
    std::vector<std::string_view> choices = {"Everybody"};
    choices.insert(choices.end(), people.begin(), people.end());
    const auto found = std::find(people.begin(), people.end(), filter.person);
    const int chosen = found == people.end() ? 0 : static_cast<int>(found - people.begin()) + 1;
    const FieldOptions search{
        .kind = FieldKind::search, .placeholder = "Search the history", .show_label = false, .icon = Icon::search};
    const SelectOptions who{.show_label = false};
    const float high = std::max(field_height(p.ui, body.w / 2, search), select_height(p.ui, body.w / 2, who));
    Rect line = body.cut_top(high, 12);
    const int picked =
        select(p.ui, line.cut_right(std::min(200.0F, line.w * 0.4F), 12), "who", "Who", choices, chosen, who);
    if (picked >= 0) filter.person = picked == 0 ? std::string() : people[static_cast<std::size_t>(picked - 1)];
    text_field(p.ui, line, "search", "Search the history", filter.text, search);
}

// Which of two versions of an entry it is; what is left of the cell.
Rect behind_standing(const Part& p, Rect cell, Standing standing) {
    if (standing == Standing::only) return cell;
    const std::string_view word = standing_word(standing);
    const StatusKind kind = standing == Standing::counts ? StatusKind::done : StatusKind::conflict;
    const Icon icon = standing == Standing::counts ? Icon::none : Icon::fork;
    status_pill(p.ui, cell.cut_left(status_pill_width(p.ui, word), 8), kind, word, icon);
    return cell;
}

// What stands aside has the same id as what counts, and only its bytes tell it apart.
std::string key_of(const HistoryEntry& entry) {
    return entry.standing == Standing::aside ? entry.op->line : entry.op->id.text();
}

// The row of the entry that a link points at and that is still to be shown; nothing if there is none.
std::optional<int> row_to_show(const Part& p, const std::vector<HistoryEntry>& entries) {
    if (p.view.show_item.empty()) return std::nullopt;
    for (std::size_t row = 0; row < entries.size(); ++row) {
        const HistoryEntry& entry = entries[entries.size() - 1 - row];
        if (entry.standing != Standing::aside && key_of(entry) == p.view.show_item) return static_cast<int>(row);
    }
    return std::nullopt;
}

// Newest first; a press shows the release as it stood just after the entry.
void draw_entries(const Part& p, Rect& body, const std::vector<HistoryEntry>& entries) {
    const bool phone = columns(p.ui.size) == Columns::one;
    const std::array<Column, 3> three = {{{"When", 136}, {"Who", 136}, {"What"}}};
    const std::array<Column, 2> two = {{{"What"}, {"When", 88, 1, Align::right}}};
    const std::span<const Column> across = phone ? std::span<const Column>(two) : std::span<const Column>(three);
    const float row_height = phone ? phone_row : std::max(metrics::table_row, control_height(p.ui));
    Table table = begin_table(p.ui, body, "entries", "What happened", across, static_cast<int>(entries.size()),
                              {.row_height = row_height});
    // It may be far from what is drawn now, and is drawn in the next frame.
    const std::optional<int> to_show = row_to_show(p, entries);
    if (to_show) scroll_into_view(p.ui, row_box(table, *to_show));
    for (const int index : table.rows) {
        const HistoryEntry& entry = entries[entries.size() - 1 - static_cast<std::size_t>(index)];
        const std::string when = phone ? short_time(p.model, entry.op->wall_ms) : time_text(p.model, entry.op->wall_ms);
        const std::string deed = entry.op->by + " " + entry.words;
        const bool aside = entry.standing == Standing::aside;
        const bool shown = p.view.moment == entry.moment && !aside;
        const std::string key = key_of(entry);
        if (index == to_show && visible(p.ui, row_box(table, index))) focus_next(p.ui), p.view.show_item.clear();
        const RowResult row = begin_row(p.ui, table, index, key, when + " " + deed,
                                        {.selected = shown, .description = "Shows the release at this moment"});
        if (!row.visible) continue;
        const TextStyle quiet{.size = TextSize::small, .colour = p.ui.theme->muted, .silent = true};
        if (phone) {
            const Rect cell = behind_standing(p, begin_cell(p.ui, table, 0), entry.standing);
            const TextStyle style{.silent = true};
            text_clamped(p.ui, cell.middle(cell.w, text_clamped(p.ui, cell, deed, 2, style, false)), deed, 2, style);
            end_cell(p.ui, table);
            text(p.ui, begin_cell(p.ui, table, 1), when,
                 {.size = TextSize::small, .colour = p.ui.theme->muted, .align = Align::right});
            end_cell(p.ui, table);
        } else {
            text(p.ui, begin_cell(p.ui, table, 0), when, quiet);
            end_cell(p.ui, table);
            person(p.ui, begin_cell(p.ui, table, 1), entry.op->by, entry.op->by == p.me(), 20);
            end_cell(p.ui, table);
            text_ellipsis(p.ui, behind_standing(p, begin_cell(p.ui, table, 2), entry.standing), entry.words);
            end_cell(p.ui, table);
        }
        if (row.pressed && aside)
            p.view.moment = shown ? std::nullopt : std::optional(entry.moment);
        else if (row.pressed)
            p.go(Section::history, shown ? std::string_view{} : std::string_view(key));
        end_row(p.ui, table);
    }
    end_table(p.ui, table);
    body.cut_top(table.bottom - body.y, 12);
}

// Every version in full: in the table long ones are cut.
void draw_versions(const Part& p, Rect& body, const std::vector<HistoryEntry>& entries) {
    draw_card(p.ui, body, "versions", "Entries in two versions", [&](Stack& s) {
        for (const HistoryEntry& entry : entries) {
            const Rect line = s.take(20, 4);
            if (s.draw) muted(p.ui, behind_standing(p, line, entry.standing), time_text(p.model, entry.op->wall_ms));
            s.wrapped(entry.op->by + " " + entry.words, {}, 16);
        }
    });
}

} // namespace

void draw_history(const Part& p, Rect& body) {
    Rect right = section_title(p, body, "History");
    const auto& rows = rows_of(p);
    const auto& entries = rows.entries;
    const std::string count = counted(entries.size(), "entry", "entries");
    if (const float width = text_width(p.ui, count, TextSize::small); width <= right.w)
        muted(p.ui, right.cut_right(width), count);
    draw_kinds(p, body, rows.kinds);
    draw_filters(p, body, rows.people);
    if (entries.empty()) {
        Rect card = body.cut_top(160);
        begin_card(p.ui, card, "no-match");
        if (empty_state(p.ui, card.inset(16), Icon::history, "Nothing here", "No entry is like that.",
                        {{"all", "Show all", {}}}) == 0)
            p.view.history = {};
        end_card(p.ui);
        return;
    }
    if (p.view.history.forked) return draw_versions(p, body, entries);
    draw_entries(p, body, entries);
    body.cut_top(text_wrapped(p.ui, body,
                              "An entry shows the release as it stood just after it. Names are as people gave them; "
                              "nobody checks them.",
                              {.size = TextSize::small, .colour = p.ui.theme->muted}),
                 4);
}

void draw_past_bar(const Part& p, Rect& page) {
    if (!p.view.moment) return;
    const auto& ops = p.release.log().ordered(); // up to that moment
    if (ops.empty()) return;
    const Op& last = *ops.back();
    Rect bar = page.cut_top(44);
    const StatusColours& colours = p.ui.theme->status(StatusKind::warning);
    begin_region(p.ui, Role::region, "past", "A moment of the past", bar);
    fill(p.ui, bar, colours.background);
    Rect inside = bar.inset(gutter(p.ui), 0);
    const ButtonOptions back{.icon = Icon::arrow_right, .compact = true};
    const Rect button_box = inside.cut_right(button_width(p.ui, "Back to now", back), 12);
    icon(p.ui, inside.cut_left(16, 8), Icon::history, colours.text);
    text_ellipsis(p.ui, inside,
                  "As it stood " + time_phrase(p.model, last.wall_ms) + ", after " + last.by + " " +
                      deed_words(p.release, last),
                  {.weight = Weight::strong, .colour = colours.text});
    if (button(p.ui, button_box.middle_right(button_box.w, compact_height(p.ui)), "now", "Back to now", back)) {
        p.view.moment.reset();
        if (p.model.route.section == Section::history && !p.view.pointed.empty()) p.go(Section::history);
    }
    end_region(p.ui);
}

} // namespace desk::ui
