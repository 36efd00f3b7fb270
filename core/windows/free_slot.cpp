#include "core/windows/free_slot.hpp"

#include "core/time/durations.hpp"
#include "core/windows/obstacles.hpp"

#include <algorithm>

namespace desk {

namespace {

constexpr std::int64_t quarter_ms = 900'000;
constexpr int days_ahead = 60;

} // namespace

std::optional<TimeSpan> next_free_slot(const Release& release, const TimeSpan& wished, const Surroundings& around) {
    const auto obstacles = window_obstacles(release, around);
    const std::int64_t earliest = std::max(wished.from_ms, around.now_ms);
    // The span that begins at this moment, if it can be had.
    const auto free_from = [&](std::int64_t from_ms) -> std::optional<TimeSpan> {
        if (from_ms < earliest) return std::nullopt;
        auto slot = span_between(around.zones, from_ms, from_ms + wished.length_ms(), wished.zone);
        if (!slot) return std::nullopt;
        for (const std::string& local : {slot->start, slot->end})
            if (const auto time = zoned_time(around.zones, local, wished.zone); !time || time->twice)
                return std::nullopt;
        const bool taken =
            std::any_of(obstacles.begin(), obstacles.end(), [&](const Obstacle& o) { return o.span.overlaps(*slot); });
        return taken ? std::nullopt : slot;
    };

    // Days are stepped over on the calendar of the zone, whatever its clocks do.
    if (const auto time_of_day = local_ms(wished.start)) {
        const std::int64_t skipped = std::max<std::int64_t>(0, (earliest - wished.from_ms) / day_ms - 1);
        for (std::int64_t day = skipped; day <= skipped + days_ahead; ++day)
            if (const auto from = zoned_time(around.zones, local_text(*time_of_day + day * day_ms, 0), wished.zone))
                if (auto slot = free_from(from->utc_ms)) return slot;
    }
    std::optional<TimeSpan> first;
    for (const Obstacle& obstacle : obstacles) {
        const std::int64_t end = (obstacle.span.to_ms + quarter_ms - 1) / quarter_ms * quarter_ms;
        if (!first || end < first->from_ms)
            if (auto slot = free_from(end)) first = std::move(slot);
    }
    return first;
}

} // namespace desk
