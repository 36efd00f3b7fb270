// Deriving what comes after a deployment: incidents, hand-off, retrospective.
#pragma once

#include "core/release/state.hpp"

#include <vector>

namespace desk {

std::vector<Incident> derive_incidents(const Log& log, const Guide& guide);
void derive_retrospective(State& state, const Log& log);

} // namespace desk
