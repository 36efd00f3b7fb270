#include "ui/views/import.hpp"

#include "ui/views/conflict_heads.hpp"
#include "ui/views/import_cards.hpp"
#include "ui/views/words.hpp"

#include <algorithm>
#include <array>

namespace desk::ui {

namespace {

constexpr std::size_t most_cards = 20; // releases with cards of their own; of more there is a table

// "reports-2.2.0.release.json · 31 KB"
std::string source_words(const ImportPreview& preview) {
    std::size_t bytes = 0;
    for (const ImportPreview::File& file : preview.files) bytes += file.bytes;
    std::string words =
        preview.files.size() == 1 ? preview.files.front().name : counted(preview.files.size(), "file", "files");
    return words + " · " + size_words(bytes);
}

// " · last entry by Bruno, today 14:07"
std::string last_words(const Model& model, const ImportPreview& preview) {
    const Op* last = nullptr;
    for (const ArrivingRelease& one : preview.releases)
        for (const Op* op : one.copy->log().ordered())
            if (!last || op->wall_ms > last->wall_ms) last = op;
    return last ? " · last entry by " + last->by + ", " + time_phrase(model, last->wall_ms) : std::string();
}

std::string import_label(const ImportPreview& preview) {
    const std::size_t count = told_as_new(preview.counts);
    return count == 0 ? "Import the seals" : "Import " + counted(count, "entry", "entries");
}

bool brings_nothing(const ImportPreview& preview) { return preview.counts.added + preview.counts.forked == 0; }

// The bar at the bottom, always at the same place; on phones the words stand above the buttons. Where the page is too
// short for that it is the end of what is scrolled.
void draw_act(Ui& ui, const ImportPreview& preview, ImportViewState& view, Rect& page, Intents& out) {
    const bool scrolls = is_short(ui.size);
    const bool phone = columns(ui.size) == Columns::one;
    const bool nothing = brings_nothing(preview);
    const std::string words =
        nothing ? "Everything in it is here already."
                : "Nothing is changed until you import. Nothing is ever overwritten: both answers stay in the history.";
    const ButtonOptions primary{.kind = ButtonKind::primary, .icon = Icon::upload};
    const std::string label = import_label(preview);
    const float high = control_height(ui);
    const float inset = gutter(ui);
    const float room = page.w - 2 * inset;
    const float buttons_width = button_width(ui, "Cancel") + (nothing ? 0 : button_width(ui, label, primary) + 8);
    const bool above = phone || room < buttons_width + 260;
    const float words_height = wrapped_height(ui, words, above ? room : room - buttons_width - 24, TextSize::small);
    const float bar_height = above ? words_height + high + 28 : std::max(high, words_height) + 24;
    Rect bar = scrolls ? page.cut_top(bar_height) : page.cut_bottom(bar_height);
    view.bar = scrolls ? 0 : bar.h;
    begin_region(ui, Role::region, "act", "Import or not", bar);
    fill(ui, bar, ui.theme->surface);
    hairline(ui, bar.x, bar.y, bar.w);
    bar = bar.inset(inset, above ? 10 : 12);
    const TextStyle small{.size = TextSize::small, .colour = ui.theme->muted};
    if (above) text_wrapped(ui, bar.cut_top(words_height, 8), words, small);
    Rect buttons = above ? bar.with_height(high) : bar.cut_right(buttons_width, 24);
    if (!above) text_wrapped(ui, bar.middle(bar.w, words_height), words, small);
    if (!nothing && button(ui, buttons.cut_right(button_width(ui, label, primary), 8), "import", label, primary)) {
        intent::Import act;
        for (const ArrivingRelease& one : preview.releases)
            for (const Conflict& conflict : one.arrival->both.state().conflicts)
                if (const auto found = view.decided.find({one.copy->id(), conflict.about}); found != view.decided.end())
                    act.decisions.emplace_back(one.copy->id(), resolution(conflict, found->second));
        out.emplace_back(std::move(act));
    }
    const char* leave = nothing ? "Close" : "Cancel";
    if (button(ui, buttons.cut_right(button_width(ui, leave)), "leave", leave)) out.emplace_back(intent::LeaveImport{});
    end_region(ui);
}

// One line a release, where there are too many for cards.
void draw_table(Ui& ui, const ImportPreview& preview, Rect& body) {
    const bool phone = columns(ui.size) == Columns::one;
    const std::array<Column, 4> four = {{{"Release"},
                                         {"New", 80, 1, Align::right},
                                         {"Already here", 110, 1, Align::right},
                                         {"Conflicts", 90, 1, Align::right}}};
    const std::array<Column, 2> two = {{{"Release"}, {"New", 72, 1, Align::right}}};
    const std::span<const Column> across = phone ? std::span<const Column>(two) : std::span<const Column>(four);
    const auto& releases = preview.releases;
    Table table = begin_table(ui, body, "releases", "Releases in it", across, static_cast<int>(releases.size()));
    for (const int index : table.rows) {
        const ArrivingRelease& one = releases[static_cast<std::size_t>(index)];
        const std::string title = title_of(one.arrival->both.state());
        const std::array<std::string, 3> numbers = {std::to_string(told_as_new(one.arrival->counts)),
                                                    std::to_string(told_as_known(one.arrival->counts)),
                                                    std::to_string(one.arrival->new_conflicts.size())};
        const std::string name = title + ": " + numbers[0] + " new, " + numbers[1] + " already here, " + numbers[2] +
                                 (numbers[2] == "1" ? " conflict" : " conflicts");
        const RowResult row = begin_row(ui, table, index, one.copy->id(), name, {.target = false});
        if (!row.visible) continue;
        text_ellipsis(ui, begin_cell(ui, table, 0), title);
        end_cell(ui, table);
        for (std::size_t i = 0; i + 1 < across.size(); ++i) {
            text(ui, begin_cell(ui, table, static_cast<int>(i + 1)), numbers[i], {.align = Align::right});
            end_cell(ui, table);
        }
        end_row(ui, table);
    }
    end_table(ui, table);
    body.cut_top(table.bottom - body.y, metrics::card_gap);
}

} // namespace

void draw_import(Ui& ui, const Model& model, ImportViewState& view, Rect page, Intents& out) {
    if (!model.preview) view = {};
    if (model.preview && !is_short(ui.size)) draw_act(ui, *model.preview, view, page, out);
    begin_region(ui, Role::main, "main", "Import preview", page);
    Rect body = begin_scroll(ui, "scroll", page).inset(gutter(ui), 14);
    if (body.w > metrics::content_max) body = body.middle(metrics::content_max, body.h);
    Rect head = body.cut_top(control_height(ui), 12);
    head.cut_left(heading(ui, head, 1, "Import preview"), 16);
    if (!model.preview) {
        Rect card = body.cut_top(220);
        begin_card(ui, card, "none");
        if (empty_state(ui, card.inset(16), Icon::upload, "Nothing waits to be imported",
                        "Choose files that others shared with you, or drop them on this page.",
                        {{"choose", "Choose files", {.icon = Icon::upload}}}) == 0)
            out.emplace_back(intent::OpenFiles{});
        end_card(ui);
    } else {
        const ImportPreview& preview = *model.preview;
        std::string source = source_words(preview);
        if (const std::string more = last_words(model, preview); text_width(ui, source + more) + 22 <= body.w)
            source += more;
        const float width = text_width(ui, source) + 22;
        Rect line = width <= head.w ? head.cut_right(width) : body.cut_top(20, 12);
        icon(ui, line.cut_left(16, 6), Icon::file, ui.theme->muted, 16);
        text_ellipsis(ui, line, source, {.colour = ui.theme->muted});
        const ImportCards cards{ui, model, view};
        cards.counts(preview, body);
        const std::size_t disputed = std::min(preview.releases.size(), most_cards); // those in dispute stand first
        for (std::size_t i = 0; i < disputed; ++i) cards.disputes(preview.releases[i], body);
        if (preview.releases.size() > most_cards)
            draw_table(ui, preview, body);
        else
            for (const ArrivingRelease& one : preview.releases) cards.entries(one, body);
        if (is_short(ui.size)) {
            Rect rest{page.x, body.y, page.w, 0};
            draw_act(ui, preview, view, rest, out);
            body.cut_top(rest.y - body.y);
        }
    }
    end_scroll(ui, body.y + 4);
    end_region(ui);
}

} // namespace desk::ui
