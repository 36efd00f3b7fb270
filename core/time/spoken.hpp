// Days and times in the app's words: the same in windows, on the command line and in refusals.
#pragma once

#include "core/time/rfc3339.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace desk {

// "25 Nov 2026".
std::string spoken_day(const CivilTime& at);
// "Wed 25 Nov, 21:00"; with the year where it is not this one: "Mon 4 Jan 2027, 09:00". Nothing: always with the year.
std::string spoken_time(const CivilTime& at, std::optional<std::int64_t> this_year);
// "21:00".
std::string spoken_clock(const CivilTime& at);
// "45 min", "1 h 30 min", "1 day 6 h", "9 days"; the two largest parts.
std::string spoken_duration(std::int64_t ms);

} // namespace desk
