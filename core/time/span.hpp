// A span of local time in one zone: of a deployment window, or of a freeze.
//
// The local times and the zone are what people agreed on; the moments are what they came to when they were set down, so
// that every copy compares the same ones, whatever it knows of time zones.
#pragma once

#include "core/time/zones.hpp"

#include <cstdint>
#include <string>

namespace desk {

struct TimeSpan {
    std::string start, end, zone; // local "2026-11-25T21:00" and IANA zone
    std::int64_t from_ms = 0, to_ms = 0;

    std::int64_t length_ms() const { return to_ms - from_ms; }
    bool holds(std::int64_t utc_ms) const { return from_ms <= utc_ms && utc_ms <= to_ms; }
    bool overlaps(const TimeSpan& other) const { return from_ms < other.to_ms && other.from_ms < to_ms; }
    bool operator==(const TimeSpan&) const = default;
};

// A time of the span that cannot be; or that it ends before it begins.
tl::expected<TimeSpan, TimeFlaw> time_span(const TimeZones& zones, std::string_view start, std::string_view end,
                                           std::string_view zone);

// The span of these moments, in local times of the zone; nothing if the zone is unknown, or if one of its local times
// would be read as another moment (clocks are set back over it).
std::optional<TimeSpan> span_between(const TimeZones& zones, std::int64_t from_ms, std::int64_t to_ms,
                                     std::string_view zone);

// The times of its clocks: "Wed 25 Nov, 21:00–22:30"; "Mon 21 Dec, 00:00 – Mon 4 Jan 2027, 09:00" over several days.
// The year stands where it is not that of `now_ms`.
std::string span_times(const TimeSpan& span, std::int64_t now_ms);
// With its zone: "Wed 25 Nov, 21:00–22:30, Europe/Berlin, UTC+1". Where clocks change in between, both: "UTC+2 to
// UTC+1".
std::string span_words(const TimeSpan& span, std::int64_t now_ms);
// "Europe/Berlin, UTC+1".
std::string span_zone(const TimeSpan& span);

} // namespace desk
