// Below the agenda: releases without a window, and what is over.
#include "ui/views/calendar_parts.hpp"

#include "ui/views/phase_look.hpp"
#include "ui/views/words.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

struct ListRow {
    const std::string* key;
    const std::string* release;
    std::string title, name, note;
    StatusKind kind;
    Icon icon;
    std::string_view state;
    bool warn;
};

// A table of what is to be opened, each row made when it is seen. Two lines a row on a phone.
template <typename Make>
void draw_list(Ui& ui, Rect& body, Id id, std::string_view name, std::string_view note_head, std::size_t count,
               const Make& make, Intents& out) {
    const bool narrow = columns(ui.size) == Columns::one;
    const Column one[] = {{"Release"}};
    const Column wide[] = {{"Release", 0, 1.2F},
                           {"Phase", std::max(124.0F, status_pill_width(ui, "Retrospective"))},
                           {note_head, 0, 1.4F}};
    Table table =
        begin_table(ui, body, id, name, narrow ? std::span<const Column>(one) : std::span<const Column>(wide),
                    static_cast<int>(count), {.row_height = narrow ? 60.0F : metrics::table_row, .head = !narrow});
    for (const int i : table.rows) {
        const ListRow row = make(static_cast<std::size_t>(i));
        const std::string spoken =
            row.title + (row.name.empty() ? "" : ", " + row.name) + ", " + std::string(row.state) + ", " + row.note;
        const RowResult result = begin_row(ui, table, i, *row.key, spoken);
        if (!result.visible) continue;
        Rect cell = begin_cell(ui, table, 0);
        Rect line = narrow ? cell.inset(0, 10).with_height(20) : cell;
        if (narrow) status_pill(ui, line.cut_right(status_pill_width(ui, row.state), 8), row.kind, row.state, row.icon);
        line.cut_left(text_ellipsis(ui, line, row.title, {.weight = Weight::strong, .silent = true}), 6);
        if (line.w > 24) text_ellipsis(ui, line, row.name, {.colour = ui.theme->muted, .silent = true});
        const TextStyle note{.size = TextSize::small,
                             .colour = row.warn ? ui.theme->status(StatusKind::warning).text : ui.theme->muted,
                             .silent = narrow};
        if (narrow) text_ellipsis(ui, cell.inset(0, 10).moved(0, 24).with_height(16), row.note, note);
        end_cell(ui, table);
        if (!narrow) {
            status_pill(ui, begin_cell(ui, table, 1), row.kind, row.state, row.icon);
            end_cell(ui, table);
            Rect words = begin_cell(ui, table, 2);
            if (row.warn) icon(ui, words.cut_left(16, 6), Icon::warning, *note.colour);
            text_ellipsis(ui, words, row.note, note);
            end_cell(ui, table);
        }
        if (result.pressed) open_window(*row.release, out);
        end_row(ui, table);
    }
    end_table(ui, table);
    body.cut_top(table.bottom - body.y, 16);
}

} // namespace

void draw_unscheduled(Ui& ui, const CalendarViewState& view, Rect& body, Intents& out) {
    const auto list = view.agenda.unscheduled(view.product);
    if (list.empty()) return;
    Rect head = body.cut_top(24, 8);
    head.cut_left(heading(ui, head, 2, "No window yet"), 8);
    muted(ui, head, counted(list.size(), "release", "releases"));
    const auto make = [&](std::size_t i) {
        const Unscheduled& one = *list[i];
        const PhaseLook look = look_of(one.phase);
        return ListRow{&one.release, &one.release, one.title,          one.name,  one.note,
                       look.kind,    look.icon,    name_of(one.phase), one.passed};
    };
    draw_list(ui, body, "unscheduled", "No window yet", "Window", list.size(), make, out);
}

void draw_past(Ui& ui, const Model& model, CalendarViewState& view, Rect& body, Intents& out) {
    const Entries past = view.agenda.past(view.product);
    if (past.empty()) return;
    const ButtonOptions options{.kind = ButtonKind::ghost,
                                .icon = view.past_open ? Icon::chevron_down : Icon::chevron_right,
                                .expanded = view.past_open};
    const std::string label = "Past windows and freezes, " + std::to_string(past.size());
    const Rect line = body.cut_top(control_height(ui), 8);
    if (button(ui, line.with_width(button_width(ui, label, options)), "past", label, options))
        view.past_open = !view.past_open;
    if (!view.past_open) return;
    const auto make = [&](std::size_t i) {
        const AgendaEntry& one = *past[i];
        const bool freeze = one.kind == AgendaEntry::Kind::freeze;
        const PhaseLook look = freeze ? PhaseLook{StatusKind::not_applicable, Icon::lock} : look_of(one.phase);
        return ListRow{&one.key,
                       &one.release,
                       one.title,
                       one.name,
                       span_words(one.span, model.now_ms),
                       look.kind,
                       look.icon,
                       freeze ? std::string_view("Freeze") : name_of(one.phase),
                       false};
    };
    draw_list(ui, body, "past-list", "Past windows and freezes", "Window", past.size(), make, out);
}

} // namespace desk::ui
