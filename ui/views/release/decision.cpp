#include "ui/views/release/decision.hpp"

#include "core/release/content.hpp"
#include "core/rules/wording.hpp"
#include "ui/views/release/pointed.hpp"
#include "ui/views/release/vote_card.hpp"
#include "ui/views/release/window_card.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace desk::ui {

namespace {

struct Counts {
    std::size_t go = 0, no_go = 0, stale = 0, waiting = 0;
};
Counts counts_of(const desk::State& state) {
    Counts counts;
    for (const Vote& vote : state.votes)
        ++(vote.counts_as_go()              ? counts.go
           : vote.stale() && !vote.disputed ? counts.stale
           : vote.answer == Answer::no_go   ? counts.no_go
                                            : counts.waiting);
    return counts;
}

std::string verdict_of(const Part& p) {
    if (p.phase == Phase::deciding) {
        const Counts counts = counts_of(p.state());
        return counts.go == p.state().votes.size() ? "All say go" : "Not yet a go";
    }
    if (progress_of(p.phase) < progress_of(Phase::deciding)) return "Voting has not begun";
    return p.phase == Phase::cancelled ? "Cancelled" : "Go";
}

void lay_pills(const Part& p, Stack& s) {
    const Counts counts = counts_of(p.state());
    struct Pill {
        std::size_t count;
        const char* word;
        StatusKind kind;
        Icon icon;
    };
    const std::array<Pill, 4> pills = {{{counts.go, "go", StatusKind::done, Icon::check},
                                        {counts.no_go, "no-go", StatusKind::blocked, Icon::cross},
                                        {counts.stale, "stale", StatusKind::warning, Icon::history},
                                        {counts.waiting, "waiting", StatusKind::open, Icon::clock}}};
    Rect line = s.take(20, 4);
    for (const Pill& pill : pills) {
        if (pill.count == 0) continue;
        const std::string words = std::to_string(pill.count) + " " + pill.word;
        const float width = status_pill_width(p.ui, words);
        if (width > line.w) line = s.take(20, 4);
        const Rect at = line.cut_left(width, 4);
        if (s.draw) status_pill(p.ui, at, pill.kind, words, pill.icon);
    }
    s.gap(8);
}

void lay_verdict(const Part& p, Stack& s) {
    const Rect verdict = s.take(28, 8);
    if (s.draw) text(p.ui, verdict, verdict_of(p), {.size = TextSize::display, .weight = Weight::strong});
    lay_pills(p, s);
}

// Where a part of what is voted on (core/release/content.hpp) is to be read.
void open_part(const Part& p, std::string_view part) {
    if (part == "plan") return p.go(Section::overview, "rollback:plan");
    if (part == "version") return p.go(Section::overview, "version");
    if (part == "requirements") return p.go(Section::readiness);
    if (part == "notes") return p.go(Section::notes);
    p.go(Section::decision, "window");
}

// Which parts changed after a vote was cast, and whose votes that made stale.
void draw_changes(const Part& p, Rect& body) {
    std::vector<std::pair<std::string, std::vector<std::string>>> parts;
    for (const Vote& vote : p.state().votes)
        if (vote.stale())
            for (const std::string& part : vote.changed) {
                auto found =
                    std::find_if(parts.begin(), parts.end(), [&](const auto& one) { return one.first == part; });
                if (found == parts.end()) found = parts.insert(parts.end(), {part, {}});
                found->second.push_back(p.guide().role_name(vote.role));
            }
    if (parts.empty()) return;
    const auto lay = [&](Stack& s) {
        for (const auto& [part, roles] : parts) {
            std::string title = content_part_name(part);
            if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
            std::string words = "Makes stale: " + listed(roles);
            if (const Op* op = last_change_of(p.release, part))
                words = "Changed by " + op->by + ", " + time_phrase(p.model, op->wall_ms) + ". " + words;
            Rect line = s.take(20);
            const IdScope scope(part);
            const std::string open = "Open " + content_part_name(part);
            const LinkOptions options{.size = TextSize::small};
            const bool place = part != "guide" && part != "decision" && part != "votes";
            if (s.draw && place &&
                link(p.ui, line.cut_right(link_width(p.ui, open, options), 12), "open", open, options))
                open_part(p, part);
            if (s.draw) text(p.ui, line, title, {.weight = Weight::strong});
            s.wrapped(words, {.size = TextSize::small, .colour = p.ui.theme->muted}, 8);
        }
    };
    Stack measure(p.ui, {0, 0, body.w - 24, 0}, false);
    lay(measure);
    Rect card = body.cut_top(metrics::card_head + measure.height() + 20, 12);
    begin_card(p.ui, card, "changes", "What changed after votes were cast");
    card_head(p.ui, card, "What changed after votes were cast");
    card.cut_top(metrics::card_head);
    Stack inside(p.ui, card.inset(12, 10), true);
    lay(inside);
    end_card(p.ui);
}

} // namespace

