#include "ui/views/release/release_view.hpp"

#include "ui/views/release/activity.hpp"
#include "ui/views/release/acts.hpp"
#include "ui/views/release/checklist.hpp"
#include "ui/views/release/conflict.hpp"
#include "ui/views/release/decision.hpp"
#include "ui/views/release/draft_field.hpp"
#include "ui/views/release/hand_off.hpp"
#include "ui/views/release/history.hpp"
#include "ui/views/release/incident.hpp"
#include "ui/views/release/next_step.hpp"
#include "ui/views/release/notes.hpp"
#include "ui/views/release/overview.hpp"
#include "ui/views/release/part.hpp"
#include "ui/views/release/people.hpp"
#include "ui/views/release/pointed.hpp"
#include "ui/views/release/readiness.hpp"
#include "ui/views/release/release_head.hpp"
#include "ui/views/release/window_card.hpp"

#include <algorithm>
#include <utility>

namespace desk::ui {

namespace {

// A part of the side panel: a heading, perhaps a link at its right, and what `lay` puts below.
template <class Lay>
void side_part(const Part& p, Rect& body, std::string_view title, const Lay& lay, std::string_view link_label = {},
               std::string_view link_name = {}, bool* pressed = nullptr) {
    Rect line = body.cut_top(20, 8);
    if (!link_label.empty()) {
        const LinkOptions options{.size = TextSize::small, .name = link_name};
        const Rect at = line.cut_right(link_width(p.ui, link_label, options), 8);
        heading(p.ui, line, 2, title, {.weight = Weight::strong});
        if (link(p.ui, at, title, link_label, options)) *pressed = true;
    } else {
        heading(p.ui, line, 2, title, {.weight = Weight::strong});
    }
    Stack s(p.ui, body, true);
    lay(s);
    body.cut_top(s.height(), 16);
}

void divide(const Part& p, Rect& body) {
    hairline(p.ui, body.x - metrics::space_l, body.y, body.w + 2 * metrics::space_l);
    body.cut_top(13);
}

// What stands below the next step.
void draw_rest(const Part& p, Rect& body) {
    const Section section = p.model.route.section;
    if (section == Section::decision) {
        divide(p, body);
        side_part(p, body, "What is voted on", [&](Stack& s) { lay_voted_on(p, s); });
    }
    if (const Incident* incident = section == Section::incident ? shown_incident(p) : nullptr) {
        divide(p, body);
        side_part(p, body, "Rollback target", [&](Stack& s) { lay_rollback_target(p, s); });
        divide(p, body);
        side_part(p, body, "Incident", [&](Stack& s) { lay_incident_state(p, s, *incident); });
        divide(p, body);
        return side_part(p, body, "Timeline", [&](Stack& s) { lay_timeline(p, s, *incident); });
    }
    if (section == Section::checklist) {
        divide(p, body);
        bool change = false;
        side_part(
            p, body, "Deployment window", [&](Stack& s) { lay_window_summary(p, s); }, "Open",
            "Open the deployment window", &change);
        if (change) p.go(Section::decision, "window");
    }
    if (section != Section::overview) {
        divide(p, body);
        bool people = false;
        const std::string all = "All " + std::to_string(p.guide().roles.size());
        side_part(
            p, body, "Roles and people", [&](Stack& s) { lay_people(p, s, 6); }, all, all + " roles", &people);
        if (people) open_people(p);
        divide(p, body);
        bool open = false;
        side_part(
            p, body, "Rollback plan", [&](Stack& s) { lay_rollback_summary(p, s); }, "Open", "Open the rollback plan",
            &open);
        if (open) p.go(Section::overview, "rollback:plan");
    }
    divide(p, body);
    side_part(p, body, "Activity", [&](Stack& s) { lay_activity(p, s, 8); });
}

void lay_step(const Part& p, Stack& s, const NextStep& step) {
    if (p.model.route.section == Section::decision)
        lay_decision_panel(p, s, step);
    else
        lay_next_step(p, s, step);
}

std::string_view step_title(const Part& p) {
    return p.model.route.section == Section::decision ? "Decision" : "Next step";
}

void draw_side(const Part& p, Rect side, const NextStep& step) {
    begin_region(p.ui, Role::complementary, "side", "Next step and people", side);
    fill(p.ui, side, p.ui.theme->surface);
    hairline_vertical(p.ui, side.x, side.y, side.h);
    side.cut_left(1);
    Rect body = begin_scroll(p.ui, "side-scroll", side).inset(metrics::space_l, 12);
    side_part(p, body, step_title(p), [&](Stack& s) { lay_step(p, s, step); });
    draw_rest(p, body);
    end_scroll(p.ui, body.y);
    end_region(p.ui);
}

// Where there is no side panel: the next step as a card over the section, the rest behind "Details".
void draw_step_card(const Part& p, Rect& body, const NextStep& step) {
    const auto inside_of = [&](Rect area, bool draw) {
        Stack s(p.ui, area, draw);
        lay_step(p, s, step);
        return s.height();
    };
    const float width = body.w - 2 * metrics::card_padding;
    Rect card = body.cut_top(metrics::card_head + inside_of({0, 0, width, 0}, false) + 24, 16);
    begin_card(p.ui, card, "step", step_title(p));
    const Rect right = card_head(p.ui, card, step_title(p), 2);
    const ButtonOptions details{.kind = ButtonKind::ghost,
                                .trailing = p.view.details_open ? Icon::chevron_down : Icon::chevron_right,
                                .compact = true,
                                .expanded = p.view.details_open};
    const Rect at = right.middle_right(button_width(p.ui, "Details", details), compact_height(p.ui));
    if (button(p.ui, at, "details", "Details", details)) p.view.details_open = !p.view.details_open;
    card.cut_top(metrics::card_head);
    inside_of(card.inset(metrics::card_padding), true);
    end_card(p.ui);
    if (!p.view.details_open) return;
    begin_group(p.ui, Role::group, "details-of", "Details", body.with_height(1));
    Rect rest = {body.x + metrics::space_l, body.y, body.w - 2 * metrics::space_l, 0};
    draw_rest(p, rest);
    end_group(p.ui);
    body.cut_top(rest.y - body.y);
}

void draw_section(const Part& p, Rect& body, const NextStep& step) {
    switch (p.model.route.section) {
    case Section::overview:
        return draw_overview(p, body, step);
    case Section::readiness:
        return draw_readiness(p, body);
    case Section::checklist:
        return draw_checklist(p, body);
    case Section::decision:
        return draw_decision(p, body);
    case Section::notes:
        return draw_notes(p, body);
    case Section::incident:
        return draw_incident(p, body);
    case Section::hand_off:
        return draw_hand_off(p, body);
    case Section::history:
        return draw_history(p, body);
    }
}

// What was refused and has no place of its own in this section stands at the top of it.
bool has_own_place(const Part& p, const std::string& about) {
    const Section section = p.model.route.section;
    if (p.view.question || p.view.people_open) return true;
    for (const Transition* way : ways_from_here(p))
        if (about == key_of(way->to)) return true;
    const std::string item = about.compare(0, 5, "note:") == 0 ? about.substr(5) : about;
    if (p.guide().requirement(item)) return section == Section::readiness;
    if (p.guide().checklist_item(item)) return section == Section::checklist;
    if (about == "window" || p.state().vote(about)) return section == Section::decision;
    if (about.compare(0, 6, "notes:") == 0 || about.compare(0, 10, "announced:") == 0) return section == Section::notes;
    if (about == "hand-off" || about == "participants" || p.state().artifacts.count(about) > 0)
        return section == Section::hand_off;
    if (about == "incident" || about == "incident-note" || about.compare(0, 5, "sent:") == 0)
        return section == Section::incident;
    if (about == "actions") return section == Section::incident || section == Section::hand_off;
    const auto& playbook = p.guide().playbook;
    if (std::any_of(playbook.begin(), playbook.end(), [&](const ItemSpec& spec) { return spec.key == item; }))
        return section == Section::incident || section == Section::hand_off;
    for (const Conflict& conflict : p.state().conflicts)
        if (conflict.about == about) return true;
    if (p.view.drafts.count(about) != 0 && p.view.drafts.at(about).changed) return section == Section::overview;
    return about == "type" && section == Section::overview;
}

void draw_main(const Part& p, Rect area, const NextStep& step, bool step_on_top) {
    const Section section = p.model.route.section;
    IdScope scope(name_of(section));                        // each section keeps its own scroll position
    const bool tabbed = columns(p.ui.size) != Columns::one; // there a list chooses the section
    if (tabbed) begin_group(p.ui, Role::tab_panel, "panel", name_of(section), area);
    Rect body = begin_scroll(p.ui, "section", area);
    if (is_short(p.ui.size)) {
        draw_incident_banner(p, body);
        draw_head(p, body);
    }
    body = body.inset(gutter(p.ui), 16);
    if (body.w > metrics::content_max) body = body.middle(metrics::content_max, body.h);
    draw_not_here(p, body);
    if (const auto& refused = p.model.refused; refused && !has_own_place(p, refused->about)) {
        Stack s(p.ui, body, true);
        lay_refusal(p, s, refused->about, 12);
        body.cut_top(s.box.y - body.y);
    }
    if (const std::size_t forks = p.state().forks; forks > 0) {
        const std::string strong = counted(forks, "entry exists", "entries exist") + " in two versions";
        const std::string_view words =
            "A copy was restored or changed outside of the app. Both versions are kept and exported.";
        const float height = notice_height(p.ui, body.w, words, strong);
        const bool shown = section == Section::history && p.view.history.forked;
        notice(p.ui, body.cut_top(height, shown ? 12 : 8), "forks", StatusKind::conflict, words, Icon::fork, strong);
        const std::string_view see = "See both in the history";
        if (!shown && link(p.ui, body.cut_top(20, 12).with_width(link_width(p.ui, see)), "see-forks", see)) {
            p.view.history = {};
            p.view.history.forked = true;
            p.go(Section::history);
        }
    }
    draw_conflict_strip(p, body, section);
    if (step_on_top) draw_step_card(p, body, step);
    draw_section(p, body, step);
    end_scroll(p.ui, body.y + 4);
    if (tabbed) end_group(p.ui);
}

} // namespace

namespace {

// What is shown: the release, or the moment of its past that is looked at.
const Release& shown(const Release& present, ReleaseViewState& view) {
    if (view.moment && *view.moment >= present.log().size()) view.moment.reset();
    if (!view.moment) {
        view.past.reset();
        return present;
    }
    if (!view.past || view.past_moment != *view.moment) {
        view.past = std::make_shared<const Release>(as_of(present, *view.moment));
        view.past_moment = *view.moment;
    }
    return *view.past;
}

// The past cannot be changed: what was asked of it is not done, and said so.
void keep_past(const ReleaseViewState& view, Intents& asked, Intents& out) {
    bool refused = false;
    for (Intent& intent : asked) {
        if (view.past && std::holds_alternative<intent::Do>(intent))
            refused = true;
        else
            out.push_back(std::move(intent));
    }
    if (refused) out.emplace_back(intent::Say{"This is how it stood then. Go back to now to change it."});
}

} // namespace

Acts acts_of_release(Ui& ui, const Model& model, const Release& release, ReleaseViewState& view) {
    Intents none;
    const Surroundings around = model.around(release);
    const Part p{ui, model, release, view, none, around, phase_now(release.state(), around)};
    Acts acts = release_acts(p);
    for (Act& act : acts) act.run = {};
    return acts;
}

void draw_release(Ui& ui, const Model& model, const Release& present, ReleaseViewState& view, Rect page,
                  Intents& asked_of) {
    arrive(model, present, view);
    const Release& release = shown(present, view);
    Intents out;
    const Surroundings around = model.around(release);
    const Part p{ui, model, release, view, out, around, phase_now(release.state(), around)};
    IdScope scope(release.id());
    const Section section = model.route.section;
    if (view.section && *view.section != section) keep_drafts(p);
    view.section = section;
    if (const std::string asked = std::exchange(view.asked, {}); !asked.empty()) run_act(release_acts(p), asked);

    for (auto line = view.done_lines.begin(); line != view.done_lines.end();)
        if (--line->second > 0) {
            ++line;
        } else {
            view.lines[line->first].clear();
            line = view.done_lines.erase(line);
        }

    wake_at_boundary(p);
    const NextStep step = next_step_of(p);
    const Columns across = columns(ui.size);
    const bool all_scrolls = is_short(ui.size);
    const Rect dock = across == Columns::one && !all_scrolls ? page.cut_bottom(dock_height(p, page, step)) : Rect{};
    view.dock = dock.h;
    draw_past_bar(p, page);
    if (!all_scrolls) draw_incident_banner(p, page);
    // The head lies over both columns; the side panel comes after it, and on top of it, as a landmark of its own.
    begin_region(ui, Role::main, "main", name_of(section), page);
    if (!all_scrolls) draw_head(p, page);
    const Rect side = across == Columns::three ? page.cut_right(metrics::side_panel) : Rect{};
    draw_main(p, page, step, across == Columns::two || all_scrolls);
    end_region(ui);
    if (across == Columns::three) draw_side(p, side, step);
    if (across == Columns::one && !all_scrolls) draw_dock(p, dock, step);
    draw_question(p);
    draw_people_dialog(p);
    keep_past(view, out, asked_of);
}

} // namespace desk::ui
