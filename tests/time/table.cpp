#include "table.hpp"

#include "core/time/rfc3339.hpp"
#include "embedded/zone_cases.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <utility>

namespace desk::test {

namespace {

using Changes = std::vector<std::pair<std::int64_t, std::int32_t>>; // from when on, how far ahead

ZoneTable read_table() {
    const auto json = nlohmann::json::parse(embedded::zone_cases);
    std::map<std::string, Changes> clocks;
    for (const auto& [zone, changes] : json["clocks"].items())
        for (const auto& change : changes)
            clocks[zone].emplace_back(parse_rfc3339(change[0].get<std::string>()).value(), change[1].get<int>());
    ZoneTable table;
    table.clocks.offset_minutes = [clocks](std::string_view zone, std::int64_t utc_ms) -> std::optional<std::int32_t> {
        const auto found = clocks.find(std::string(zone));
        if (found == clocks.end()) return std::nullopt;
        std::int32_t offset = found->second.front().second;
        for (const auto& [from, minutes] : found->second)
            if (from <= utc_ms) offset = minutes;
        return offset;
    };
    for (const auto& one : json["times"]) {
        ZoneCase time{one["zone"], one["local"], std::nullopt, one.value("next", ""), one.value("twice", false)};
        if (one.contains("utc")) time.utc_ms = parse_rfc3339(one["utc"].get<std::string>());
        table.cases.push_back(std::move(time));
    }
    for (const auto& name : json["unknown"]) table.unknown.push_back(name);
    return table;
}

} // namespace

const ZoneTable& zone_table() {
    static const ZoneTable table = read_table();
    return table;
}

void check_zones(const TimeZones& zones) {
    for (const ZoneCase& one : zone_table().cases) {
        INFO(one.zone << " " << one.local);
        const auto found = zoned_time(zones, one.local, one.zone);
        CHECK(found.has_value() == one.utc_ms.has_value());
        if (found && one.utc_ms) {
            CHECK(rfc3339(found->utc_ms) == rfc3339(*one.utc_ms));
            CHECK(found->twice == one.twice);
            CHECK(local_text(found->utc_ms, zones.offset(one.zone, found->utc_ms).value()) == one.local);
        } else if (!found) {
            CHECK(found.error().next == one.next);
        }
    }
    for (const std::string& name : zone_table().unknown) {
        INFO("\"" << name << "\"");
        CHECK_FALSE(zones.offset(name, 0).has_value());
    }
}

TimeSpan span(const char* start, const char* end, const char* zone) {
    return time_span(zone_table().clocks, start, end, zone).value();
}

std::int64_t ms(const char* text) { return parse_rfc3339(text).value(); }

} // namespace desk::test
