// The shared table of local times (zones.json), and the clocks in it as a port.
#pragma once

#include "core/time/zones.hpp"

#include <optional>
#include <string>
#include <vector>

namespace desk::test {

struct ZoneCase {
    std::string zone, local;
    std::optional<std::int64_t> utc_ms; // nothing: it does not exist, and `next` is the next one that does
    std::string next;
    bool twice = false;
};

struct ZoneTable {
    TimeZones clocks;
    std::vector<ZoneCase> cases;
    std::vector<std::string> unknown; // what is no zone
};
const ZoneTable& zone_table();

// Checks the whole table with the clocks of these zones.
void check_zones(const TimeZones& zones);

} // namespace desk::test
