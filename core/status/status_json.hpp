// The state as data: "octoacme-status/1" (docs/format.md). Times in it are RFC 3339 in UTC (core/time/rfc3339.hpp).
#pragma once

#include "core/release/release.hpp"
#include "core/rules/gate.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace desk {

Json status_json(const Release& release, const Surroundings& around);
// What is in the way, as in its "blockers" and "window_conflicts".
Json blockers_json(const std::vector<Blocker>& blockers);
// One gate as in the "next" list of the status.
Json gate_json(const Gate& gate);

} // namespace desk
