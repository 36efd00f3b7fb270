// The state as data: "octoacme-status/1" of CLI.md.
#pragma once

#include "core/release/release.hpp"
#include "core/rules/gate.hpp"

namespace desk {

Json status_json(const Release& release, const Surroundings& around);
// One gate as in the "next" list of the status.
Json gate_json(const Gate& gate);

// Times in it: RFC 3339, UTC, whole seconds: "2026-11-25T20:00:00Z".
std::string rfc3339(std::int64_t ms_utc);

} // namespace desk
