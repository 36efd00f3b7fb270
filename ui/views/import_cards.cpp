#include "ui/views/import_cards.hpp"

#include "core/compare/differences.hpp"
#include "core/log/op.hpp"
#include "ui/views/conflict_heads.hpp"
#include "ui/views/words.hpp"

#include <algorithm>
#include <array>

namespace desk::ui {

namespace {

constexpr std::size_t few = 5; // rows of a card until it is asked for all
constexpr float entry_height = 32;

// What an entry is shown with, by what it is about.
Icon icon_of(HistoryKind kind) {
    switch (kind) {
    case HistoryKind::phase:
        return Icon::arrow_right;
    case HistoryKind::requirements:
    case HistoryKind::checklist:
    case HistoryKind::votes:
        return Icon::check;
    case HistoryKind::notes:
    case HistoryKind::plan:
        return Icon::pencil;
    case HistoryKind::people:
        return Icon::people;
    case HistoryKind::incident:
        return Icon::flame;
    case HistoryKind::retrospective:
        return Icon::history;
    case HistoryKind::other:
        return Icon::file;
    }
    return Icon::file;
}

// A head at the right of a card's title: "Show all", or "Show fewer"; nothing where all is shown anyway.
void show_all_link(Ui& ui, Rect right, std::size_t count, bool& all, std::string_view what) {
    if (count <= few) return;
    const char* words = all ? "Show fewer" : "Show all";
    const LinkOptions options{.size = TextSize::small};
    const float width = link_width(ui, words, options);
    const std::string name = std::string(words) + " " + std::string(what);
    if (link(ui, right.middle_right(width, 24), "all", words, {.size = TextSize::small, .name = name})) all = !all;
}

// "Kind “attestation”, written by a newer version (Kofi, 13:59). …"
std::string unknown_words(const Model& model, const Op& op) {
    return "Kind “" + op.kind + "”, written by a newer version (" + op.by + ", " + short_time(model, op.wall_ms) +
           "). It is kept byte for byte and exported again. " +
           (op.critical ? "Its author says that nobody should go on without knowing it: it closes all gates."
                        : "It does not block any gate.");
}

} // namespace

ImportViewState::Listed& ImportCards::listed(const ArrivingRelease& one) const {
    ImportViewState::Listed& listed = view.listed[one.copy->id()];
    if (listed.of == one.arrival) return listed;
    const Release* here = model.release(one.copy->id());
    listed = {one.arrival, new_entries(here, *one.arrival), {}, listed.all, listed.all_differences};
    std::reverse(listed.entries.begin(), listed.entries.end());
    const auto unknown = one.arrival->both.log().unknown();
    for (const HistoryEntry& entry : listed.entries)
        if (std::find(unknown.begin(), unknown.end(), entry.op) != unknown.end()) listed.unknown.push_back(entry);
    return listed;
}

void ImportCards::counts(const ImportPreview& preview, Rect& body) const {
    struct Count {
        std::size_t number;
        const char* word;
        const char* note;
        Icon icon;
        StatusKind kind;
    };
    const int across = body.w >= 720 ? 4 : 2;
    const bool narrow = across == 2;
    const std::array<Count, 4> all = {{
        {told_as_new(preview.counts), "New", "will be added", Icon::plus, StatusKind::done},
        {told_as_known(preview.counts), narrow ? "Known" : "Already here", "nothing to do", Icon::check,
         StatusKind::open},
        {preview.conflicts, "Conflicts", "need a choice", Icon::conflict, StatusKind::conflict},
        {preview.counts.unknown, "Unknown", "kept as it is", Icon::warning, StatusKind::warning},
    }};
    constexpr float high = 58;
    begin_group(ui, Role::list, "counts", "What it brings", body.with_height(high));
    Rect line;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const int column = static_cast<int>(i) % across;
        if (column == 0) line = body.cut_top(high, metrics::card_gap);
        const Rect card = line.column(column, across, metrics::card_gap);
        const IdScope scope(static_cast<int>(i));
        begin_card(ui, card, "count");
        end_card(ui);
        const std::string number = std::to_string(all[i].number);
        begin_group(ui, Role::list_item, "one", number + " " + all[i].word + ", " + all[i].note, card);
        Rect inside = card.inset(metrics::card_padding, 10);
        const TextStyle big{
            .size = narrow ? TextSize::title : TextSize::display, .weight = Weight::strong, .silent = true};
        inside.cut_left(text(ui, inside, number, big), narrow ? 10.0F : 14.0F);
        // Zero of something is no state of its own.
        const Colour colour = all[i].number == 0 ? ui.theme->muted : ui.theme->status(all[i].kind).text;
        Rect word = inside.cut_top(20);
        icon(ui, word.cut_left(14, 6), all[i].icon, colour, 14);
        text(ui, word, all[i].word, {.weight = Weight::strong, .colour = colour, .silent = true});
        const TextStyle small{.size = TextSize::small, .colour = ui.theme->muted, .silent = true};
        text_ellipsis(ui, inside.cut_top(18), all[i].note, small);
        end_group(ui);
    }
    end_group(ui);
}

