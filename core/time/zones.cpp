#include "core/time/zones.hpp"

#include "core/time/durations.hpp"
#include "core/time/rfc3339.hpp"
#include "core/time/spoken.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace desk {

namespace {

// No zone has ever been further from UTC, so a local time lies within so much of the moment that it would be in UTC.
constexpr std::int64_t reach_ms = 16 * hour_ms;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Every part of an IANA name begins with a capital letter: "America/Port-au-Prince", "Etc/GMT+5".
bool looks_like_zone(std::string_view zone) {
    bool at_start = true;
    for (const char c : zone) {
        if (at_start && !is_upper(c)) return false;
        at_start = c == '/';
    }
    return !at_start;
}

std::string clock_text(std::string_view local) { return std::string(local.substr(11, 5)); }

// The first moment after `from` at which the zone is not at `before` any more; there must be one until `to`.
std::int64_t change_between(const TimeZones& zones, std::string_view zone, std::int64_t from, std::int64_t to,
                            std::int32_t before) {
    while (to - from > minute_ms) {
        const std::int64_t middle = from + (to - from) / minute_ms / 2 * minute_ms;
        (zones.offset(zone, middle) == before ? from : to) = middle;
    }
    return to;
}

TimeFlaw gap(const TimeZones& zones, std::string_view local, std::string_view zone, std::int64_t as_utc,
             std::int32_t before, std::int32_t after) {
    const std::int64_t change = change_between(zones, zone, as_utc - reach_ms, as_utc + reach_ms, before);
    const std::string next = local_text(change, after);
    return {clock_text(local) + " on " + spoken_day(civil_time(as_utc)) + " does not exist in " + std::string(zone) +
                ": clocks go from " + clock_text(local_text(change, before)) + " to " + clock_text(next),
            "The next time that exists is " + next + ".", next};
}

} // namespace

std::optional<std::int32_t> TimeZones::offset(std::string_view zone, std::int64_t utc_ms) const {
    if (!looks_like_zone(zone)) return std::nullopt;
    if (zone == "UTC") return 0;
    return offset_minutes ? offset_minutes(zone, utc_ms) : std::nullopt;
}

std::optional<std::int64_t> local_ms(std::string_view local) {
    return local.size() == 16 ? parse_rfc3339(std::string(local) + ":00Z") : std::nullopt;
}

tl::expected<ZonedTime, TimeFlaw> zoned_time(const TimeZones& zones, std::string_view local, std::string_view zone) {
    const auto as_utc = local_ms(local);
    if (!as_utc)
        return tl::unexpected(
            TimeFlaw{"\"" + std::string(local) + "\" is not a local time", "Write it like 2026-11-25T21:00.", ""});
    const auto before = zones.offset(zone, *as_utc - reach_ms), after = zones.offset(zone, *as_utc + reach_ms);
    if (!before || !after)
        return tl::unexpected(TimeFlaw{"There is no time zone \"" + std::string(zone) + "\"",
                                       "Use a name of the IANA list, such as Europe/Berlin or America/New_York.", ""});
    ZonedTime found;
    found.local = local_text(*as_utc, 0);
    // The greater offset gives the earlier moment.
    int times = 0;
    for (const std::int32_t offset : {std::max(*before, *after), std::min(*before, *after)}) {
        const std::int64_t moment = *as_utc - offset * minute_ms;
        if (zones.offset(zone, moment) != offset || (times > 0 && moment == found.utc_ms)) continue;
        if (++times > 1) break;
        found.utc_ms = moment, found.offset_minutes = offset;
    }
    if (times == 0) return tl::unexpected(gap(zones, found.local, zone, *as_utc, *before, *after));
    found.twice = times > 1;
    return found;
}

std::string local_text(std::int64_t utc_ms, std::int32_t offset_minutes) {
    return rfc3339(utc_ms + offset_minutes * minute_ms).substr(0, 16);
}

std::string offset_text(std::int32_t offset_minutes) {
    if (offset_minutes == 0) return "UTC";
    const std::int32_t away = offset_minutes < 0 ? -offset_minutes : offset_minutes;
    std::string text = offset_minutes < 0 ? "UTC−" : "UTC+";
    text += std::to_string(away / 60);
    if (away % 60 == 0) return text;
    std::array<char, 8> minutes{};
    std::snprintf(minutes.data(), minutes.size(), ":%02d", static_cast<int>(away % 60));
    return text + minutes.data();
}

} // namespace desk
