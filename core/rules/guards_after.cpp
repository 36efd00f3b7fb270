// Guards after the deployment: incidents, rollback, hand-off, retrospective.
#include "core/rules/guards.hpp"

#include "core/rules/wording.hpp"

#include <algorithm>

namespace desk::guards {

namespace {

const std::vector<std::string> manager = {"release-manager"};
const std::vector<std::string> scrum_master = {"scrum-master"};

std::string artifact_name(std::string key) {
    std::replace(key.begin(), key.end(), '-', ' ');
    if (!key.empty() && key[0] >= 'a' && key[0] <= 'z') key[0] = static_cast<char>(key[0] - 'a' + 'A');
    return key;
}

} // namespace

void no_critical_incident(const Check& check) {
    for (const Incident& incident : check.state().incidents)
        if (incident.critical() && incident.open())
            check.missing({"incident", incident.id, manager, "A critical incident is open: " + incident.text,
                           owners_text(check.release, manager), "Resolve it, or roll back."});
}

void rollback_possible(const Check& check) {
    const State& state = check.state();
    const std::string who = owners_text(check.release, manager);
    if (std::none_of(state.incidents.begin(), state.incidents.end(), [](const Incident& i) { return i.open(); }))
        check.missing({"incident", "", manager, "No incident is open", who,
                       "Open an incident that says what failed, then roll back."});
    const std::string& target = state.last_good.text;
    if (target.empty() || target == "first-release" || state.last_good.disputed)
        check.missing({"rollback-target", "rollback:last-good", manager,
                       target == "first-release" ? "First release: there is nothing to roll back to"
                                                 : "Rollback target: not named",
                       who, "Name the last known-good version, or fix forward."});
    else if (target == state.version.text)
        check.missing({"rollback-target", "rollback:last-good", manager, "Rollback target: it is this release itself",
                       who, "Name an earlier version that was known to be good."});
}

void rollback_executed(const Check& check) {
    const State& state = check.state();
    if (const Item* item = state.item("execute-rollback"); item && !item->settled())
        check.missing(item_blocker(check.release, *item, "rollback-executed", false));
    if (state.rollback_verified.text.empty() || state.rollback_verified.text != state.last_good.text)
        check.missing({"rollback-verified", "rollback:verified", manager,
                       "Target " + state.last_good.text + ": not verified live", owners_text(check.release, manager),
                       "Verify that production runs the target, then record it."});
}

void handed_off(const Check& check) {
    const State& state = check.state();
    const std::string expected(key_of(state.phase));
    if (state.handed_off != expected)
        check.missing({"hand-off", "", manager, "Not handed off by the Release Manager",
                       owners_text(check.release, manager), "Confirm the outcome and hand off to the Scrum Master."});
    for (const std::string& kind : check.release.guide().artifacts) {
        const auto found = state.artifacts.find(kind);
        const bool none = found != state.artifacts.end() && found->second.compare(0, 5, "none:") == 0;
        const bool report_due = kind == "incident-reports" && state.phase == Phase::rolled_back;
        if (found != state.artifacts.end() && !(none && report_due)) continue;
        check.missing({"artifacts", kind, manager,
                       artifact_name(kind) + (report_due ? ": needed after a rollback" : ": not attached"),
                       owners_text(check.release, manager),
                       report_due ? "Attach the incident report." : "Attach a link, or say why there is none."});
    }
}

void retrospective_held(const Check& check) {
    const State& state = check.state();
    if (state.participants.empty())
        check.missing({"participants", "", scrum_master, "Participants: none recorded",
                       owners_text(check.release, scrum_master), "Record who took part, by role."});
    for (const ActionItem& action : state.actions)
        if (action.owner.empty() || action.due.empty())
            check.missing({"actions", action.id, scrum_master, "Action item without owner or date: " + action.text,
                           owners_text(check.release, scrum_master), "Give it an owner and a date."});
}

} // namespace desk::guards
