#include "ui/views/release/vote_card.hpp"

#include "core/notes/ask.hpp"
#include "core/release/content.hpp"
#include "core/rules/wording.hpp"
#include "ui/views/release/acts.hpp"
#include "ui/views/release/conflict.hpp"
#include "ui/views/release/people.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

bool about_part(const Guide& guide, std::string_view about, std::string_view part) {
    const auto begins = [&](std::string_view prefix) { return about.substr(0, prefix.size()) == prefix; };
    if (part == "plan") return about == "rollback:plan" || about == "rollback:last-good";
    if (part == "window") return about == "window";
    if (part == "notes") return begins("notes:");
    if (part == "version") return about == "product" || about == "version" || about == "type";
    if (part == "decision") return about == "phase";
    if (part == "requirements") {
        if (!begins("item:")) return false;
        about.remove_prefix(5);
        return guide.requirement(about.substr(0, about.find(':'))) != nullptr;
    }
    return false;
}

const char* said_word(const Vote& vote) {
    return vote.answer == Answer::go ? "go" : vote.answer == Answer::no_go ? "no-go" : "nothing";
}

// "Said go at 11:32. The rollback plan changed at 13:40, so this vote no longer counts."
std::string stale_words(const Part& p, const Vote& vote) {
    std::vector<std::string> changes;
    for (const std::string& part : vote.changed) {
        std::string words = content_part_name(part);
        if (const Op* op = last_change_of(p.release, part))
            words += " (" + op->by + ", " + short_time(p.model, op->wall_ms) + ")";
        changes.push_back(std::move(words));
    }
    return vote.said.by + " said " + said_word(vote) + ", " + short_time(p.model, vote.said.at_ms) +
           ". Changed since then: " + listed(changes) + ", so this vote no longer counts.";
}

std::string words_of(const Part& p, const Vote& vote) {
    if (vote.disputed) return "Copies disagree, so it counts as no-go.";
    if (vote.stale()) return stale_words(p, vote);
    if (!vote.reason.empty()) return "“" + vote.reason + "”";
    if (vote.answer == Answer::withdrawn) return "Took the vote back. No vote is not a go.";
    if (vote.answer == Answer::none) return "No answer yet. Silence blocks a go.";
    return {};
}

void lay_buttons(const Part& p, Stack& s, const Acts& acts) {
    Rect line = s.take(compact_height(p.ui), 4);
    if (!s.draw) return;
    for (const Act& act : acts) {
        const ButtonOptions options{.kind = act.icon == Icon::none ? ButtonKind::ghost : ButtonKind::secondary,
                                    .icon = act.icon,
                                    .compact = true};
        const Rect at = line.cut_left(button_width(p.ui, act.label, options), 6);
        if (button(p.ui, at, act.key, act.label, options)) act.run();
    }
}

// Others are asked for what only they can do: the app prepares the message, and sends nothing.
bool can_ask(const Part& p, const Vote& vote) {
    return p.phase == Phase::deciding && !vote.counts_as_go() && !vote.disputed && !p.hold(vote.role) &&
           !p.me().empty() && !p.people_of(vote.role).empty();
}

void draw_ask(const Part& p, Rect line, const Vote& vote) {
    constexpr MenuItem ways[] = {{"Copy the message", Icon::copy}, {"Write an e-mail", Icon::bell}};
    const std::string label = vote.stale() ? "Ask to vote again" : "Ask " + p.people_of(vote.role);
    const std::string_view shown =
        menu_button_width(p.ui, label) <= line.w ? std::string_view(label) : std::string_view("Ask");
    const int chosen =
        menu_button(p.ui, line.moved(-8, 0).with_width(menu_button_width(p.ui, shown)), "ask", shown, ways);
    if (chosen < 0) return;
    for (const Blocker& missing : gate(p.release, Phase::approved, p.around).blockers)
        if (missing.rule == "votes" && missing.item == vote.role) {
            AnnouncementText message = ask_for(p.release, missing);
            if (chosen == 0)
                p.out.push_back(intent::CopyText{message.subject + "\n\n" + message.body, "Message copied"});
            else
                p.out.push_back(intent::WriteMail{std::move(message)});
        }
}

