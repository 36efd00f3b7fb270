// Deriving what comes after a deployment: incidents, hand-off, retrospective.
#pragma once

#include "core/release/state.hpp"

#include <string>
#include <vector>

namespace desk {

std::vector<Incident> derive_incidents(const Log& log, const Guide& guide);
// The messages at "<prefix><audience>:~<id>" that are not taken back, in the order of their ops.
std::vector<SentMessage> derive_sent(const Log& log, const std::string& prefix);
void derive_retrospective(State& state, const Log& log);

} // namespace desk
