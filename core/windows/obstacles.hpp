// What a window must not overlap, as spans of time with the words for it.
#pragma once

#include "core/rules/gate.hpp"

#include <vector>

namespace desk {

struct Obstacle {
    TimeSpan span;
    Blocker conflict;
};

// Freezes, then windows of the product, then those of other releases with the same people.
std::vector<Obstacle> window_obstacles(const Release& release, const Surroundings& around);

} // namespace desk
