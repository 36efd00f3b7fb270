#include "core/time/span.hpp"

#include "core/time/spoken.hpp"

namespace desk {

namespace {

// How far a local time of a span is ahead of its moment; 0 for a span that never was one.
std::int32_t offset_of(const std::string& local, std::int64_t utc_ms) {
    const auto ms = local_ms(local);
    return ms ? static_cast<std::int32_t>((*ms - utc_ms) / 60'000) : 0;
}

} // namespace

tl::expected<TimeSpan, TimeFlaw> time_span(const TimeZones& zones, std::string_view start, std::string_view end,
                                           std::string_view zone) {
    auto from = zoned_time(zones, start, zone);
    if (!from) return tl::unexpected(std::move(from.error()));
    auto to = zoned_time(zones, end, zone);
    if (!to) return tl::unexpected(std::move(to.error()));
    if (to->utc_ms <= from->utc_ms)
        return tl::unexpected(TimeFlaw{"The end, " + to->local + ", is not after the start, " + from->local,
                                       "Choose an end after the start.", ""});
    return TimeSpan{from->local, to->local, std::string(zone), from->utc_ms, to->utc_ms};
}

std::optional<TimeSpan> span_between(const TimeZones& zones, std::int64_t from_ms, std::int64_t to_ms,
                                     std::string_view zone) {
    const auto at_start = zones.offset(zone, from_ms), at_end = zones.offset(zone, to_ms);
    if (!at_start || !at_end) return std::nullopt;
    const auto span = time_span(zones, local_text(from_ms, *at_start), local_text(to_ms, *at_end), zone);
    if (!span || span->from_ms != from_ms || span->to_ms != to_ms) return std::nullopt;
    return *span;
}

std::string span_times(const TimeSpan& span, std::int64_t now_ms) {
    const std::int32_t at_start = offset_of(span.start, span.from_ms), at_end = offset_of(span.end, span.to_ms);
    const CivilTime from = civil_time(span.from_ms, at_start), to = civil_time(span.to_ms, at_end);
    const std::int64_t this_year = civil_time(now_ms, at_start).year;
    const std::string begins = spoken_time(from, this_year);
    if (from.year == to.year && from.month == to.month && from.day == to.day) return begins + "–" + spoken_clock(to);
    return begins + " – " + spoken_time(to, this_year);
}

std::string span_zone(const TimeSpan& span) {
    const std::string at_start = offset_text(offset_of(span.start, span.from_ms));
    const std::string at_end = offset_text(offset_of(span.end, span.to_ms));
    if (span.zone == "UTC") return "UTC";
    return span.zone + ", " + (at_start == at_end ? at_start : at_start + " to " + at_end);
}

std::string span_words(const TimeSpan& span, std::int64_t now_ms) {
    return span_times(span, now_ms) + ", " + span_zone(span);
}

} // namespace desk
