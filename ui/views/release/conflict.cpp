#include "ui/views/release/conflict.hpp"

#include "core/history/words.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

struct Look {
    StatusKind kind;
    Icon icon;
};

Look look_of_answer(const std::string& words) {
    if (words == "met" || words == "done" || words == "go") return {StatusKind::done, Icon::check};
    if (words == "not met" || words == "not done" || words == "withdrawn") return {StatusKind::open, Icon::circle};
    if (words == "no-go") return {StatusKind::blocked, Icon::cross};
    if (words == "waived") return {StatusKind::warning, Icon::skip};
    if (words == "not applicable") return {StatusKind::not_applicable, Icon::not_applicable};
    return {StatusKind::open, Icon::pencil};
}

// When, and on which copy.
std::string copy_words(const Part& p, const ConflictHead& head) {
    return short_time(p.model, head.said.at_ms) + ", copy " + head.id.actor.text().substr(0, 4);
}

// What a head needs to say who and when on one line.
float one_line_width(const Part& p, const ConflictHead& head) {
    return 26 + text_width(p.ui, head.said.by + " said", TextSize::small, Weight::strong) + 8 +
           text_width(p.ui, copy_words(p, head), TextSize::small);
}

void lay_head(const Part& p, Stack& s, const ConflictHead& head, const SaidWords& words, bool one_line) {
    const std::string when = copy_words(p, head), who = head.said.by + " said";
    Rect line = s.take(20, one_line ? 4 : 0);
    const Rect at = one_line ? line.cut_right(text_width(p.ui, when, TextSize::small), 8) : s.take(16, 4);
    if (s.draw) {
        avatar(p.ui, line.cut_left(20, 6), head.said.by, head.said.by == p.me(), 20);
        text_ellipsis(p.ui, line, who, {.size = TextSize::small, .weight = Weight::strong});
        muted(p.ui, at, when);
    }
    const Look look = look_of_answer(words.short_words);
    const Rect answer = s.take(20, words.rest.empty() ? 0 : 2);
    if (s.draw) status_word(p.ui, answer, look.kind, words.short_words, look.icon);
    if (!words.rest.empty()) s.wrapped(words.rest, {.size = TextSize::small, .colour = p.ui.theme->muted});
}

// "Keep met"; "Keep Bruno's no-go" for a vote. Where two said it in the same words: "Keep waived, as Ana said", and
// with the time where even the names are the same.
std::string keep_words(const Part& p, const Conflict& conflict, std::size_t index, const std::vector<SaidWords>& said) {
    const ConflictHead& head = conflict.heads[index];
    const bool free_text = said[index].short_words == "this text";
    const bool vote = conflict.about.compare(0, 5, "vote:") == 0;
    std::string words =
        "Keep " + (vote || free_text ? head.said.by + "'s " : "") + (free_text ? "text" : said[index].short_words);
    bool same_words = false, same_person = false;
    for (std::size_t other = 0; other < said.size(); ++other)
        if (other != index && said[other].short_words == said[index].short_words) {
            same_words = true;
            same_person |= conflict.heads[other].said.by == head.said.by;
        }
    if (same_words && !vote && !free_text) words += ", as " + head.said.by + " said";
    return same_person ? words + " " + copy_words(p, head) : words;
}

void lay_choices(const Part& p, Stack& s, const Conflict& conflict, const std::vector<SaidWords>& said) {
    const ButtonOptions options{.compact = true};
    Rect line = s.take(compact_height(p.ui), 6);
    for (std::size_t i = 0; i < said.size(); ++i) {
        const std::string words = keep_words(p, conflict, i, said);
        const float width = button_width(p.ui, words, options);
        if (i > 0 && width > line.w) line = s.take(compact_height(p.ui), 6);
        IdScope scope(static_cast<int>(i));
        if (s.draw && button(p.ui, line.cut_left(width, 8), "keep", words, options))
            p.act(command::Resolve{conflict.about, conflict.heads[i].value, conflict.heads[i].kind},
                  "Decided: " + words);
        else if (!s.draw)
            line.cut_left(width, 8);
    }
}

} // namespace

void lay_conflict(const Part& p, Stack& s, const Conflict& conflict) {
    IdScope scope(conflict.about);
    std::vector<SaidWords> said;
    for (const ConflictHead& head : conflict.heads)
        said.push_back(said_words(p.release, conflict.about, head.value, head.kind));

    constexpr float inset = 10;
    const std::string_view between = "did not see each other";
    const bool beside = said.size() == 2 && s.box.w >= 440;
    const float middle = beside ? 76 : 0;
    const float width = beside ? (s.box.w - middle) / 2 : s.box.w;
    // All heads in the same way, so that none looks like the better one.
    const bool one_line = std::all_of(conflict.heads.begin(), conflict.heads.end(), [&](const ConflictHead& head) {
        return one_line_width(p, head) <= width - 2 * inset;
    });
    float tallest = 0;
    std::vector<float> heights;
    for (std::size_t i = 0; i < said.size(); ++i) {
        Stack measure(p.ui, {0, 0, width - 2 * inset, 0}, false);
        lay_head(p, measure, conflict.heads[i], said[i], one_line);
        heights.push_back(measure.height() + 16);
        tallest = std::max(tallest, heights.back());
    }
    const auto card = [&](Rect box, std::size_t i) {
        outline(p.ui, box, p.ui.theme->border, metrics::radius_control);
        Stack inside(p.ui, box.inset(inset, 8), true);
        lay_head(p, inside, conflict.heads[i], said[i], one_line);
    };
    const TextStyle apart{
        .size = TextSize::small, .colour = p.ui.theme->status(StatusKind::conflict).text, .align = Align::centre};
    if (beside) {
        Rect line = s.take(tallest, 8);
        if (s.draw) {
            card(line.cut_left(width), 0);
            const Rect mid = line.cut_left(middle).inset(6, 0);
            const float high = wrapped_height(p.ui, between, mid.w, TextSize::small);
            text_wrapped(p.ui, mid.middle(mid.w, high), between, apart);
            card(line, 1);
        }
    } else {
        for (std::size_t i = 0; i < said.size(); ++i) {
            if (i > 0) {
                const Rect mid = s.take(16, 4);
                if (s.draw) text(p.ui, mid, between, apart);
            }
            const Rect line = s.take(heights[i], 4);
            if (s.draw) card(line, i);
        }
    }
    lay_choices(p, s, conflict, said);
    s.wrapped(safe_reading(p.release, conflict.about), {.size = TextSize::small, .colour = p.ui.theme->muted});
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
