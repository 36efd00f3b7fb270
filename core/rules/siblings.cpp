// What a release knows of the others.
#include "core/rules/gate.hpp"

#include "core/version/semver.hpp"

#include <algorithm>

namespace desk {

Sibling sibling_of(const Release& release) {
    const State& state = release.state();
    Sibling sibling{release.id(), state.product.text, state.version.text, state.phase};
    sibling.critical_incident_open = std::any_of(state.incidents.begin(), state.incidents.end(),
                                                 [](const Incident& one) { return one.critical() && one.open(); });
    for (const PhaseChange& change : state.way) {
        if (change.to == Phase::stable) sibling.stable_ms = change.said.at_ms;
        if (change.to == Phase::rolled_back) sibling.rolled_back = true;
    }
    return sibling;
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
