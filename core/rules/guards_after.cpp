// Guards after the deployment: incidents, rollback, hand-off, retrospective.
#include "core/rules/guards.hpp"

#include "core/rules/wording.hpp"

#include <algorithm>

namespace desk::guards {

void no_critical_incident(const Check& check) {
    for (const Incident& incident : check.state().incidents)
        if (incident.critical() && incident.open())
            check.missing({"incident", incident.id, manager, "A critical incident is open: " + incident.text,
                           owners_text(check.release, manager), "Resolve it, or roll back."});
}

void rollback_possible(const Check& check) {
    const State& state = check.state();
    const std::string who = owners_text(check.release, manager);
    const auto refuse = [&](const char* rule, const char* item, std::string text, const char* fix) {
        check.missing({rule, item, manager, std::move(text), who, fix});
    };
    if (!state.in_incident())
        refuse("incident", "", "No incident is open", "Open an incident that says what failed, then roll back.");
    if (!state.irreversible.text.empty() || state.irreversible.disputed)
        refuse("roll-forward-only", "rollback:irreversible",
               state.irreversible.disputed ? "Whether it can be rolled back: copies disagree"
                                           : "Roll forward only: " + state.irreversible.text,
               state.irreversible.disputed ? choose_one : "Mitigate it, and ship the fix as a new version.");
    const std::string& target = state.last_good.text;
    if (target.empty() || target == "first-release" || state.last_good.disputed)
        refuse("rollback-target", "rollback:last-good",
               state.last_good.disputed    ? "Rollback target: copies disagree"
               : target == "first-release" ? "First release: there is nothing to roll back to"
                                           : "Rollback target: not named",
               state.last_good.disputed ? choose_one : "Name the last known-good version, or fix forward.");
    else if (target == state.version.text)
        refuse("rollback-target", "rollback:last-good", "Rollback target: it is this release itself",
               "Name an earlier version that was known to be good.");
    else
        for (const Sibling& sibling : check.around.siblings)
            if (sibling.product == state.product.text && sibling.version == target && sibling.rolled_back)
                refuse("rollback-target", "rollback:last-good",
                       "Rollback target: " + target + " was rolled back itself",
                       "Name a version that stayed in production.");
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

// Release metrics come from the release's own history; reports are written here, or linked.
void handed_off(const Check& check) {
    const State& state = check.state();
    const std::string who = owners_text(check.release, manager);
    const std::string expected(key_of(state.phase));
    if (state.handed_off != expected)
        check.missing({"hand-off", "", manager, "Not handed off by the Release Manager", who,
                       "Confirm the outcome and hand off to the Scrum Master."});
    const bool rolled_back = state.phase == Phase::rolled_back;
    for (const std::string& kind : check.release.guide().artifacts) {
        const auto found = state.artifacts.find(kind);
        const bool attached = found != state.artifacts.end() && !found->second.text.empty();
        const bool none = found != state.artifacts.end() && !attached;
        if (attached || kind == "release-metrics") continue;
        if (kind == "incident-reports") {
            const auto& all = state.incidents;
            const bool reported = std::all_of(all.begin(), all.end(), [](const Incident& i) { return i.reported(); });
            if (reported || (none && !rolled_back)) continue;
            check.missing({"artifacts", kind, manager,
                           rolled_back ? "Incident reports: needed after a rollback" : "Incident reports: not written",
                           who, "Write impact, root cause and resolution of each incident, or attach a link."});
        } else if (!none) {
            check.missing({"artifacts", kind, manager, Guide::artifact_name(kind) + ": not attached", who,
                           "Attach it, or say why there is none."});
        }
    }
}

void retrospective_held(const Check& check) {
    const State& state = check.state();
    const std::string who = owners_text(check.release, scrum_master);
    for (const RoleSpec& role : check.release.guide().roles) {
        const auto took_part = state.participants.find(role.key);
        const bool present = took_part != state.participants.end() && !took_part->second.empty();
        if (present || state.excused.count(role.key) > 0 || state.people.at(role.key).empty()) continue;
        check.missing({"participants", role.key, scrum_master, role.name + ": not recorded as a participant", who,
                       "Record who took part, or say why nobody did."});
    }
    if (state.phase == Phase::retrospective)
        // RB-8: after a rollback the retrospective is the post-incident one.
        if (const Item* item = state.item("post-incident-retro"); item && state.was_rolled_back() && !item->settled())
            check.missing(item_blocker(check.release, *item, "post-incident-retro", false));
    for (const ActionItem& action : state.actions)
        if (!action.complete())
            check.missing({"actions", action.id, scrum_master, "Action item without owner or date: " + action.text, who,
                           "Give it an owner and a date."});
}

} // namespace desk::guards
