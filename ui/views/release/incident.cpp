#include "ui/views/release/incident.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

void draw_head(const Part& p, Rect& body, const Incident& shown) {
    Rect line = body.cut_top(control_height(p.ui), 12);
    const ButtonOptions another{.kind = ButtonKind::ghost, .icon = Icon::plus};
    const float width = button_width(p.ui, "Open another", another);
    line.cut_left(heading(p.ui, line, 2, "Severity " + std::to_string(shown.severity) + ": " + shown.state), 12);
    if (!p.ended()) {
        if (line.w < width) line = body.cut_top(control_height(p.ui), 12);
        if (button(p.ui, line.cut_right(width, 8), "another", "Open another", another)) ask_open_incident(p);
    }
    const auto& all = p.state().incidents;
    if (all.size() < 2) return;
    std::vector<std::string> labels;
    int chosen = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        labels.push_back(all[i].text + (all[i].open() ? "" : ", " + all[i].state));
        if (all[i].id == shown.id) chosen = static_cast<int>(i);
    }
    const std::vector<std::string_view> choices(labels.begin(), labels.end());
    const SelectOptions options{.show_label = false};
    const int now =
        select(p.ui, line.cut_right(std::min(320.0F, line.w)), "which", "Which incident", choices, chosen, options);
    if (now >= 0) p.view.incident = all[static_cast<std::size_t>(now)].id;
}

void draw_none(const Part& p, Rect& body) {
    const bool live = progress_of(p.phase) >= progress_of(Phase::deploying) && !p.ended();
    Rect card = body.cut_top(220);
    begin_card(p.ui, card, "none");
    const char* words =
        live ? "When a deployment fails or causes a critical issue, open one: the playbook starts with it."
             : "An incident belongs to a release that is in production.";
    const int pressed = live ? empty_state(p.ui, card.inset(16), Icon::flame, "No incident", words,
                                           {{"open", "Open incident…", {.icon = Icon::flame}}})
                             : empty_state(p.ui, card.inset(16), Icon::flame, "No incident", words);
    end_card(p.ui);
    if (pressed == 0) ask_open_incident(p);
    Stack refusal(p.ui, body, true);
    if (!p.view.question) lay_refusal(p, refusal, "incident");
    body.cut_top(refusal.box.y - body.y);
}

} // namespace

const Incident* shown_incident(const Part& p) {
    if (!p.view.incident.empty())
        if (const Incident* chosen = p.state().incident(p.view.incident)) return chosen;
    return p.state().incident();
}

bool is_present(const Part& p, const Incident& incident) {
    const Incident* present = p.state().incident();
    return present && present->id == incident.id;
}

void draw_incident(const Part& p, Rect& body) {
    const Incident* incident = shown_incident(p);
    if (!incident) {
        draw_none(p, body);
        draw_actions(p, body);
        return;
    }
    IdScope scope(incident->id);
    draw_head(p, body, *incident);
    Stack refusal(p.ui, body, true);
    for (const char* about : {"incident", "incident-note", "actions"})
        if (!p.view.question) lay_refusal(p, refusal, about, 12);
    body.cut_top(refusal.box.y - body.y);
    const bool beside = body.w >= 640;
    Rect left = beside ? body.column(0, 2, 16) : body;
    draw_playbook(p, left, *incident);
    draw_actions(p, left);
    Rect right = beside ? body.column(1, 2, 16) : Rect{body.x, left.y, body.w, 0};
    draw_messages(p, right, *incident);
    draw_report(p, right, *incident);
    body.cut_top(std::max(left.y, right.y) - body.y);
}

} // namespace desk::ui
