#include "native/system/zones.hpp"

#include <date/tz.h>

#include <chrono>
#include <cstdlib>
#include <stdexcept>

namespace desk::native {

namespace {

using std::chrono::milliseconds;

// The library reads transitions alone, and the database lists them until 2037; after that the last one would hold for
// ever. Rules go by weekdays, and those repeat every 28 years, so a later moment is asked for in a year that is listed.
milliseconds within_list(std::int64_t utc_ms) {
    constexpr std::int64_t end_of_list = 2'145'916'800'000;     // 2038-01-01
    constexpr std::int64_t years_28 = 10'227LL * 86'400 * 1000; // in days: 28 × 365 and 7 leap days
    if (utc_ms < end_of_list) return milliseconds(utc_ms);
    return milliseconds(utc_ms - ((utc_ms - end_of_list) / years_28 + 1) * years_28);
}

} // namespace

TimeZones system_zones() {
    return {[](std::string_view zone, std::int64_t utc_ms) -> std::optional<std::int32_t> {
        try {
            const auto at = date::sys_time<milliseconds>(within_list(utc_ms));
            const auto offset = date::locate_zone(zone)->get_info(date::floor<std::chrono::seconds>(at)).offset;
            return static_cast<std::int32_t>(date::floor<std::chrono::minutes>(offset).count());
        } catch (const std::runtime_error&) {
            return std::nullopt; // the library's way to say that there is no such zone, or no database
        }
    }};
}

std::string own_zone() {
    const TimeZones zones = system_zones();
    if (const char* wish = std::getenv("TZ"); wish != nullptr && *wish != '\0') {
        const std::string name = *wish == ':' ? wish + 1 : wish;
        return zones.offset(name, 0) ? name : "UTC";
    }
    try {
        const std::string& name = date::current_zone()->name();
        if (name == "Etc/UTC" || !zones.offset(name, 0)) return "UTC";
        return name;
    } catch (const std::runtime_error&) {
        return "UTC";
    }
}

} // namespace desk::native
