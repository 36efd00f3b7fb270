#include "core/rules/gate.hpp"

#include "core/rules/guards.hpp"
#include "core/rules/wording.hpp"
#include "core/time/rfc3339.hpp"

#include <algorithm>

namespace desk {

namespace {

// Guards add up along the way: a requirement that is reopened while the roles decide stops the go as well.
void run_guards(const guards::Check& check, Phase from, Phase to) {
    using enum Phase;
    if (to == on_hold || to == cancelled || from == on_hold) return; // reason only
    if (from == draft) return guards::identity(check);
    if (from == preparing || from == staging || (from == deciding && to == approved)) {
        guards::people(check);
        guards::requirements(check);
        guards::rollback_prepared(check);
    }
    if (from == staging || (from == deciding && to == approved)) {
        guards::checklist(check, Stage::before_production);
        guards::smoke_tests_recorded(check);
    }
    if (to == approved) {
        guards::votes(check);
        guards::window_ahead(check);
    }
    if (to == staging || to == deciding || to == approved || to == deploying) guards::window_conflicts(check);
    if (to == deploying) {
        guards::window(check);
        guards::no_freeze(check);
        guards::product_incident(check);
    }
    if (from == deploying && to == monitoring) guards::checklist(check, Stage::production);
    if (to == stable) {
        guards::checklist(check, Stage::after_production);
        guards::no_critical_incident(check);
    }
    if (to == rolling_back) guards::rollback_possible(check);
    if (to == rolled_back) guards::rollback_executed(check);
    if (to == retrospective) guards::handed_off(check);
    if (to == closed) guards::retrospective_held(check);
}

Blocker no_such_way(const State& state, const Surroundings& around, Phase to) {
    const Phase from = phase_now(state, around);
    std::vector<std::string> names;
    for (const Transition* way : ways_on(state, around)) names.emplace_back(name_of(way->to));
    const std::string next = names.empty() ? "It stays where it is." : "From here it goes to " + listed(names) + ".";
    return {"phase", std::string(key_of(to)),
            {},      "No way from " + std::string(name_of(from)) + " to " + std::string(name_of(to)),
            "",      next};
}

} // namespace

Phase phase_now(const State& state, const Surroundings& around) {
    const bool unused_window =
        state.phase == Phase::approved && state.window && state.window->set() && around.now_ms > state.window->to_ms;
    return unused_window ? Phase::deciding : state.phase;
}

bool waiver_expired(const Item& item, std::int64_t now_ms) {
    if (item.status != ItemStatus::waived || item.expires.empty()) return false;
    const auto end = parse_rfc3339(item.expires);
    // A day alone lasts until its end.
    return !end || now_ms > *end + (item.expires.size() == 10 ? 86'399'999 : 0);
}

std::size_t settled_count(const std::vector<Item>& items, std::int64_t now_ms) {
    return static_cast<std::size_t>(std::count_if(
        items.begin(), items.end(), [&](const Item& item) { return item.settled() && !waiver_expired(item, now_ms); }));
}

Gate gate(const Release& release, Phase to, const Surroundings& around) {
    const State& state = release.state();
    const Phase from = phase_now(state, around);
    Gate result;
    result.to = to;
    const std::vector<std::string> manager = {"release-manager"};
    if (state.closed_to_us)
        result.blockers.push_back({"newer-version",
                                   "",
                                   {},
                                   "An entry of this release was made by a newer version",
                                   "",
                                   "Open it with the newest version of Release Desk."});
    if (!state.guide_missing.empty())
        result.blockers.push_back({"guide",
                                   "guide",
                                   {},
                                   "The guide that this release adopted is not in this copy",
                                   "",
                                   "Import the release again from the copy in which it was adopted."});
    if (state.guide_disputed)
        result.blockers.push_back({"conflict", "guide", manager, "Guide: copies adopted different ones",
                                   owners_text(release, manager), "Choose one of the guides."});
    if (state.phase_disputed)
        result.blockers.push_back({"conflict", "phase", manager, "Phase: copies disagree",
                                   owners_text(release, manager), "Choose one of the phases."});
    const bool resumes_elsewhere =
        from == Phase::on_hold && to != Phase::cancelled && (!state.last_change || to != state.last_change->from);
    if (!transition(from, to) || resumes_elsewhere) {
        result.exists = false;
        result.blockers.push_back(no_such_way(state, around, to));
        return result;
    }
    run_guards({release, around, result}, from, to);
    return result;
}

std::string Refusal::text() const {
    std::string result;
    for (const Blocker& blocker : blockers) {
        if (!result.empty()) result += '\n';
        result += blocker.text;
        if (!blocker.who.empty()) result += " (" + blocker.who + ")";
        result += ". " + blocker.fix;
    }
    return result;
}

} // namespace desk