void ImportCards::disputes(const ArrivingRelease& one, Rect& body) const {
    const Release& both = one.arrival->both;
    const Release* here = model.release(one.copy->id());
    for (const std::string& about : one.arrival->new_conflicts) {
        const auto& conflicts = both.state().conflicts;
        const auto found = std::find_if(conflicts.begin(), conflicts.end(),
                                        [&](const Conflict& conflict) { return conflict.about == about; });
        if (found == conflicts.end()) continue;
        ConflictView heads(ui, model, both, *found);
        heads.where = [&](const ConflictHead& head) {
            const bool ours = here && here->log().find(head.id);
            return (ours ? "on this copy, " : "in the file, ") + short_time(model, head.said.at_ms);
        };
        const auto key = std::pair(both.id(), about);
        const auto decided = view.decided.find(key);
        std::vector<std::string> choices;
        for (std::size_t i = 0; i < heads.said.size(); ++i) choices.push_back(heads.keep_words(i));
        choices.emplace_back("Decide later");
        const std::size_t chosen = decided == view.decided.end() ? heads.said.size() : decided->second;
        const std::string reading = safe_reading(both, *found);

        const auto lay = [&](Stack& s) {
            lay_conflict_heads(heads, s);
            s.gap(4);
            const auto high = [&](std::size_t i) { return chip_height(ui, choices[i], i == chosen, s.box.w); };
            Rect line = s.take(high(0), 8);
            if (s.draw) begin_group(ui, Role::group, "choice", "What to keep", line);
            for (std::size_t i = 0; i < choices.size(); ++i) {
                const float width = std::min(chip_width(ui, choices[i], i == chosen), s.box.w);
                if (width > line.w && line.x > s.box.x) line = s.take(high(i), 8);
                const Rect place = line.cut_left(width, 8);
                const IdScope scope(static_cast<int>(i));
                if (!s.draw || !chip(ui, place, "choose", choices[i], i == chosen)) continue;
                if (i == heads.said.size())
                    view.decided.erase(key);
                else
                    view.decided[key] = i;
            }
            if (s.draw) end_group(ui);
            s.wrapped(reading, {.size = TextSize::small, .colour = ui.theme->muted});
        };
        const IdScope scope(both.id() + about);
        const std::string title = register_title(both, about);
        Rect card = body.cut_top(card_height(ui, body.w, lay), metrics::card_gap);
        begin_card(ui, card, "dispute", title, ui.theme->status(StatusKind::conflict).text);
        Rect right = card_head(ui, card, title, 2);
        const float pill = status_pill_width(ui, "Conflict");
        if (pill <= right.w)
            status_pill(ui, right.cut_right(pill, 8).middle_right(pill, 20), StatusKind::conflict, "Conflict");
        if (right.w > 60)
            text_ellipsis(ui, right, title_of(both.state()), {.size = TextSize::small, .colour = ui.theme->muted});
        card.cut_top(metrics::card_head);
        Stack inside(ui, card.inset(metrics::card_padding), true);
        lay(inside);
        end_card(ui);
    }
}

