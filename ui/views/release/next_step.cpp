#include "ui/views/release/next_step.hpp"

#include "core/release/content.hpp"
#include "core/rules/wording.hpp"
#include "ui/views/release/blockers.hpp"

#include <algorithm>
#include <utility>

namespace desk::ui {

namespace {

std::string in_place_text(const Gate& gate) { return "In place: " + listed(gate.in_place); }

// Why an approved release is deciding again.
void lay_lost_approval(const Part& p, Stack& s) {
    std::string words;
    if (p.phase != p.state().phase && p.state().phase == Phase::approved) {
        words = "The deployment window passed unused.";
    } else if (p.phase == Phase::deciding && !p.state().approval_lost.empty()) {
        std::vector<std::string> parts;
        for (const std::string& part : p.state().approval_lost) parts.push_back(content_part_name(part));
        words = "Changed since then: " + listed(parts) + ".";
    } else {
        return;
    }
    const std::string_view strong = "The go no longer counts";
    const Rect at = s.take(notice_height(p.ui, s.box.w, words, strong), 8);
    if (s.draw) notice(p.ui, at, "lost", StatusKind::warning, words, Icon::history, strong);
}

void lay_ways(const Part& p, Stack& s, const NextStep& step) {
    const bool overridable = std::any_of(step.gate.blockers.begin(), step.gate.blockers.end(),
                                         [](const Blocker& b) { return b.overridable; });
    const bool only_that = std::all_of(step.gate.blockers.begin(), step.gate.blockers.end(),
                                       [](const Blocker& b) { return b.overridable; });
    if (step.others.empty() && !overridable) return;
    Rect line = s.take(control_height(p.ui), 8);
    if (!s.draw) return;
    if (overridable) {
        const ButtonOptions ghost{.kind = ButtonKind::ghost,
                                  .locked = !only_that,
                                  .description = only_that ? "" : "Not everything that is missing can be overridden"};
        const Rect box = line.cut_right(button_width(p.ui, "Override", ghost), 8);
        const std::size_t pieces = step.others.size();
        for (std::size_t i = 0; i < pieces; ++i)
            if (button(p.ui, line.column(static_cast<int>(i), static_cast<int>(pieces), 8), step.others[i]->act,
                       step.others[i]->act))
                take_way(p, *step.others[i]);
        if (button(p.ui, box, "override", "Override", ghost)) {
            const Transition way = *step.main;
            if (only_that)
                p.ask({"Override what is missing?",
                       "The reason is kept with the release, and counted in the retrospective.",
                       std::string(way.act) + " anyway",
                       "Keep waiting",
                       false,
                       std::string(key_of(way.to)),
                       {{"Reason", "Say why", "", true}},
                       [way](const std::vector<QuestionField>& fields) -> Command {
                           return command::Advance{way.to, "", "", fields[0].text};
                       },
                       std::string(name_of(way.to)) + ", overridden"});
            else
                p.view.why_open = true;
        }
        return;
    }
    for (std::size_t i = 0; i < step.others.size(); ++i)
        if (button(p.ui, line.column(static_cast<int>(i), static_cast<int>(step.others.size()), 8), step.others[i]->act,
                   step.others[i]->act))
            take_way(p, *step.others[i]);
}

bool why_button(const Part& p, Rect box, const ButtonOptions& options) {
    if (std::exchange(p.view.why_focus, false)) focus_next(p.ui);
    return button(p.ui, box, "why", "Why not?", options);
}

// The primary button, and "Why not?" beside it while it cannot act, or under it where both do not fit side by side.
void lay_primary(const Part& p, Stack& s, const NextStep& step) {
    const Transition& way = *step.main;
    const std::size_t missing = step.gate.blockers.size();
    const bool may = step.gate.open();
    const std::string count = std::to_string(missing);
    const std::string description = missing == 1 ? "1 thing is missing" : count + " things are missing";
    ButtonOptions why{.trailing = p.view.why_open ? Icon::chevron_down : Icon::chevron_right,
                      .expanded = p.view.why_open,
                      .name = "Why not?"};
    const ButtonOptions go{
        .kind = ButtonKind::primary, .locked = !may, .description = may ? std::string_view() : description};
    const float room = s.box.w - button_width(p.ui, way.act, go) - 8;
    const bool beside = button_width(p.ui, "Why not?", why) <= room;
    // The count gives way rather than the place: opening must not move the button from under the pointer.
    ButtonOptions counted_why = why;
    counted_why.count = count;
    if (!p.view.why_open && (!beside || button_width(p.ui, "Why not?", counted_why) <= room)) why = counted_why;
    const float why_width = button_width(p.ui, "Why not?", why);
    Rect line = s.take(control_height(p.ui), 8);
    const Rect right = may ? Rect{} : beside ? line.cut_right(why_width, 8) : s.take(control_height(p.ui), 8);
    if (!s.draw) return;
    if (button(p.ui, line, "advance", way.act, go)) {
        if (may)
            take_way(p, way);
        else
            p.view.why_open = !p.view.why_open;
    }
    if (!may && why_button(p, right, why)) p.view.why_open = !p.view.why_open;
}

} // namespace

std::vector<const Transition*> ways_from_here(const Part& p) { return ways_on(p.state(), p.around); }

NextStep next_step_of(const Part& p) {
    NextStep step;
    const bool incident = p.state().in_incident();
    for (const Transition* way : ways_from_here(p)) {
        if (way->to == Phase::on_hold || way->to == Phase::cancelled) continue;
        if (way->to == Phase::rolling_back && !incident) continue;
        if (step.main)
            step.others.push_back(way);
        else
            step.main = way;
    }
    if (step.main) step.gate = gate(p.release, step.main->to, p.around);
    return step;
}

void take_way(const Part& p, const Transition& way) {
    const std::string about(key_of(way.to));
    const std::string done =
        way.to == Phase::on_hold ? "Put on hold" : "Now " + lower_first(std::string(name_of(way.to)));
    if (!way.needs_reason) {
        p.act(command::Advance{way.to, "", "", ""}, done);
        return;
    }
    Question q;
    q.about = about;
    q.confirm = way.act;
    q.fields = {{"Reason", "Say why", "", true}};
    q.done_text = done;
    q.command = [to = way.to](const std::vector<QuestionField>& fields) -> Command {
        return command::Advance{to, "", fields[0].text, ""};
    };
    const std::string title = title_of(p.state());
    if (way.to == Phase::cancelled) {
        q.title = "Cancel release?", q.text = title + " leaves the plan. Its history stays.";
        q.confirm = "Cancel it", q.keep = "Keep release", q.danger = true;
    } else if (way.to == Phase::on_hold) {
        q.title = "Put " + title + " on hold?", q.keep = "Keep going";
        q.text = "Nothing is lost: it resumes where it stands now.";
    } else if (way.from == Phase::on_hold) {
        q.title = "Resume " + title + "?", q.keep = "Stay on hold";
    } else if (way.to == Phase::preparing) {
        q.title = "Record no-go?", q.keep = "Keep deciding";
        q.text = "The release goes back to Preparing. The roles vote again after that.";
    } else {
        q.title = std::string(way.act) + "?", q.keep = "Leave as it is";
    }
    p.ask(std::move(q));
}

void lay_next_step(const Part& p, Stack& s, const NextStep& step) {
    if (!step.main) {
        s.wrapped(p.phase == Phase::cancelled ? "This release is cancelled. Its history stays."
                                              : "This release is closed. Nothing is left to do.",
                  {.colour = p.ui.theme->muted});
        return;
    }
    lay_lost_approval(p, s);
    const bool may = step.gate.open();
    lay_primary(p, s, step);
    if (!may && p.view.why_open) lay_blockers(p, s, step.gate.blockers);
    for (const Transition* way : ways_from_here(p)) lay_refusal(p, s, key_of(way->to));
    if (!step.gate.in_place.empty() && (may || p.view.why_open)) {
        const std::string words = in_place_text(step.gate);
        const Rect at = s.take(wrapped_height(p.ui, words, s.box.w - 20, TextSize::small), 8);
        if (s.draw) {
            icon(p.ui, {at.x, at.y, 16, 16}, Icon::check, p.ui.theme->status(StatusKind::done).text, 14);
            text_wrapped(p.ui, {at.x + 20, at.y, at.w - 20, at.h}, words,
                         {.size = TextSize::small, .colour = p.ui.theme->muted});
        }
    }
    for (std::size_t i = 0; i < step.gate.advice.size(); ++i) {
        const Blocker& advice = step.gate.advice[i];
        const Rect at = s.take(notice_height(p.ui, s.box.w, advice.fix, advice.text), 8);
        IdScope scope(static_cast<int>(i));
        if (s.draw) notice(p.ui, at, "advice", StatusKind::warning, advice.fix, Icon::none, advice.text);
    }
    lay_ways(p, s, step);
    s.wrapped("Recorded by " + owners_text(p.release, step.main->who),
              {.size = TextSize::small, .colour = p.ui.theme->muted});
}

namespace {

// What the dock shows above its button when there is more to say.
void lay_dock_rest(const Part& p, Stack& s, const NextStep& step) {
    const bool may = step.gate.open();
    if (p.view.why_open && !may) lay_blockers(p, s, step.gate.blockers);
    for (const Transition* way : ways_from_here(p)) lay_refusal(p, s, key_of(way->to));
    if (p.view.why_open || may) lay_ways(p, s, step);
}

constexpr float dock_line = 40, dock_foot = 8;

} // namespace

float dock_height(const Part& p, Rect page, const NextStep& step) {
    if (!step.main) return 0;
    Stack measure(p.ui, {0, 0, page.w - 2 * gutter(p.ui), 0}, false);
    lay_dock_rest(p, measure, step);
    const float least = dock_line + control_height(p.ui) + dock_foot;
    return least + std::min(measure.box.y, std::max(0.0F, page.h * 0.6F - least));
}

void draw_dock(const Part& p, Rect dock, const NextStep& step) {
    if (!step.main) return;
    const bool may = step.gate.open();
    const std::size_t missing = step.gate.blockers.size();
    const std::string words = may ? "Nothing is missing" : counted(missing, "thing is missing", "things are missing");
    begin_region(p.ui, Role::complementary, "dock", "Next step", dock);
    fill(p.ui, dock, p.ui.theme->surface);
    hairline(p.ui, dock.x, dock.y, dock.w);
    Rect body = dock.inset(gutter(p.ui), 0);
    Rect line = body.cut_top(dock_line).inset(0, 4);
    const Rect foot = body.cut_bottom(control_height(p.ui) + dock_foot);
    const ButtonOptions why{.kind = ButtonKind::ghost,
                            .trailing = p.view.why_open ? Icon::chevron_down : Icon::chevron_right,
                            .compact = true,
                            .expanded = p.view.why_open};
    const Rect right = may ? Rect{} : line.cut_right(button_width(p.ui, "Why not?", why), 8);
    status_word(p.ui, line, may ? StatusKind::done : StatusKind::blocked, words, may ? Icon::check : Icon::lock);
    if (!may && why_button(p, right, why)) p.view.why_open = !p.view.why_open;
    if (body.h > 1) {
        const Rect inside = begin_scroll(p.ui, "missing", {dock.x, body.y, dock.w, body.h}).inset(gutter(p.ui), 0);
        Stack s(p.ui, inside, true);
        lay_dock_rest(p, s, step);
        end_scroll(p.ui, s.box.y);
    }
    const ButtonOptions go{
        .kind = ButtonKind::primary, .locked = !may, .description = may ? std::string_view() : words};
    if (button(p.ui, foot.with_height(control_height(p.ui)), "advance", step.main->act, go)) {
        if (may)
            take_way(p, *step.main);
        else
            p.view.why_open = !p.view.why_open;
    }
    end_region(p.ui);
}

} // namespace desk::ui
