#include "ui/views/release/release_head.hpp"

#include "ui/views/phase_look.hpp"
#include "ui/views/release/acts.hpp"
#include "ui/views/release/incident.hpp"

#include <algorithm>
#include <array>

namespace desk::ui {

namespace {

constexpr std::array<Section, 8> sections = {Section::overview, Section::readiness, Section::checklist,
                                             Section::decision, Section::notes,     Section::incident,
                                             Section::hand_off, Section::history};

std::string count_of(const Part& p, Section section) {
    const desk::State& state = p.state();
    const auto share = [](std::size_t done, std::size_t all) {
        return std::to_string(done) + "/" + std::to_string(all);
    };
    if (section == Section::readiness)
        return share(settled_count(state.requirements, p.around.now_ms), state.requirements.size());
    if (section == Section::checklist)
        return share(settled_count(state.checklist, p.around.now_ms), state.checklist.size());
    if (section == Section::incident) {
        const auto open = std::count_if(state.incidents.begin(), state.incidents.end(),
                                        [](const Incident& incident) { return incident.open(); });
        return open > 0 ? std::to_string(open) + " open" : std::string();
    }
    const bool any =
        std::any_of(state.votes.begin(), state.votes.end(), [](const Vote& v) { return v.answer != Answer::none; });
    if (section == Section::decision && (any || p.phase == Phase::deciding)) {
        const auto go =
            std::count_if(state.votes.begin(), state.votes.end(), [](const Vote& v) { return v.counts_as_go(); });
        return share(static_cast<std::size_t>(go), state.votes.size());
    }
    return {};
}

// The phase that the stepper shows as the present one: on hold it is where the hold began.
Phase standing(const Part& p) {
    const auto& last = p.state().last_change;
    return (p.phase == Phase::on_hold || p.phase == Phase::cancelled) && last ? last->from : p.phase;
}

std::vector<Phase> way_of(const Part& p, Phase now) {
    const desk::State& state = p.state();
    std::vector<Phase> way(straight_way.begin(), straight_way.end());
    Phase began = Phase::draft; // none
    bool over = false;
    for (const PhaseChange& change : state.way) {
        if (change.to == Phase::rolling_back) began = change.from;
        if (change.from == Phase::rolling_back && change.to == Phase::monitoring) began = Phase::draft;
        if (change.to == Phase::rolled_back) over = true;
    }
    if (began == Phase::draft) return way;
    const auto at = std::find(way.begin(), way.end(), began);
    auto rest = at == way.end() ? at : at + 1;
    if (over || now == Phase::rolled_back) rest = way.erase(rest, std::find(rest, way.end(), Phase::retrospective));
    way.insert(rest, {Phase::rolling_back, Phase::rolled_back});
    return way;
}

std::vector<Step> steps_of(const std::vector<Phase>& way, Phase now) {
    std::vector<Step> steps;
    const auto present = std::find(way.begin(), way.end(), now);
    for (auto phase = way.begin(); phase != way.end(); ++phase) {
        Step step{name_of(*phase), phase < present    ? StepState::done
                                   : phase == present ? StepState::present
                                                      : StepState::later};
        if (*phase == Phase::rolling_back || *phase == Phase::rolled_back) {
            if (phase <= present) step.state = StepState::wrong, step.wrong_now = phase == present;
            step.icon = Icon::rollback;
        }
        steps.push_back(step);
    }
    return steps;
}

std::string subtitle_of(const Part& p) {
    std::string words = p.state().name.text;
    if (const auto& window = p.state().window; window && window->set()) {
        if (!words.empty()) words += " · ";
        words += span_words(*window, p.around.now_ms);
    }
    return words;
}

constexpr ButtonOptions share_options{.icon = Icon::link};
constexpr float least_subtitle = 160;

// What of the head's buttons has room there; the rest stands in the menu.
struct HeadButtons {
    bool exports = false, shares = false;
};

// The menu at the right: what has no button of its own there.
void draw_more(const Part& p, Rect box, const HeadButtons& there) {
    Acts acts = head_acts(p);
    std::erase_if(acts, [&](const Act& act) {
        return !act.why.empty() || (act.key == "export" && there.exports) || (act.key == "share" && there.shares);
    });
    std::vector<MenuItem> items;
    for (const Act& act : acts) items.push_back({act.label, act.icon, act.note});
    const int chosen = menu(p.ui, box, "more", Icon::more, "More actions", items);
    if (chosen >= 0) acts[static_cast<std::size_t>(chosen)].run();
}

// As tabs, or where there is no room for any by name and menu.
void draw_sections(const Part& p, Rect line, bool phone) {
    std::array<std::string, sections.size()> counts;
    std::array<TabChoice, sections.size()> choices;
    int present = 0;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        counts[i] = count_of(p, sections[i]);
        choices[i] = {name_of(sections[i]), counts[i]};
        if (sections[i] == p.model.route.section) present = static_cast<int>(i);
    }
    const int chosen = phone ? tabs_menu(p.ui, line, "sections", "All sections", choices, present)
                             : tabs(p.ui, line, "sections", "Sections", choices, present);
    if (chosen >= 0) p.go(sections[static_cast<std::size_t>(chosen)]);
}

// Where the release stands on its way, as "Phase 2 of 10 · next: Staging"; empty where it has left the way.
std::string place_on_way(const std::vector<Step>& steps) {
    const auto present = std::find_if(steps.begin(), steps.end(), is_now);
    if (present == steps.end()) return {};
    std::string where = "Phase " + std::to_string(present - steps.begin() + 1) + " of " + std::to_string(steps.size());
    if (present + 1 != steps.end()) where += " · next: " + std::string((present + 1)->label);
    return where;
}

// Title and type, name and window, and where the release stands, below each other.
void draw_phone_lines(const Part& p, Rect about, const std::string& subtitle, const std::string& where) {
    about.cut_top(8);
    Rect line = about.cut_top(44);
    const Rect more = line.cut_right(control_height(p.ui), 8);
    const std::string title = title_of(p.state()), type = type_name(p.release);
    const float room = line.w - badge_width(p.ui, type) - 12;
    const bool long_title = text_width(p.ui, title, TextSize::display, Weight::strong) > room;
    const TextStyle style{.size = long_title ? TextSize::title : TextSize::display, .weight = Weight::strong};
    line.cut_left(std::min(heading(p.ui, line.with_width(std::min(line.w, room)), 1, title, style), room), 12);
    badge(p.ui, line, type);
    draw_more(p, more.middle(more.w, 31), {});
    if (!subtitle.empty())
        text_ellipsis(p.ui, about.cut_top(20), subtitle, {.size = TextSize::small, .colour = p.ui.theme->muted});
    const PhaseLook look = look_of(p.phase);
    about.cut_left(status_word(p.ui, about, look.kind, name_of(p.phase), look.icon), 8);
    muted(p.ui, about, where);
}

// Title and phase alone.
void draw_phone_line(const Part& p, Rect line) {
    const Rect more = line.cut_right(control_height(p.ui), 8);
    const Rect phase = line.cut_right(status_word_width(p.ui, name_of(p.phase)), 12);
    heading(p.ui, line, 1, title_of(p.state()), {.size = TextSize::title, .weight = Weight::strong});
    const PhaseLook look = look_of(p.phase);
    status_word(p.ui, phase, look.kind, name_of(p.phase), look.icon);
    draw_more(p, more.middle(more.w, 31), {});
}

void draw_phone(const Part& p, Rect& page, const std::vector<Step>& steps) {
    const std::string subtitle = subtitle_of(p), where = place_on_way(steps);
    // A banner tells already what it is, of which type, and takes the room: one line has to do.
    const bool under_banner = banner_incident(p) != nullptr;
    const float about_height = under_banner ? 44 : 8 + 44 + (subtitle.empty() ? 0.0F : 20.0F) + 28;
    Rect head = page.cut_top(about_height + 12 + 45);
    fill(p.ui, head, p.ui.theme->surface);
    hairline(p.ui, head.x, head.bottom() - 1, head.w);
    Rect body = head.inset(gutter(p.ui), 0);
    const Rect about = body.cut_top(about_height);
    if (under_banner)
        draw_phone_line(p, about);
    else
        draw_phone_lines(p, about, subtitle, where);
    stepper_segments(p.ui, body.cut_top(4, 8), "phases", std::string(name_of(p.phase)) + ", " + lower_first(where),
                     steps);
    hairline(p.ui, head.x, body.y, head.w);
    body.cut_top(1);
    draw_sections(p, body.cut_top(44), true);
}

} // namespace