void ImportCards::entries(const ArrivingRelease& one, Rect& body) const {
    ImportViewState::Listed& told = listed(one);
    const desk::State& state = one.arrival->both.state();
    const IdScope scope(one.copy->id());
    const std::size_t count = told.entries.size();
    if (count > 0) {
        const std::size_t shown = told.all ? count : std::min(count, few);
        const std::string title = title_of(state) + ": " + counted(count, "new entry", "new entries");
        Rect card = body.cut_top(metrics::card_head + static_cast<float>(shown) * entry_height, metrics::card_gap);
        begin_card(ui, card, "entries", title);
        Rect right = card_head(ui, card, title, 2);
        show_all_link(ui, right.cut_right(84, 8), count, told.all, "new entries of " + title_of(state));
        if (!one.known_here && right.w > 120) muted(ui, right, "not here yet");
        card.cut_top(metrics::card_head);
        const Rect list = card;
        begin_group(ui, Role::list, "list", title, list);
        for (std::size_t i = 0; i < shown; ++i) {
            const HistoryEntry& entry = told.entries[i];
            if (i > 0) hairline(ui, card.x, card.y, card.w);
            const Rect whole = card.cut_top(entry_height);
            Rect row = whole.inset(metrics::card_padding, 0);
            const IdScope row_scope(static_cast<int>(i));
            const std::string who = entry.op->by + " · " + short_time(model, entry.op->wall_ms);
            begin_group(ui, Role::list_item, "entry", entry.op->by + " " + entry.words, whole);
            const TextStyle small{.size = TextSize::small, .colour = ui.theme->muted, .silent = true};
            const float width = std::min(text_width(ui, who, TextSize::small), row.w * 0.45F);
            text_ellipsis(ui, row.cut_right(width, 12), who, small);
            icon(ui, row.cut_left(14, 10), icon_of(entry.kind), ui.theme->muted, 14);
            text_ellipsis(ui, row, entry.words, {.silent = true});
            end_group(ui);
        }
        end_group(ui);
        end_card(ui);
    }
    std::vector<const Difference*> differences; // those in dispute have cards of their own
    for (const Difference& each : one.arrival->differences)
        if (!each.disputed) differences.push_back(&each);
    if (!differences.empty()) {
        const std::size_t shown = told.all_differences ? differences.size() : std::min(differences.size(), few);
        const std::string title = title_of(state) + ": what would read otherwise";
        const TextStyle style{};
        const auto lay = [&](Stack& s) {
            for (std::size_t i = 0; i < shown; ++i) s.wrapped(difference_words(*differences[i]), style, 6);
        };
        Rect card = body.cut_top(card_height(ui, body.w, lay), metrics::card_gap);
        begin_card(ui, card, "differences", title);
        const Rect right = card_head(ui, card, title, 2);
        show_all_link(ui, right, differences.size(), told.all_differences, "differences of " + title_of(state));
        card.cut_top(metrics::card_head);
        Stack inside(ui, card.inset(metrics::card_padding), true);
        lay(inside);
        end_card(ui);
    }
    if (!told.unknown.empty()) {
        const auto lay = [&](Stack& s) {
            for (const HistoryEntry& entry : told.unknown)
                s.wrapped(unknown_words(model, *entry.op), {.size = TextSize::small}, 8);
        };
        draw_card(ui, body, "unknown", counted(told.unknown.size(), "unknown entry", "unknown entries"), lay);
    }
    if (one.arrival->counts.forked > 0) {
        const std::string words = one.known_here
                                      ? counted(one.arrival->counts.forked, "entry says", "entries say") +
                                            " something else here than in the file, under the same name. Both are kept "
                                            "and shown in the history."
                                      : counted(one.arrival->counts.forked, "entry arrives", "entries arrive") +
                                            " in two versions. Both are kept and shown in the history.";
        notice(ui, body.cut_top(notice_height(ui, body.w, words, title_of(state)), metrics::card_gap), "forks",
               StatusKind::warning, words, Icon::fork, title_of(state));
    }
}

} // namespace desk::ui