void lay_foot(const Part& p, Stack& s, const Vote& vote) {
    const bool cast = vote.answer == Answer::go || vote.answer == Answer::no_go;
    if (cast && !vote.stale() && !vote.disputed) {
        const Rect line = s.take(16, 8);
        if (s.draw) muted(p.ui, line, vote.said.by + ", " + time_phrase(p.model, vote.said.at_ms));
    }
    if (const Acts acts = vote_acts(p, vote); !acts.empty()) lay_buttons(p, s, acts);
    if (can_ask(p, vote)) {
        const Rect line = s.take(compact_height(p.ui), 4);
        if (s.draw) draw_ask(p, line, vote);
    }
    if (!p.view.question) lay_refusal(p, s, vote.role);
}

} // namespace

const Op* last_change_of(const Release& release, std::string_view part) {
    const Op* last = nullptr;
    for (const Op* op : release.log().ordered())
        if (op->known() && about_part(release.guide(), op->about, part)) last = op;
    return last;
}

VoteLook look_of(const Vote& vote) {
    if (vote.disputed) return {StatusKind::conflict, Icon::conflict, "Conflict"};
    if (vote.stale()) return {StatusKind::warning, Icon::history, "Stale"};
    switch (vote.answer) {
    case Answer::go:
        return {StatusKind::done, Icon::check, "Go"};
    case Answer::no_go:
        return {StatusKind::blocked, Icon::cross, "No-go"};
    case Answer::withdrawn:
        return {StatusKind::open, Icon::undo, "Withdrawn"};
    case Answer::none:
        break;
    }
    return {StatusKind::open, Icon::clock, "Waiting"};
}

bool has_controls(const Part& p, const Vote& vote) {
    return !vote_acts(p, vote).empty() || can_ask(p, vote) || vote.disputed || p.people_of(vote.role).empty();
}

float lay_vote(const Part& p, Rect area, const Vote& vote, bool draw) {
    const VoteLook look = look_of(vote);
    const Theme& t = *p.ui.theme;
    const std::string people = p.people_of(vote.role);
    Stack s(p.ui, area, draw);
    // A role's name is never cut: where the pill has no room beside it, the pill stands under it.
    const std::string role = p.guide().role_name(vote.role);
    const float word_width = status_pill_width(p.ui, look.word);
    const bool beside = text_width(p.ui, role, TextSize::body, Weight::strong) + 8 + word_width <= s.box.w;
    Rect head = s.take(20, 6);
    const Rect pill = beside ? head.cut_right(word_width, 8) : s.take(20, 6);
    if (draw) {
        heading(p.ui, head, 3, role);
        status_pill(p.ui, pill, look.kind, look.word, look.icon);
    }
    Rect who = s.take(20, 6);
    if (draw && !people.empty())
        person(p.ui, who, people, p.hold(vote.role), 20);
    else if (draw) {
        muted(p.ui, who.cut_left(text_width(p.ui, "No owner yet.", TextSize::small), 6), "No owner yet.");
        const std::string name = "Assign " + p.guide().role_name(vote.role);
        if (link(p.ui, who, "assign", "Assign", {.size = TextSize::small, .name = name})) open_people(p, vote.role);
    }
    const bool loud = vote.stale() || (vote.answer == Answer::no_go && !vote.disputed);
    if (const std::string words = words_of(p, vote); !words.empty())
        s.wrapped(words, {.size = TextSize::small, .colour = loud ? t.text : t.muted}, 8);
    if (vote.disputed)
        for (const Conflict& conflict : p.state().conflicts)
            if (conflict.about == "vote:" + vote.role) {
                lay_conflict(p, s, conflict);
                s.gap(8);
            }
    // Time and buttons stand at the foot of the card, whatever is above.
    Stack foot(p.ui, {0, 0, area.w, 0}, false);
    lay_foot(p, foot, vote);
    if (draw) s.gap(std::max(0.0F, area.bottom() - s.box.y - foot.height()));
    lay_foot(p, s, vote);
    return s.height();
}

} // namespace desk::ui