void lay_voted_on(const Part& p, Stack& s) {
    const desk::State& state = p.state();
    s.fact("Version", state.version.text.empty() ? "Not given" : state.version.text);
    const std::string back = state.last_good.text.empty()              ? ", no way back named"
                             : state.last_good.text == "first-release" ? ", first release"
                                                                       : ", back to " + state.last_good.text;
    s.fact("Rollback plan", (state.rollback_plan.text.empty() ? "Not written" : "Written") + back);
    const auto written =
        std::count_if(state.notes.begin(), state.notes.end(), [](const auto& one) { return !one.second.text.empty(); });
    s.fact("Notes", std::to_string(written) + " of " + std::to_string(state.notes.size()) + " written");
    s.fact("Requirements", std::to_string(settled_count(state.requirements, p.around.now_ms)) + " of " +
                               std::to_string(state.requirements.size()) + " met or waived");
    if (const auto& window = state.window)
        s.fact("Window", window->set() ? span_words(*window, p.around.now_ms) : "None: " + window->none_reason);
}

void lay_decision_panel(const Part& p, Stack& s, const NextStep& step) {
    lay_verdict(p, s);
    lay_next_step(p, s, step);
}

void draw_decision(const Part& p, Rect& body) {
    if (columns(p.ui.size) == Columns::one) {
        Stack s(p.ui, body, true);
        lay_verdict(p, s);
        s.gap(4);
        body.cut_top(s.box.y - body.y);
    }
    Rect right = section_title(p, body, "Role votes");
    const std::string manager = p.people_of("release-manager");
    const std::string words = (manager.empty() ? "The Release Manager" : manager) + " coordinates, the roles vote";
    if (const float width = text_width(p.ui, words, TextSize::small); width <= right.w)
        muted(p.ui, right.cut_right(width), words);
    if (progress_of(p.phase) < progress_of(Phase::deciding))
        body.cut_top(text_wrapped(p.ui, body,
                                  "Votes are cast in Deciding. The phase is " + std::string(name_of(p.phase)) + ".",
                                  {.size = TextSize::small, .colour = p.ui.theme->muted}),
                     8);
    const auto& votes = p.state().votes;
    const int across = body.w >= 640 ? 3 : body.w >= 420 ? 2 : 1;
    for (std::size_t first = 0; first < votes.size(); first += static_cast<std::size_t>(across)) {
        const std::size_t last = std::min(votes.size(), first + static_cast<std::size_t>(across));
        float tallest = across == 1 ? 0.0F : 124.0F;
        for (std::size_t i = first; i < last; ++i) {
            IdScope scope(votes[i].role);
            const float width = body.column(static_cast<int>(i - first), across, 12).w - 24;
            tallest = std::max(tallest, lay_vote(p, {0, 0, width, 0}, votes[i], false));
        }
        const Rect row = body.cut_top(std::ceil(tallest) + 24, 12);
        for (std::size_t i = first; i < last; ++i) {
            const Vote& vote = votes[i];
            const Rect card = row.column(static_cast<int>(i - first), across, 12);
            const Theme& t = *p.ui.theme;
            const bool edged = vote.disputed || vote.stale() || vote.answer == Answer::no_go;
            IdScope scope(vote.role);
            begin_card(p.ui, card, "vote", p.guide().role_name(vote.role),
                       edged ? t.status(look_of(vote).kind).text : t.border);
            show_if_pointed_at(p, vote.role, card, has_controls(p, vote), metrics::radius_card);
            lay_vote(p, card.inset(12), vote, true);
            end_card(p.ui);
        }
    }
    body.cut_top(4);
    draw_window_card(p, body);
    draw_changes(p, body);
    const std::string_view rule =
        "A go needs every required role, on the present content. A no-go stands until it is withdrawn, or "
        "overridden with a reason. Silence blocks a go, and never blocks a rollback.";
    body.cut_top(text_wrapped(p.ui, body, rule, {.size = TextSize::small, .colour = p.ui.theme->muted}), 12);
}

} // namespace desk::ui