void draw_head(const Part& p, Rect& page) {
    const Theme& t = *p.ui.theme;
    const std::vector<Step> steps = steps_of(way_of(p, standing(p)), standing(p));
    if (columns(p.ui.size) == Columns::one) return draw_phone(p, page, steps);

    Rect head = page.cut_top(52 + metrics::stepper + metrics::tabs);
    fill(p.ui, head, t.surface);
    hairline(p.ui, head.x, head.bottom() - 1, head.w);
    Rect body = head.inset(gutter(p.ui), 0);
    // Over the content and the side panel, whose left edges stay one below the other on the widest screens.
    const float widest = metrics::content_max + metrics::side_panel;
    if (body.w > widest) body = body.middle(widest, body.h);
    Rect line = body.cut_top(52);
    const std::string tip = key_tip(p.model, "export");
    const ButtonOptions save{.icon = Icon::download, .tooltip = tip};
    const Rect more = line.cut_right(control_height(p.ui), 8);
    const Rect exporting = line.cut_right(button_width(p.ui, "Export", save), 8);
    const std::string title = title_of(p.state()), subtitle = subtitle_of(p), type = type_name(p.release);
    const float share_width = button_width(p.ui, "Share", share_options);
    const float words = text_width(p.ui, title, TextSize::display, Weight::strong) + 12 + badge_width(p.ui, type) +
                        (subtitle.empty() ? 0 : 12 + least_subtitle);
    const HeadButtons there{true, p.model.can_share && line.w >= share_width + 16 + words};
    const Rect sharing = there.shares ? line.cut_right(share_width, 8) : Rect{};
    line.cut_right(0, 8);
    const float title_room = std::max(0.0F, line.w - badge_width(p.ui, type) - 12);
    const bool long_title = text_width(p.ui, title, TextSize::display, Weight::strong) > title_room;
    const TextStyle style{.size = long_title ? TextSize::title : TextSize::display, .weight = Weight::strong};
    line.cut_left(std::min(heading(p.ui, line.with_width(title_room), 1, title, style), title_room), 12);
    line.cut_left(badge(p.ui, line, type), 12);
    if (!subtitle.empty() && line.w > 40) text_ellipsis(p.ui, line, subtitle, {.colour = t.muted});
    if (button(p.ui, exporting.middle_right(exporting.w, control_height(p.ui)), "export", "Export", save))
        run_act(head_acts(p), "export");
    if (there.shares &&
        button(p.ui, sharing.middle_right(sharing.w, control_height(p.ui)), "share", "Share", share_options))
        run_act(head_acts(p), "share");
    draw_more(p, more.middle_right(more.w, control_height(p.ui)), there);

    line = body.cut_top(metrics::stepper);
    if (p.phase == Phase::on_hold || p.phase == Phase::cancelled) {
        const PhaseLook look = look_of(p.phase);
        line.cut_left(status_pill(p.ui, line, look.kind, name_of(p.phase), look.icon), 12);
    }
    stepper(p.ui, line, "phases", "Phases", steps);
    draw_sections(p, body.cut_top(metrics::tabs), false);
}

} // namespace desk::ui
