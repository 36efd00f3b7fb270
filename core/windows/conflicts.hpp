// What speaks against a deployment window (guide RC-3). It is told with its rule, owner and remedy, wherever a window
// is set or shown, and never decided silently: a window may be set all the same.
#pragma once

#include "core/rules/gate.hpp"

#include <string>
#include <vector>

namespace desk {

// Rules, in this order:
//   window-freeze   a freeze of the product, or of all products, lasts at the same time
//   window-product  another release of the product has a window at the same time
//   window-people   somebody who deploys in it also deploys another release at the same time
//   window-past     it has passed
//   window-long     it is longer than 7 days
//   window-twice    it begins or ends at a local time that exists twice; the first is meant
//   window-zone     its zone shows other times by now than when it was set, or is not known here
// `item` is the register of the freeze, the id of the other release, or "window".
std::vector<Blocker> window_conflicts(const Release& release, const TimeSpan& window, const Surroundings& around);

// Of the window that the release has; none if it has none, or is deployed.
std::vector<Blocker> window_conflicts(const Release& release, const Surroundings& around);

struct StandingFreeze {
    Freeze freeze;
    std::string release;               // on which it is recorded, by id: it is lifted there
    std::vector<std::string> managers; // who may lift it
};
// The freezes that hold for the release and are not over, by their beginning.
std::vector<StandingFreeze> freezes_for(const Release& release, const Surroundings& around);

} // namespace desk
