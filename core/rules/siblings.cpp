// What a release knows of the others.
#include "core/rules/gate.hpp"

#include "core/version/semver.hpp"

#include <algorithm>
#include <set>

namespace desk {

Sibling sibling_of(const Release& release) {
    const State& state = release.state();
    Sibling sibling{release.id(), state.product.text, state.version.text, state.phase};
    sibling.critical_incident_open = std::any_of(state.incidents.begin(), state.incidents.end(),
                                                 [](const Incident& one) { return one.critical() && one.open(); });
    for (const PhaseChange& change : state.way)
        if (change.to == Phase::stable) sibling.stable_ms = change.said.at_ms;
    sibling.rolled_back = state.was_rolled_back();
    if (awaits_window(state.phase) && state.window && state.window->set()) {
        sibling.window = *state.window;
        sibling.deployers = deployers_of(release);
    }
    if (const auto found = state.people.find("release-manager"); found != state.people.end())
        sibling.managers = found->second;
    sibling.freezes = state.freezes;
    return sibling;
}

bool awaits_window(Phase phase) { return progress_of(phase) <= progress_of(Phase::deploying); }

bool concerns_others(const State& state, std::int64_t now_ms) {
    if (awaits_window(state.phase) && state.window && state.window->set() && state.window->to_ms > now_ms) return true;
    return std::any_of(state.freezes.begin(), state.freezes.end(),
                       [&](const Freeze& freeze) { return freeze.everywhere && freeze.to_ms > now_ms; });
}

std::vector<std::string> deployers_of(const Release& release) {
    std::set<std::string> people;
    for (const ItemSpec& item : release.guide().checklist) {
        if (item.stage != Stage::production) continue;
        for (const std::string& role : item.owners)
            if (const auto found = release.state().people.find(role); found != release.state().people.end())
                people.insert(found->second.begin(), found->second.end());
    }
    return {people.begin(), people.end()};
}

std::optional<Sibling> last_known_good(const Release& release, const Surroundings& around) {
    const auto own = parse_version(release.state().version.text);
    const Sibling* best = nullptr;
    for (const Sibling& sibling : around.siblings) {
        if (sibling.id == release.id() || sibling.product != release.state().product.text) continue;
        if (sibling.stable_ms == 0 || sibling.rolled_back) continue;
        const auto version = parse_version(sibling.version);
        if (!version || (own && precedence(*version, *own) == 0)) continue;
        if (!best || sibling.stable_ms > best->stable_ms) best = &sibling;
    }
    return best ? std::optional(*best) : std::nullopt;
}

} // namespace desk
