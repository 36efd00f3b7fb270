#include "core/time/span.hpp"
#include "core/time/spoken.hpp"
#include "table.hpp"

#include <doctest/doctest.h>

using namespace desk;
using namespace desk::test;

TEST_CASE("DC-1 a local time is found right across changes of the clocks, in nine zones and both directions") {
    check_zones(zone_table().clocks);
}

TEST_CASE("DC-1 a time that does not exist is refused, with why and with the next time that does") {
    const auto flaw = zoned_time(zone_table().clocks, "2026-03-29T02:30", "Europe/Berlin").error();
    CHECK(flaw.text == "02:30 on 29 Mar 2026 does not exist in Europe/Berlin: clocks go from 02:00 to 03:00");
    CHECK(flaw.fix == "The next time that exists is 2026-03-29T03:00.");
    const auto half = zoned_time(zone_table().clocks, "2026-10-04T02:10", "Australia/Lord_Howe").error();
    CHECK(half.text == "02:10 on 4 Oct 2026 does not exist in Australia/Lord_Howe: clocks go from 02:00 to 02:30");
}

TEST_CASE("what is no time and what is no zone is told apart") {
    CHECK(zoned_time(zone_table().clocks, "25.11.2026 21:00", "Europe/Berlin").error().text ==
          "\"25.11.2026 21:00\" is not a local time");
    CHECK_FALSE(zoned_time(zone_table().clocks, "2026-02-30T21:00", "Europe/Berlin").has_value());
    CHECK_FALSE(zoned_time(zone_table().clocks, "2026-11-25T21:00Z", "Europe/Berlin").has_value());
    CHECK(zoned_time(zone_table().clocks, "2026-11-25T21:00", "Europe/Berln").error().text ==
          "There is no time zone \"Europe/Berln\"");
    CHECK(zoned_time(zone_table().clocks, "2026-11-25 21:00", "Europe/Berlin")->local == "2026-11-25T21:00");
}

TEST_CASE("without a port UTC alone is known") {
    CHECK(zoned_time(TimeZones{}, "2026-11-25T21:00", "UTC")->utc_ms == ms("2026-11-25T21:00:00Z"));
    CHECK_FALSE(zoned_time(TimeZones{}, "2026-11-25T21:00", "Europe/Berlin").has_value());
}

TEST_CASE("a span ends after it begins, by the clock of its zone") {
    const TimeSpan night = span("2026-10-25T01:00", "2026-10-25T04:00", "Europe/Berlin");
    CHECK(night.length_ms() == 4 * 3'600'000); // one hour is lived twice
    CHECK(span("2026-03-29T01:00", "2026-03-29T04:00", "Europe/Berlin").length_ms() == 2 * 3'600'000);
    CHECK(time_span(zone_table().clocks, "2026-11-25T21:00", "2026-11-25T21:00", "UTC").error().text ==
          "The end, 2026-11-25T21:00, is not after the start, 2026-11-25T21:00");
}

TEST_CASE("a span is said in its own zone, with the year where it is not this one, and with both offsets of a change") {
    const std::int64_t now = ms("2026-06-01T00:00:00Z");
    CHECK(span_words(span("2026-11-25T21:00", "2026-11-25T22:30", "Europe/Berlin"), now) ==
          "Wed 25 Nov, 21:00–22:30, Europe/Berlin, UTC+1");
    CHECK(span_words(span("2026-12-31T22:00", "2027-01-01T01:00", "Asia/Kathmandu"), now) ==
          "Thu 31 Dec, 22:00 – Fri 1 Jan 2027, 01:00, Asia/Kathmandu, UTC+5:45");
    CHECK(span_words(span("2026-10-25T01:00", "2026-10-25T04:00", "Europe/Berlin"), now) ==
          "Sun 25 Oct, 01:00–04:00, Europe/Berlin, UTC+2 to UTC+1");
    CHECK(span_words(span("2026-12-01T09:00", "2026-12-01T10:00", "America/St_Johns"), now) ==
          "Tue 1 Dec, 09:00–10:00, America/St_Johns, UTC−3:30");
    CHECK(span_words(span("2026-12-01T09:00", "2026-12-01T10:00", "UTC"), now) == "Tue 1 Dec, 09:00–10:00, UTC");
}

TEST_CASE("a span between moments is given in local times, unless they would be read as others") {
    const auto& clocks = zone_table().clocks;
    CHECK(span_between(clocks, ms("2026-11-25T20:00:00Z"), ms("2026-11-25T21:30:00Z"), "Europe/Berlin") ==
          span("2026-11-25T21:00", "2026-11-25T22:30", "Europe/Berlin"));
    // 01:30Z is the second 02:30 of that night.
    CHECK_FALSE(span_between(clocks, ms("2026-10-25T01:30:00Z"), ms("2026-10-25T03:00:00Z"), "Europe/Berlin"));
    CHECK_FALSE(span_between(clocks, 0, 3'600'000, "Mars/Base"));
}

TEST_CASE("durations are said in their two largest parts") {
    CHECK(spoken_duration(45 * 60'000) == "45 min");
    CHECK(spoken_duration(90 * 60'000) == "1 h 30 min");
    CHECK(spoken_duration(2 * 3'600'000) == "2 h");
    CHECK(spoken_duration(30 * 3'600'000) == "1 day 6 h");
    CHECK(spoken_duration(9 * 86'400'000LL) == "9 days");
}
