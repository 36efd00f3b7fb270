// Where a window could go instead.
#pragma once

#include "core/rules/gate.hpp"

#include <optional>

namespace desk {

// The next span as long as the wished one, not before it and not in the past, that overlaps no freeze, no window of the
// product and none with the same people: the wished one itself, or the same time of day on one of the following 60
// days, or as soon as something that is in the way is over, from a full quarter of an hour on. Local times that do not
// exist, or exist twice, are passed over. Nothing if there is none, or if the zone is not known.
std::optional<TimeSpan> next_free_slot(const Release& release, const TimeSpan& wished, const Surroundings& around);

} // namespace desk
