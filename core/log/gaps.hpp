// Entries that somebody made and that are not here: part of a release that was lost on the way, or cut out of a file.
#pragma once

#include "core/log/log.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace desk {

struct Gap {
    std::string actor;
    std::uint64_t from = 0, to = 0; // sequence numbers, both missing
};

// A copy counts its ops from 1, an op names what it replaces, and a seal what it covers: so every op up to the largest
// number that is here or named must be here too. By actor and number. What was cut off at the end, and nothing names,
// leaves no gap.
std::vector<Gap> gaps(const Log& log);

} // namespace desk
