// Local times in IANA time zones, right across changes of daylight-saving time. What the clocks of a zone show at a
// moment comes from the platform, by a port; that local times may not exist, or exist twice, is dealt with here.
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace desk {

// The port. Empty: "UTC" alone is known.
struct TimeZones {
    // How far the clocks of the zone are ahead of UTC at that moment, in minutes; nothing if there is no such zone.
    // Names are taken as IANA writes them, upper and lower case included.
    std::function<std::optional<std::int32_t>(std::string_view zone, std::int64_t utc_ms)> offset_minutes;

    // The same, and nothing for what no IANA name looks like ("+01:00", "europe/berlin", "").
    std::optional<std::int32_t> offset(std::string_view zone, std::int64_t utc_ms) const;
};

// A local time in its zone, found on the line of all moments.
struct ZonedTime {
    std::string local; // "2026-11-25T21:00"
    std::int64_t utc_ms = 0;
    std::int32_t offset_minutes = 0;
    bool twice = false; // clocks are set back over it; this is the first time that they show it
};

// Why a text is no moment, as in a refusal (core/rules/blocker.hpp).
struct TimeFlaw {
    std::string text; // "02:30 on 29 Mar 2026 does not exist in Europe/Berlin: clocks go from 02:00 to 03:00"
    std::string fix;  // "The next time that exists is 2026-03-29T03:00."
    std::string next; // that time alone; empty if the flaw is another one
};

// The moment of "2026-11-25T21:00" (or with a space for the T) in the zone. Of a time that exists twice, the first.
tl::expected<ZonedTime, TimeFlaw> zoned_time(const TimeZones& zones, std::string_view local, std::string_view zone);

// What clocks that are so far ahead of UTC show: "2026-11-25T21:00".
std::string local_text(std::int64_t utc_ms, std::int32_t offset_minutes);

// "UTC", "UTC+1", "UTC+5:45", "UTC−3:30".
std::string offset_text(std::int32_t offset_minutes);

// The local time as a moment of a zone that is at UTC; nothing if it is no such text. For arithmetic with local times.
std::optional<std::int64_t> local_ms(std::string_view local);

} // namespace desk
