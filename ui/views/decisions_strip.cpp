#include "ui/views/decisions_strip.hpp"

#include "core/history/words.hpp"
#include "ui/views/stack.hpp"
#include "ui/views/words.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

constexpr std::size_t most = 3; // conflicts that are told; the others are counted

struct Line {
    const Release* release = nullptr;
    const Conflict* conflict = nullptr;
    std::string what; // "Support Lead's vote"
    // "Bruno said go, 11:32 · Ana said no-go, 11:40 · neither had seen the other"; of long texts "Ana's text, 11:30".
    std::string heads;
};

std::string heads_of(const Model& model, const Release& release, const Conflict& conflict) {
    constexpr std::size_t longest = 80; // bytes of a reason: longer ones are read where they are decided
    std::vector<SaidWords> said;
    for (const ConflictHead& head : conflict.heads)
        said.push_back(said_words(release, conflict.about, head.value, head.kind));
    const bool same = std::all_of(said.begin(), said.end(),
                                  [&](const SaidWords& one) { return one.short_words == said.front().short_words; });
    std::string words;
    for (std::size_t i = 0; i < said.size(); ++i) {
        const Said& who = conflict.heads[i].said;
        words += who.by + (said[i].short_words == this_text ? "'s text" : " said " + said[i].short_words);
        if (same && !said[i].rest.empty() && said[i].rest.size() <= longest) words += ", “" + said[i].rest + "”";
        words += ", " + short_time(model, who.at_ms) + " · ";
    }
    return words + (said.size() == 2 ? "neither had seen the other" : "none had seen the others");
}

// Whole lines, one below the other: what, then who said what.
void lay_line(Ui& ui, Stack& s, const Line& line, Intents& out) {
    const std::string title = title_of(line.release->state());
    const LinkOptions go{.size = TextSize::small};
    const std::string_view label = "Decide";
    const float width = link_width(ui, label, go);
    const float room = s.box.w - width - 16;
    const TextStyle strong{.weight = Weight::strong}, quiet{.size = TextSize::small, .colour = ui.theme->muted};
    const float whole = std::min(text_width(ui, title, TextSize::body, Weight::strong), room);
    const bool beside = whole + 8 + text_width(ui, line.what) <= room;
    Rect first = s.take(20);
    if (s.draw) {
        const std::string name = "Decide " + line.what + " in " + title;
        LinkOptions options = go;
        options.name = name;
        if (link(ui, first.cut_right(width, 16), "decide", label, options))
            out.emplace_back(intent::Go{route_of(*line.release, *line.conflict)});
        first.cut_left(text_ellipsis(ui, first, title, strong), 8);
        if (beside) text(ui, first, line.what, {});
    }
    if (!beside) s.wrapped(line.what, {});
    s.wrapped(line.heads, quiet);
}

} // namespace

Route route_of(const Release& release, const Conflict& conflict) {
    const std::string& about = conflict.about;
    Route route{Place::releases, release.id(), Section::overview, about};
    for (const std::string_view prefix : {"item:", "note:", "evidence:"}) {
        if (!about.starts_with(prefix)) continue;
        const std::string rest = about.substr(prefix.size());
        const std::string item = rest.substr(0, rest.find(':'));
        if (release.state().item(item) == nullptr) continue;
        if (release.guide().requirement(item) != nullptr)
            return {Place::releases, release.id(), Section::readiness, item};
        if (release.guide().checklist_item(item) != nullptr)
            return {Place::releases, release.id(), Section::checklist, item};
    }
    if (about.starts_with("vote:") && release.state().vote(about.substr(5)) != nullptr)
        return {Place::releases, release.id(), Section::decision, about.substr(5)};
    return route;
}

bool draw_decisions_strip(Ui& ui, const Model& model, const std::vector<std::string>& releases, Rect& body,
                          Intents& out) {
    std::vector<Line> lines;
    std::size_t in_dispute = 0, left = 0;
    for (const std::string& id : releases) {
        const Release* release = model.release(id);
        if (release == nullptr || release->state().conflicts.empty()) continue;
        ++in_dispute;
        for (const Conflict& conflict : release->state().conflicts) {
            if (lines.size() == most) {
                ++left;
                continue;
            }
            lines.push_back(
                {release, &conflict, register_title(*release, conflict.about), heads_of(model, *release, conflict)});
        }
    }
    if (in_dispute == 0) return false;
    const std::string title = counted(in_dispute, "release needs", "releases need") + " a decision";
    const std::string more = std::to_string(left) + " more: show these releases";
    bool all = false;
    const auto lay = [&](Stack& s) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const IdScope scope(static_cast<int>(i));
            Stack measure(ui, {0, 0, s.box.w, 0}, false);
            lay_line(ui, measure, lines[i], out);
            const Rect row = s.take(measure.box.y, i + 1 < lines.size() || left > 0 ? 10 : 0);
            if (!s.draw) continue;
            begin_group(ui, Role::list_item, "conflict",
                        title_of(lines[i].release->state()) + ": " + lines[i].what + ". " + lines[i].heads, row);
            Stack real(ui, row, true);
            lay_line(ui, real, lines[i], out);
            end_group(ui);
        }
        if (left == 0) return;
        const Rect line = s.take(20);
        const LinkOptions options{.size = TextSize::small};
        if (s.draw) all = link(ui, line.with_width(link_width(ui, more, options)), "more", more, options);
    };
    Stack measure(ui, {0, 0, body.w - 2 * metrics::card_padding - 24, 0}, false);
    lay(measure);
    const StatusColours& colours = ui.theme->status(StatusKind::conflict);
    Rect card = body.cut_top(metrics::card_head - 4 + measure.height() + metrics::card_padding, 12);
    begin_card(ui, card, "decisions", title, colours.text);
    Rect inside = card.inset(metrics::card_padding, 0);
    Rect head = inside.cut_top(metrics::card_head - 4);
    icon(ui, head.cut_left(16, 8).middle(16, 16), Icon::conflict, colours.text);
    heading(ui, head, 2, title, {.weight = Weight::strong, .colour = colours.text});
    inside.cut_left(24);
    begin_group(ui, Role::list, "conflicts", "What copies disagree on", inside);
    Stack s(ui, inside, true);
    lay(s);
    end_group(ui);
    end_card(ui);
    return all;
}

} // namespace desk::ui
