#include "core/time/spoken.hpp"

#include <array>
#include <cstdio>

namespace desk {

namespace {

constexpr std::array<const char*, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string day_and_month(const CivilTime& at) {
    return std::to_string(at.day) + ' ' + months[static_cast<std::size_t>(at.month - 1)];
}

} // namespace

std::string spoken_day(const CivilTime& at) { return day_and_month(at) + ' ' + std::to_string(at.year); }

std::string spoken_clock(const CivilTime& at) {
    std::array<char, 8> clock{};
    std::snprintf(clock.data(), clock.size(), "%02u:%02u", static_cast<unsigned>(at.hour) % 24,
                  static_cast<unsigned>(at.minute) % 60);
    return clock.data();
}

std::string spoken_time(const CivilTime& at, std::optional<std::int64_t> this_year) {
    std::string text = days[static_cast<std::size_t>(at.weekday)];
    text += ' ' + day_and_month(at);
    if (at.year != this_year) text += ' ' + std::to_string(at.year);
    return text + ", " + spoken_clock(at);
}

std::string spoken_duration(std::int64_t ms) {
    const std::int64_t minutes = ms / 60'000, hours = minutes / 60, whole_days = hours / 24;
    const auto two = [](const std::string& large, std::int64_t small, const char* unit) {
        return small == 0 ? large : large + ' ' + std::to_string(small) + unit;
    };
    if (whole_days > 0) return two(std::to_string(whole_days) + (whole_days == 1 ? " day" : " days"), hours % 24, " h");
    if (hours > 0) return two(std::to_string(hours) + " h", minutes % 60, " min");
    return std::to_string(minutes) + " min";
}

} // namespace desk
