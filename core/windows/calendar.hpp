// Deployment windows as a calendar file: RFC 5545, one VEVENT a window, times in UTC.
#pragma once

#include "core/rules/gate.hpp"

#include <string>
#include <vector>

namespace desk {

// Releases without a window are left out; one that was cancelled is told as cancelled, so that calendars take it away.
// An event keeps its UID however often its window moves. Approved windows are confirmed, earlier ones tentative.
std::string calendar_text(const std::vector<const Release*>& releases, const Surroundings& around);

} // namespace desk
