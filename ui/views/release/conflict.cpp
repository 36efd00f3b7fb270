#include "ui/views/release/conflict.hpp"

#include "ui/views/conflict_heads.hpp"
#include "ui/views/release/pointed.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

void lay_choices(const Part& p, Stack& s, const ConflictView& view) {
    const ButtonOptions options{.compact = true};
    Rect line = s.take(compact_height(p.ui), 6);
    for (std::size_t i = 0; i < view.said.size(); ++i) {
        const std::string words = view.keep_words(i);
        const float width = button_width(p.ui, words, options);
        if (i > 0 && width > line.w) line = s.take(compact_height(p.ui), 6);
        IdScope scope(static_cast<int>(i));
        if (s.draw && button(p.ui, line.cut_left(width, 8), "keep", words, options))
            p.act(resolution(view.conflict, i), "Decided: " + words);
        else if (!s.draw)
            line.cut_left(width, 8);
    }
}

} // namespace

void lay_conflict(const Part& p, Stack& s, const Conflict& conflict) {
    IdScope scope(conflict.about);
    const ConflictView view(p.ui, p.model, p.release, conflict);
    lay_conflict_heads(view, s);
    lay_choices(p, s, view);
    s.wrapped(safe_reading(p.release, conflict), {.size = TextSize::small, .colour = p.ui.theme->muted});
    if (refused_about(p, conflict.about)) {
        s.gap(8);
        lay_refusal(p, s, conflict.about, 0);
    }
}

std::vector<const Conflict*> conflicts_of_item(const desk::State& state, std::string_view item) {
    std::vector<const Conflict*> result;
    for (const Conflict& conflict : state.conflicts)
        for (const std::string_view prefix : {"item:", "note:", "evidence:"}) {
            const std::string start = std::string(prefix) + std::string(item);
            if (conflict.about == start || conflict.about.compare(0, start.size() + 1, start + ":") == 0)
                result.push_back(&conflict);
        }
    return result;
}

namespace {

bool shown_in(const Part& p, Section section, const Conflict& conflict) {
    const auto any_of = [&](const std::vector<Item>& items) {
        return std::any_of(items.begin(), items.end(), [&](const Item& item) {
            const auto own = conflicts_of_item(p.state(), item.spec->key);
            return std::find(own.begin(), own.end(), &conflict) != own.end();
        });
    };
    if (section == Section::readiness) return any_of(p.state().requirements);
    if (section == Section::checklist) return any_of(p.state().checklist);
    return section == Section::decision && conflict.about.compare(0, 5, "vote:") == 0 &&
           p.state().vote(conflict.about.substr(5));
}

} // namespace

void draw_conflict_strip(const Part& p, Rect& body, Section section) {
    std::vector<const Conflict*> rest;
    for (const Conflict& conflict : p.state().conflicts)
        if (!shown_in(p, section, conflict)) rest.push_back(&conflict);
    if (rest.empty()) return;
    const auto lay = [&](Stack& s) {
        for (std::size_t i = 0; i < rest.size(); ++i) {
            const std::string title = register_title(p.release, rest[i]->about);
            Stack measure(p.ui, {0, 0, s.box.w, 0}, false);
            if (s.draw) lay_conflict(p, measure, *rest[i]);
            const float whole = s.draw ? measure.height() + 24 : 0;
            if (s.draw) show_if_pointed_at(p, rest[i]->about, {s.box.x - 12, s.box.y - 6, s.box.w + 24, whole + 12});
            if (s.draw) begin_group(p.ui, Role::group, rest[i]->about, title, {s.box.x, s.box.y, s.box.w, whole});
            s.wrapped(title, {.weight = Weight::strong}, 4);
            lay_conflict(p, s, *rest[i]);
            if (s.draw) end_group(p.ui);
            if (i + 1 < rest.size()) s.gap(16);
        }
    };
    Stack measure(p.ui, {0, 0, body.w - 24, 0}, false);
    lay(measure);
    Rect card = body.cut_top(metrics::card_head + measure.height() + 24, 16);
    begin_card(p.ui, card, "conflicts", "Needs a decision", p.ui.theme->status(StatusKind::conflict).text);
    const Rect right = card_head(p.ui, card, "Needs a decision", 2);
    const std::string count = counted(rest.size(), "answer differs between copies", "answers differ between copies");
    if (const float width = text_width(p.ui, count, TextSize::small); width <= right.w)
        muted(p.ui, right.middle_right(width, 16), count);
    card.cut_top(metrics::card_head);
    Stack inside(p.ui, card.inset(12), true);
    lay(inside);
    end_card(p.ui);
}

} // namespace desk::ui
