#include "ui/views/release/pointed.hpp"

#include "core/release/registers.hpp"

#include <algorithm>
#include <array>

namespace desk::ui {

namespace {

constexpr std::string_view of_incident = "@~"; // as in the key of a step of one incident

// What a part of the section compares with: of a step its key in the guide, of a field its register.
std::string thing_of(const Route& route) {
    if (route.item.empty()) return {};
    if (route.section == Section::notes && route.item != "announcements") return registers::notes(route.item);
    if (route.section == Section::incident) return route.item.substr(0, route.item.find(of_incident));
    return route.item;
}

std::string_view incident_in(std::string_view item) {
    const auto at = item.find(of_incident);
    return at == std::string_view::npos ? std::string_view{} : item.substr(at + of_incident.size());
}

template <class All> bool any_keyed(const All& all, std::string_view key) {
    return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.key == key; });
}

bool has_item(const std::vector<Item>& items, std::string_view key) {
    return std::any_of(items.begin(), items.end(), [&](const Item& item) { return item.spec->key == key; });
}

bool has_action(const desk::State& state, std::string_view id) {
    return std::any_of(state.actions.begin(), state.actions.end(),
                       [&](const ActionItem& action) { return action.id == id; });
}

bool has_step(const Release& release, std::string_view item) {
    const std::string_view incident = incident_in(item);
    const bool known = incident.empty() ? release.state().incident() != nullptr
                                        : release.state().incident(std::string(incident)) != nullptr;
    return known && any_keyed(release.guide().playbook, item.substr(0, item.find(of_incident)));
}

bool has_register(const desk::State& state, std::string_view about) {
    constexpr std::array<std::string_view, 8> fields = {"name",
                                                        "product",
                                                        "version",
                                                        "type",
                                                        "critical-issue",
                                                        "rollback:plan",
                                                        "rollback:last-good",
                                                        "rollback:irreversible"};
    return std::find(fields.begin(), fields.end(), about) != fields.end() ||
           std::any_of(state.conflicts.begin(), state.conflicts.end(),
                       [&](const Conflict& conflict) { return conflict.about == about; });
}

} // namespace

bool stands_in(const Release& release, Section section, std::string_view thing) {
    const desk::State& state = release.state();
    switch (section) {
    case Section::overview:
        return has_register(state, thing);
    case Section::readiness:
        return has_item(state.requirements, thing);
    case Section::checklist:
        return has_item(state.checklist, thing);
    case Section::decision:
        return thing == "window" || state.vote(std::string(thing)) != nullptr;
    case Section::notes:
        return thing == "announcements" || any_keyed(release.guide().notes, thing);
    case Section::incident:
        return has_step(release, thing) || has_action(state, thing);
    case Section::hand_off: {
        const auto& artifacts = release.guide().artifacts;
        return std::find(artifacts.begin(), artifacts.end(), thing) != artifacts.end() || has_action(state, thing);
    }
    case Section::history: {
        const auto& ops = release.log().ordered();
        return std::any_of(ops.begin(), ops.end(),
                           [&](const Op* op) { return !op->is_seal() && op->id.text() == thing; });
    }
    }
    return false;
}

void arrive(const Model& model, const Release& present, ReleaseViewState& view) {
    if (view.visit == model.visits) return;
    view.visit = model.visits;
    const Route& route = model.route;
    const bool pointed_before = !view.pointed.empty();
    view.pointed = view.show_item = thing_of(route);
    view.not_here = !route.item.empty() && !stands_in(present, route.section, route.item);
    if (route.section == Section::incident && !view.not_here)
        if (const std::string_view incident = incident_in(route.item); !incident.empty()) view.incident = incident;
    if (route.section != Section::history) return;
    if (route.item.empty()) {
        // Back from an entry; other sections of that moment are left for the history as it was.
        if (pointed_before && view.section == Section::history) view.moment.reset();
        return;
    }
    for (const HistoryEntry& entry : history(present))
        if (entry.standing != Standing::aside && entry.op->id.text() == route.item) {
            view.moment = entry.moment;
            const auto shown = history(present, view.history);
            const bool found = std::any_of(shown.begin(), shown.end(),
                                           [&](const HistoryEntry& one) { return one.moment == entry.moment; });
            if (!found || view.history.forked) view.history = {};
        }
}

bool is_pointed_at(const Part& p, std::string_view thing) { return !thing.empty() && p.view.pointed == thing; }

void show_if_pointed_at(const Part& p, std::string_view thing, Rect box, bool focus, float radius) {
    if (!is_pointed_at(p, thing)) return;
    fill(p.ui, box.inset(1, 1), p.ui.theme->selected, radius);
    fill(p.ui, {box.x + 1, box.y + radius, metrics::current_bar, box.h - 2 * radius}, p.ui.theme->accent);
    if (p.view.show_item != thing) return;
    p.view.show_item.clear();
    scroll_into_view(p.ui, box);
    if (focus) focus_next(p.ui);
}

void draw_not_here(const Part& p, Rect& body) {
    if (!p.view.not_here) return;
    const std::string_view strong = "What the link points at is not here";
    const std::string_view words =
        "It may have been settled since, or stand in another guide. This is the section that "
        "it belongs to.";
    notice(p.ui, body.cut_top(notice_height(p.ui, body.w, words, strong), 12), "not-here", StatusKind::not_applicable,
           words, Icon::link, strong);
}

void copy_link(const Part& p, Section section, std::string_view thing) {
    p.out.push_back(intent::CopyLink{{Place::releases, p.release.id(), section, std::string(thing)}});
}

} // namespace desk::ui
