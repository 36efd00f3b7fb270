#include "ui/views/export_dialog.hpp"

#include "core/rules/gate.hpp"
#include "ui/layout.hpp"
#include "ui/views/words.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <array>

namespace desk::ui {

namespace {

constexpr float around_list = 330; // what else of the window's height the dialog takes
constexpr float least_list = 132;

void begin_choosing(const PresentRows& present, ExportDialogState& state) {
    const auto add = [&](bool shown) {
        for (const PortfolioRow* row : present.portfolio.rows())
            if (present.choice.takes(*row) == shown) state.choices.push_back({row->id, shown});
    };
    add(true);
    add(false);
}

std::size_t ticked(const ExportDialogState& state) {
    return static_cast<std::size_t>(
        std::count_if(state.choices.begin(), state.choices.end(), [](const auto& one) { return one.ticked; }));
}

// "3 of 12 chosen", and what ticks all or none of them.
void draw_count(Ui& ui, ExportDialogState& state, std::size_t chosen, Rect line) {
    const ButtonOptions none{.kind = ButtonKind::ghost, .compact = true, .name = "Choose none"};
    const ButtonOptions all{.kind = ButtonKind::ghost, .compact = true, .name = "Choose all"};
    const auto tick = [&](bool on) {
        for (auto& choice : state.choices) choice.ticked = on;
    };
    const auto place = [&](std::string_view label, float gap) {
        const float own = button_width(ui, label, none);
        return line.cut_right(own, gap).middle_right(own, compact_height(ui));
    };
    if (button(ui, place("None", 4), "none", "None", none)) tick(false);
    if (button(ui, place("All", 8), "all", "All", all)) tick(true);
    text(ui, line, std::to_string(chosen) + " of " + std::to_string(state.choices.size()) + " chosen",
         {.weight = Weight::strong});
}

// As many rows are drawn as are seen, however many there are.
void draw_list(Ui& ui, const Model& model, ExportDialogState& state, Rect box) {
    outline(ui, box, ui.theme->border, metrics::radius_control);
    Rect inside = begin_scroll(ui, "releases", box.inset(1));
    const std::array<Column, 1> columns = {{{"Release"}}};
    const TableOptions look{.row_height = control_height(ui) + 4, .head = false, .padding = 12, .card = false};
    Table table =
        begin_table(ui, inside, "list", "Releases to export", columns, static_cast<int>(state.choices.size()), look);
    for (const int index : table.rows) {
        auto& choice = state.choices[static_cast<std::size_t>(index)];
        const Release* release = model.release(choice.release);
        const std::string title = release ? title_of(release->state()) : std::string();
        if (!begin_row(ui, table, index, choice.release, title, {.target = false}).visible) continue;
        Rect cell = begin_cell(ui, table, 0);
        const std::string_view phase =
            release ? name_of(phase_now(release->state(), model.around(*release))) : std::string_view();
        const Rect right = cell.cut_right(text_width(ui, phase, TextSize::small), 16);
        if (checkbox(ui, cell, "tick", title, choice.ticked)) choice.ticked = !choice.ticked;
        muted(ui, right, phase);
        end_cell(ui, table);
        end_row(ui, table);
    }
    end_table(ui, table);
    end_scroll(ui, table.bottom);
}

} // namespace

void draw_export_dialog(Ui& ui, const Model& model, const PresentRows& present, ExportDialogState& state,
                        Intents& out) {
    if (!state.open) return;
    if (!model.route.release.empty() || model.route.place != Place::releases) {
        state = {};
        return;
    }
    if (state.choices.empty()) begin_choosing(present, state);

    Dialog dialog = begin_dialog(ui, "export", "Export releases", metrics::dialog_wide);
    Rect at = dialog.content;
    const char* what = "One file with all that was recorded in them: to keep, or for somebody else to import.";
    at.cut_top(text_wrapped(ui, at, what, {.colour = ui.theme->muted}), 12);
    const std::size_t chosen = ticked(state);
    draw_count(ui, state, chosen, at.cut_top(control_height(ui), 4));
    const float rows = static_cast<float>(state.choices.size()) * (control_height(ui) + 4) + 2;
    const float room = std::max(least_list, std::min(10 * (control_height(ui) + 4) + 2, ui.size.height - around_list));
    draw_list(ui, model, state, at.cut_top(std::min(rows, room), 16));

    Rect buttons = at.cut_top(control_height(ui));
    const std::string label = "Export " + counted(chosen, "release", "releases");
    const ButtonOptions primary{.kind = ButtonKind::primary,
                                .icon = Icon::download,
                                .locked = chosen == 0,
                                .description = chosen == 0 ? "Choose at least one" : ""};
    const bool go =
        button(ui, buttons.cut_right(button_width(ui, label, primary), 8), "export", label, primary) && chosen > 0;
    const bool leave = button(ui, buttons.cut_right(button_width(ui, "Cancel")), "leave", "Cancel");
    end_dialog(ui, at.y);
    if (go) {
        intent::ExportTogether act;
        for (const auto& choice : state.choices)
            if (choice.ticked) act.releases.push_back(choice.release);
        out.emplace_back(std::move(act));
    }
    if (go || leave || dialog.close_asked) state = {};
}

} // namespace desk::ui
