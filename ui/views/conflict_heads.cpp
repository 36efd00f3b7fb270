#include "ui/views/conflict_heads.hpp"

#include "core/compare/text_difference.hpp"
#include "core/notes/markdown.hpp"
#include "ui/views/words.hpp"

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

using Lines = std::vector<std::vector<MarkdownSpan>>;

constexpr std::size_t long_text = 80, context = 60; // bytes

void append_text(Lines& lines, std::string_view text, MarkdownSpan::Kind kind) {
    if (lines.empty()) lines.emplace_back();
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at) lines.back().push_back({kind, std::string(text.substr(at, end - at))});
        if (end < text.size()) lines.emplace_back();
        at = end + 1;
    }
}

// What each head says beside its short words, line by line.
std::vector<Lines> texts_of(const ConflictView& v) {
    std::vector<Lines> texts(v.said.size());
    const bool compare = v.said.size() == 2 && !v.said[0].rest.empty() && !v.said[1].rest.empty() &&
                         v.said[0].rest.size() + v.said[1].rest.size() > long_text;
    if (compare) {
        const auto sides = text_difference(v.said[0].rest, v.said[1].rest, context);
        for (std::size_t side = 0; side < 2; ++side)
            for (const TextPiece& piece : sides[side])
                append_text(texts[side], piece.text,
                            piece.differs ? MarkdownSpan::Kind::strong : MarkdownSpan::Kind::plain);
    } else {
        for (std::size_t i = 0; i < texts.size(); ++i)
            if (!v.said[i].rest.empty()) append_text(texts[i], v.said[i].rest, MarkdownSpan::Kind::plain);
    }
    return texts;
}

// What a head needs to say who and when on one line.
float one_line_width(const ConflictView& v, const ConflictHead& head) {
    return 26 + text_width(v.ui, head.said.by + " said", TextSize::small, Weight::strong) + 8 +
           text_width(v.ui, v.where(head), TextSize::small);
}

void lay_head(const ConflictView& v, Stack& s, std::size_t index, const Lines& lines, bool one_line) {
    const ConflictHead& head = v.conflict.heads[index];
    const SaidWords& words = v.said[index];
    const std::string when = v.where(head), who = head.said.by + " said";
    Rect line = s.take(20, one_line ? 4 : 0);
    const Rect at = one_line ? line.cut_right(text_width(v.ui, when, TextSize::small), 8) : s.take(16, 4);
    if (s.draw) {
        avatar(v.ui, line.cut_left(20, 6), head.said.by, head.said.by == v.model.my_name, 20);
        text_ellipsis(v.ui, line, who, {.size = TextSize::small, .weight = Weight::strong});
        muted(v.ui, at, when);
    }
    const Look look = look_of_answer(words.short_words);
    const Rect answer = s.take(20, words.rest.empty() ? 0 : 2);
    if (s.draw) status_word(v.ui, answer, look.kind, words.short_words, look.icon);
    for (const auto& one : lines) {
        const TextStyle style{.size = TextSize::small, .colour = v.ui.theme->muted};
        const float high = text_spans(v.ui, s.box, one, style, false);
        const Rect place = s.take(high);
        if (s.draw) text_spans(v.ui, place, one, style, true);
    }
}

} // namespace

ConflictView::ConflictView(Ui& u, const Model& m, const Release& r, const Conflict& c)
    : ui(u), model(m), release(r), conflict(c) {
    for (const ConflictHead& head : c.heads) said.push_back(said_words(r, c.about, head.value, head.kind));
    where = [&m](const ConflictHead& head) {
        return short_time(m, head.said.at_ms) + ", copy " + head.id.actor.text().substr(0, 4);
    };
}

std::string ConflictView::keep_words(std::size_t index) const {
    const ConflictHead& head = conflict.heads[index];
    const bool free_text = said[index].short_words == this_text;
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
    return same_person ? words + " " + where(head) : words;
}

command::Resolve resolution(const Conflict& conflict, std::size_t head) {
    return {conflict.about, conflict.heads[head].value, conflict.heads[head].kind};
}

void lay_conflict_heads(const ConflictView& v, Stack& s) {
    const auto& said = v.said;
    const auto& heads = v.conflict.heads;
    const std::vector<Lines> texts = texts_of(v);
    constexpr float inset = 10;
    const std::string_view between = "did not see each other";
    const bool beside = said.size() == 2 && s.box.w >= 440;
    const float middle = beside ? 76 : 0;
    const float width = beside ? (s.box.w - middle) / 2 : s.box.w;
    // All heads in the same way, so that none looks like the better one.
    const bool one_line = std::all_of(heads.begin(), heads.end(), [&](const ConflictHead& head) {
        return one_line_width(v, head) <= width - 2 * inset;
    });
    float tallest = 0;
    std::vector<float> heights;
    for (std::size_t i = 0; i < said.size(); ++i) {
        Stack measure(v.ui, {0, 0, width - 2 * inset, 0}, false);
        lay_head(v, measure, i, texts[i], one_line);
        heights.push_back(measure.height() + 16);
        tallest = std::max(tallest, heights.back());
    }
    const auto card = [&](Rect box, std::size_t i) {
        outline(v.ui, box, v.ui.theme->border, metrics::radius_control);
        Stack inside(v.ui, box.inset(inset, 8), true);
        lay_head(v, inside, i, texts[i], one_line);
    };
    const TextStyle apart{
        .size = TextSize::small, .colour = v.ui.theme->status(StatusKind::conflict).text, .align = Align::centre};
    if (beside) {
        Rect line = s.take(tallest, 8);
        if (s.draw) {
            card(line.cut_left(width), 0);
            const Rect mid = line.cut_left(middle).inset(6, 0);
            const float high = wrapped_height(v.ui, between, mid.w, TextSize::small);
            text_wrapped(v.ui, mid.middle(mid.w, high), between, apart);
            card(line, 1);
        }
    } else {
        for (std::size_t i = 0; i < said.size(); ++i) {
            if (i > 0) {
                const Rect mid = s.take(16, 4);
                if (s.draw) text(v.ui, mid, between, apart);
            }
            const Rect line = s.take(heights[i], 4);
            if (s.draw) card(line, i);
        }
    }
}

} // namespace desk::ui
