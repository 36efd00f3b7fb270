#include "ui/views/releases_table.hpp"

#include "ui/views/phase_look.hpp"
#include "ui/views/words.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <string>

namespace desk::ui {

namespace {

enum class Cell : std::uint8_t { release, version, phase, readiness, blockers, window, owner };

constexpr float release_least = 180; // the name's column gives way to here, then others go

std::string window_head(const ReleasesTable& table) {
    const std::string& zone = table.portfolio.zone();
    return zone.empty() ? "Window" : "Window, " + zone;
}

struct Layout {
    std::vector<Cell> cells;
    std::vector<Column> columns;
};

Layout lay_out(const ReleasesTable& table, const std::string& window_name) {
    Ui& ui = table.ui;
    const LongestWords& longest = table.longest;
    // Widths are those of the design where the words fit, else what they take in the system's font.
    const float version = text_width(ui, longest.version) + 8 + badge_width(ui, longest.type);
    const float window = std::max(20 + text_width(ui, longest.window), text_width(ui, window_name, TextSize::small));
    const float owner = longest.owner.empty() ? text_width(ui, "No owner yet", TextSize::small)
                                              : metrics::avatar_small + 6 + text_width(ui, longest.owner);
    std::vector<std::pair<Cell, Column>> all = {
        {Cell::release, {"Release", 0, 1.5F}},
        {Cell::version, {"Version", std::clamp(version, 128.0F, 220.0F)}},
        {Cell::phase, {"Phase", std::max(124.0F, status_pill_width(ui, "Retrospective"))}},
        {Cell::readiness, {"Readiness", std::max(116.0F, progress_width(ui, 10, 10))}},
        {Cell::blockers, {"Blockers", std::max(104.0F, status_word_width(ui, "10 conflicts"))}},
        {Cell::window, {window_name, std::max(140.0F, window)}},
        {Cell::owner, {"Owner", std::clamp(owner, 80.0F, 140.0F)}},
    };
    const auto drop = [&](Cell cell) { std::erase_if(all, [&](const auto& entry) { return entry.first == cell; }); };
    const auto left = [&] {
        float rest = table.place.w - 24 - 12 * static_cast<float>(all.size() - 1);
        for (const auto& [cell, column] : all) rest -= column.width;
        return rest;
    };
    if (!longest.any_window) drop(Cell::window);
    if (left() < release_least) drop(Cell::owner);
    if (left() < release_least) drop(Cell::readiness);
    if (left() < release_least) drop(Cell::window);
    Layout layout;
    for (const auto& [cell, column] : all) {
        layout.cells.push_back(cell);
        layout.columns.push_back(column);
    }
    return layout;
}

// What stands in the way, the worst only; without words if nothing does.
struct Blocked {
    StatusKind kind = StatusKind::done;
    Icon icon = Icon::none;
    std::string words;
};

Blocked blocked_by(const PortfolioRow& row) {
    const auto count = [](int number, const char* one, const char* many) {
        return counted(static_cast<std::size_t>(number), one, many);
    };
    if (row.incidents > 0) return {StatusKind::incident, Icon::flame, count(row.incidents, "incident", "incidents")};
    if (row.conflicts > 0) return {StatusKind::conflict, Icon::conflict, count(row.conflicts, "conflict", "conflicts")};
    if (row.missing > 0) return {StatusKind::blocked, Icon::lock, count(row.missing, "missing", "missing")};
    return {};
}

void draw_blockers(Ui& ui, Rect place, const Blocked& blocked) {
    if (blocked.words.empty())
        muted(ui, place, "None");
    else
        status_word(ui, place, blocked.kind, blocked.words, blocked.icon);
}

bool window_in_conflict(const ReleasesTable& table, const PortfolioRow& row) {
    return row.window_disputed || table.agenda.against(row.id);
}

void conflict_icon(Ui& ui, Rect place) { icon(ui, place, Icon::conflict, ui.theme->status(StatusKind::conflict).text); }

void draw_window(const ReleasesTable& table, Rect place, const PortfolioRow& row) {
    Ui& ui = table.ui;
    if (window_in_conflict(table, row)) conflict_icon(ui, place.cut_left(16, 4));
    text(ui, place, row.window, {.colour = row.window_set ? ui.theme->text : ui.theme->muted});
    if (const std::string* against = table.agenda.against(row.id))
        tooltip(ui, row.zone + ". " + *against);
    else if (row.window_set)
        tooltip(ui, row.zone);
}

// All that the row says, and what is found out about it only in time.
std::string spoken(const ReleasesTable& table, const PortfolioRow& row) {
    const std::string* against = table.agenda.against(row.id);
    return against ? row.spoken + ". " + *against : row.spoken;
}

void draw_cell(const ReleasesTable& table, Cell cell, Rect place, const PortfolioRow& row) {
    Ui& ui = table.ui;
    switch (cell) {
    case Cell::release: {
        const float width = text_ellipsis(ui, place, row.product, {.weight = Weight::strong, .silent = true});
        place.cut_left(width, 6);
        if (place.w > 24) text_ellipsis(ui, place, row.name, {.colour = ui.theme->muted, .silent = true});
        break;
    }
    case Cell::version:
        place.cut_left(text_ellipsis(ui, place, row.version), 8);
        if (!row.type.empty() && place.w >= badge_width(ui, row.type)) badge(ui, place, row.type);
        break;
    case Cell::phase: {
        const PhaseLook look = look_of(row.phase);
        status_pill(ui, place, look.kind, name_of(row.phase), look.icon);
        break;
    }
    case Cell::readiness:
        progress(ui, place, "readiness", "Requirements met", row.settled, row.total);
        break;
    case Cell::blockers:
        draw_blockers(ui, place, blocked_by(row));
        break;
    case Cell::window:
        draw_window(table, place, row);
        break;
    case Cell::owner:
        if (row.owner.empty())
            muted(ui, place, "No owner yet");
        else
            person(ui, place, row.owner, row.owner == table.model.my_name, metrics::avatar_small);
        break;
    }
}

void open_release(const PortfolioRow& row, Intents& out) {
    out.emplace_back(intent::Go{{Place::releases, row.id, Section::overview}});
}

} // namespace

LongestWords longest_words(const std::vector<const PortfolioRow*>& rows) {
    LongestWords longest;
    const auto keep = [](std::string_view& kept, const std::string& words) {
        if (words.size() > kept.size()) kept = words;
    };
    for (const PortfolioRow* row : rows) {
        keep(longest.version, row->version);
        keep(longest.type, row->type);
        keep(longest.window, row->window);
        keep(longest.owner, row->owner);
        longest.any_window = longest.any_window || row->window_set || row->window_disputed;
    }
    return longest;
}

float draw_release_table(const ReleasesTable& table, Intents& out) {
    Ui& ui = table.ui;
    const std::string window_name = window_head(table);
    const Layout layout = lay_out(table, window_name);
    Table t = begin_table(ui, table.place, "releases", "Releases", layout.columns, static_cast<int>(table.rows.size()));
    for (const int i : t.rows) {
        const PortfolioRow& row = *table.rows[static_cast<std::size_t>(i)];
        const RowResult result = begin_row(ui, t, i, row.id, spoken(table, row));
        if (!result.visible) continue;
        for (std::size_t c = 0; c < layout.cells.size(); ++c) {
            draw_cell(table, layout.cells[c], begin_cell(ui, t, static_cast<int>(c)), row);
            end_cell(ui, t);
        }
        if (result.pressed) open_release(row, out);
        end_row(ui, t);
    }
    end_table(ui, t);
    return t.bottom;
}

float draw_release_list(const ReleasesTable& table, Intents& out) {
    Ui& ui = table.ui;
    const Column column{"Release"};
    Table t = begin_table(ui, table.place, "releases", "Releases", {&column, 1}, static_cast<int>(table.rows.size()),
                          {.row_height = 62, .head = false});
    for (const int i : t.rows) {
        const PortfolioRow& row = *table.rows[static_cast<std::size_t>(i)];
        const RowResult result = begin_row(ui, t, i, row.id, spoken(table, row));
        if (!result.visible) continue;
        Rect inside = begin_cell(ui, t, 0).inset(0, 9);
        Rect first = inside.cut_top(20, 4);
        Rect second = inside.cut_top(20);
        const PhaseLook look = look_of(row.phase);
        status_pill(ui, first.cut_right(status_pill_width(ui, name_of(row.phase)), 8), look.kind, name_of(row.phase),
                    look.icon);
        text_ellipsis(ui, first, row.product + (row.version.empty() ? "" : " " + row.version),
                      {.weight = Weight::strong, .silent = true});
        if (row.settled < row.total) {
            const std::string readiness = std::to_string(row.settled) + "/" + std::to_string(row.total);
            muted(ui, second.cut_right(text_width(ui, readiness, TextSize::small), 8), readiness);
        }
        if (const Blocked blocked = blocked_by(row); !blocked.words.empty())
            draw_blockers(ui, second.cut_right(status_word_width(ui, blocked.words), 8), blocked);
        const TextStyle quiet{.size = TextSize::small, .colour = ui.theme->muted, .silent = true};
        second.cut_left(text_ellipsis(ui, second, row.type.empty() ? "" : row.type + " · ", quiet));
        if (window_in_conflict(table, row)) conflict_icon(ui, second.cut_left(16, 4));
        const std::string window = row.window + (row.zone.empty() ? "" : " " + row.zone);
        text_ellipsis(ui, second, row.window_set || row.name.empty() ? window : row.name, quiet);
        end_cell(ui, t);
        if (result.pressed) open_release(row, out);
        end_row(ui, t);
    }
    end_table(ui, t);
    return t.bottom;
}

} // namespace desk::ui
