// The banner of incident mode: what is wrong, since when, and what can be done now (VISUAL "Incident mode").
#include "ui/views/release/incident.hpp"

#include "ui/views/release/next_step.hpp"

#include <cmath>

namespace desk::ui {

namespace {

std::string two(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string clock_of(std::int64_t ms) {
    const std::int64_t seconds = std::max<std::int64_t>(0, ms / 1000);
    return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);
}

struct BannerAct {
    std::string label;
    const Transition* way = nullptr; // null: resolve the incident
};

BannerAct next_act(const Part& p) {
    if (const Transition* way = rollback_way(p)) return {way->act, way};
    return {"Resolve incident", nullptr};
}

void do_act(const Part& p, const Incident& incident, const BannerAct& act) {
    if (!act.way)
        p.act(command::SetIncidentState{incident.id, "resolved"}, "Resolved",
              command::SetIncidentState{incident.id, incident.state});
    else if (gate(p.release, act.way->to, p.around).open())
        take_way(p, *act.way);
    else
        p.act(command::Advance{act.way->to, "", "", ""}); // the core says what is missing, and where it is shown
}

// "since detected 13:31": what the clock counts from.
std::string since_words(const Part& p, const Incident& incident) {
    const bool earlier = incident.started_ms < incident.opened.at_ms;
    return (earlier ? "since it began, " : "since detected, ") + short_time(p.model, incident.started_ms);
}

} // namespace

void draw_incident_banner(const Part& p, Rect& page) {
    const Incident* incident = p.state().incident();
    if (!incident || !incident->open() || p.view.moment) return;
    const Theme& t = *p.ui.theme;
    const bool phone = columns(p.ui.size) == Columns::one;
    const BannerAct act = next_act(p);
    const bool may = !act.way || gate(p.release, act.way->to, p.around).open();
    Rect bar = page.cut_top(phone ? 104 : 64);
    begin_region(p.ui, Role::region, "incident", "Incident", bar);
    fill(p.ui, bar, t.incident_banner);
    Rect inside = bar.inset(gutter(p.ui), 0);
    const ButtonOptions update{.kind = ButtonKind::banner, .icon = Icon::plus};
    const ButtonOptions main{.kind = ButtonKind::banner_primary,
                             .icon = may ? Icon::none : Icon::lock,
                             .description = may ? "" : "Something is missing: press to see what"};
    Rect line = phone ? inside.cut_top(56) : inside;
    Rect buttons =
        phone ? inside
              : line.cut_right(button_width(p.ui, "Add update", update) + 8 + button_width(p.ui, act.label, main), 16);
    buttons = buttons.middle_left(buttons.w, control_height(p.ui));
    const std::string clock = clock_of(p.model.now_ms - incident->started_ms), since = since_words(p, *incident);
    const float clock_width = std::ceil(
        std::max(text_width(p.ui, clock, TextSize::display, Weight::strong), text_width(p.ui, since, TextSize::small)));
    const TextStyle strong{.size = TextSize::display,
                           .weight = Weight::strong,
                           .colour = t.on_incident_banner,
                           .align = Align::right,
                           .silent = true};
    Rect counted_time = line.cut_right(clock_width, 16).middle(clock_width, 44);
    icon(p.ui, line.cut_left(24, 16), Icon::flame, t.on_incident_banner, 24);
    const std::string title =
        (incident->critical() ? "Critical incident: " : "Incident: ") + lower_first(incident->text);
    const std::string about = title_of(p.state()) + ", " + type_name(p.release) + " · severity " +
                              std::to_string(incident->severity) + " · " + p.people_or_nobody("release-manager") +
                              " coordinates";
    Rect words = line.middle(line.w, 36);
    text_ellipsis(p.ui, words.cut_top(20), title, {.weight = Weight::strong, .colour = t.on_incident_banner});
    text_ellipsis(p.ui, words, about, {.size = TextSize::small, .colour = t.on_incident_banner});
    // Told once and not each second: a reader who wants the time finds it in the words of when it began.
    figure(p.ui, counted_time, "clock", "Clock, " + since);
    text(p.ui, counted_time.cut_top(28), clock, strong);
    text(p.ui, counted_time, since,
         {.size = TextSize::small, .colour = t.on_incident_banner, .align = Align::right, .silent = true});
    wake_in(p.ui, 1.0 - static_cast<double>((p.model.now_ms - incident->started_ms) % 1000) / 1000.0);

    if (button(p.ui, buttons.cut_left(button_width(p.ui, "Add update", update), 8), "update", "Add update", update))
        ask_incident_note(p, *incident);
    if (button(p.ui, buttons.with_width(std::min(buttons.w, button_width(p.ui, act.label, main))), "act", act.label,
               main))
        do_act(p, *incident, act);
    end_region(p.ui);
}

} // namespace desk::ui
