// The banner of incident mode: what is wrong, since when, and what can be done now.
#include "ui/views/release/incident.hpp"

#include "ui/views/release/next_step.hpp"
#include "ui/views/stack.hpp"

#include <algorithm>
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

constexpr float clock_gap = 8;
constexpr int most_title = 3; // lines

struct BannerWords {
    std::string title, about; // what is wrong; of what, how bad, and who coordinates
    std::string clock, since; // "00:47:12", "since detected, 13:31"
};

BannerWords words_of(const Part& p, const Incident& incident) {
    return {(incident.critical() ? "Critical incident: " : "Incident: ") + incident.text,
            title_of(p.state()) + ", " + type_name(p.release) + " · severity " + std::to_string(incident.severity) +
                " · " + p.people_or_nobody("release-manager") + " coordinates",
            clock_of(p.model.now_ms - incident.started_ms), since_words(p, incident)};
}

// Told once and not each second: a reader who wants the time finds it in the words of when it began.
void name_clock(Ui& ui, Rect place, const BannerWords& words) { figure(ui, place, "clock", "Clock, " + words.since); }

float clock_width(Ui& ui, const BannerWords& words) {
    return std::ceil(std::max(text_width(ui, words.clock, TextSize::display, Weight::strong),
                              text_width(ui, words.since, TextSize::small)));
}

// Of the words in one line.
float line_width(Ui& ui, const BannerWords& words) {
    return 40 + text_width(ui, words.title, TextSize::body, Weight::strong) + 16 + clock_width(ui, words);
}

// In one line, the clock at the right.
void draw_words(Ui& ui, Rect line, const BannerWords& words) {
    const Colour colour = ui.theme->on_incident_banner;
    const float wide = clock_width(ui, words);
    Rect clock = line.cut_right(wide, 16).middle(wide, 44);
    icon(ui, line.cut_left(24, 16), Icon::flame, colour, 24);
    Rect left = line.middle(line.w, 36);
    text_ellipsis(ui, left.cut_top(20), words.title, {.weight = Weight::strong, .colour = colour});
    text_ellipsis(ui, left, words.about, {.size = TextSize::small, .colour = colour});
    name_clock(ui, clock, words);
    text(
        ui, clock.cut_top(28), words.clock,
        {.size = TextSize::display, .weight = Weight::strong, .colour = colour, .align = Align::right, .silent = true});
    text(ui, clock, words.since, {.size = TextSize::small, .colour = colour, .align = Align::right, .silent = true});
}

// On a phone: what is wrong in as many lines as it takes, and the clock below. Measures, too.
float lay_words(Ui& ui, Rect box, const BannerWords& words, bool draw) {
    const Colour colour = ui.theme->on_incident_banner;
    const Rect mark = box.cut_left(24, 8);
    Stack s(ui, box, draw);
    const TextStyle strong{.weight = Weight::strong, .colour = colour};
    const Rect title = s.take(text_clamped(ui, box, words.title, most_title, strong, false));
    if (draw) {
        text_clamped(ui, title, words.title, most_title, strong);
        icon(ui, mark.with_height(title.h), Icon::flame, colour, 24);
    }
    s.wrapped(words.about, {.size = TextSize::small, .colour = colour}, 4);
    Rect clock = s.take(28);
    if (!draw) return s.height();
    name_clock(ui, clock, words);
    clock.cut_left(text(ui, clock, words.clock,
                        {.size = TextSize::display, .weight = Weight::strong, .colour = colour, .silent = true}),
                   clock_gap);
    text_ellipsis(ui, clock, words.since, {.size = TextSize::small, .colour = colour, .silent = true});
    return s.height();
}

} // namespace

const Incident* banner_incident(const Part& p) {
    const Incident* incident = p.state().incident();
    return incident && incident->open() && !p.view.moment ? incident : nullptr;
}

void draw_incident_banner(const Part& p, Rect& page) {
    const Incident* incident = banner_incident(p);
    if (!incident) return;
    const bool phone = columns(p.ui.size) == Columns::one;
    const BannerAct act = next_act(p);
    const bool may = !act.way || gate(p.release, act.way->to, p.around).open();
    const ButtonOptions update{.kind = ButtonKind::banner, .icon = Icon::plus};
    const ButtonOptions main{.kind = ButtonKind::banner_primary,
                             .locked = !may,
                             .description = may ? "" : "Something is missing: press to see what"};
    const float update_width = button_width(p.ui, "Add update", update),
                act_width = button_width(p.ui, act.label, main);
    const BannerWords words = words_of(p, *incident);
    const float side = gutter(p.ui), high = control_height(p.ui), width = page.w - 2 * side;
    // The words come first: where they would have no room beside them, the buttons stand below, and each on a line of
    // its own if that is narrower than both.
    const bool below = phone || width - (update_width + 8 + act_width + 16) < line_width(p.ui, words);
    const bool apart = below && update_width + 8 + act_width > width;
    const float words_height = phone ? lay_words(p.ui, {0, 0, width, 0}, words, false) : below ? 44 : 64;
    const float buttons_height = apart ? 2 * high + 8 : high;
    Rect bar = page.cut_top(below ? 10 + words_height + 8 + buttons_height + 10 : words_height);
    begin_region(p.ui, Role::region, "incident", "Incident", bar);
    fill(p.ui, bar, p.ui.theme->incident_banner);
    Rect inside = bar.inset(side, below ? 10 : 0);
    Rect buttons = below ? inside.cut_bottom(buttons_height, 8) : inside.cut_right(update_width + 8 + act_width, 16);
    if (!apart) buttons = buttons.middle_left(buttons.w, high);
    if (phone)
        lay_words(p.ui, inside, words, true);
    else
        draw_words(p.ui, inside, words);
    if (visible(p.ui, bar))
        wake_in(p.ui, 1.0 - static_cast<double>((p.model.now_ms - incident->started_ms) % 1000) / 1000.0);

    const Rect first = apart ? buttons.cut_top(high, 8).with_width(update_width) : buttons.cut_left(update_width, 8);
    if (button(p.ui, first, "update", "Add update", update)) ask_incident_note(p, *incident);
    if (button(p.ui, buttons.with_width(std::min(buttons.w, act_width)), "act", act.label, main))
        do_act(p, *incident, act);
    end_region(p.ui);
}

} // namespace desk::ui
