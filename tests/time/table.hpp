// The shared table of local times (zones.json), and the clocks in it as a port.
#pragma once

#include "core/time/span.hpp"
#include "core/time/zones.hpp"

#include <cstdint>
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

// A span of local times, and a moment written as RFC 3339 has it, that a test knows to exist.
TimeSpan span(const char* start, const char* end, const char* zone = "Europe/Berlin");
std::int64_t ms(const char* text);

} // namespace desk::test
