// Windows and freezes as the status tells them.
#pragma once

#include "core/rules/gate.hpp"

#include <nlohmann/json_fwd.hpp>

namespace desk {

// Adds "window", "window_conflicts", "window_next" where there are conflicts and a free slot, and "freezes": those that
// hold for the release and are not over, each with the release on which it is recorded.
void add_windows(Json& json, const Release& release, const Surroundings& around);

} // namespace desk
