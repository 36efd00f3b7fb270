// Moments as text: RFC 3339. Without a clock and without time zones: UTC and fixed offsets only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace desk {

// ms since 1970 UTC of "2026-11-25", "2026-11-25T20:00:00Z" or "…T21:00:00.5+01:00"; nothing if it is no such text. A
// day alone is its beginning in UTC.
std::optional<std::int64_t> parse_rfc3339(std::string_view text);

// "2026-11-25T20:00:00Z": UTC, whole seconds.
std::string rfc3339(std::int64_t ms_utc);

struct CivilTime {
    std::int64_t year = 1970;
    int month = 1, day = 1, hour = 0, minute = 0, second = 0;
    int weekday = 4; // 0 = Sunday
};
// The calendar reading of a moment, shifted by a zone's offset at that moment.
CivilTime civil_time(std::int64_t ms_utc, std::int32_t offset_minutes = 0);

} // namespace desk
