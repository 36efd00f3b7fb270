#include "core/guide/guide.hpp"
#include "core/rules/gate.hpp"
#include "core/time/rfc3339.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace desk;

namespace {

std::string with(std::string from, const std::string& what, const std::string& instead) {
    const auto at = from.find(what);
    REQUIRE(at != std::string::npos);
    return from.replace(at, what.size(), instead);
}

} // namespace

TEST_CASE("PU-1 the built-in guide holds the guide's types, roles, requirements, checklist, playbook and notes") {
    const Guide guide = parse_guide(octoacme_guide_text()).value();
    CHECK(guide.types.size() == 3);
    CHECK(guide.roles.size() == 10);
    CHECK(guide.requirements.size() == 10);
    CHECK(guide.checklist.size() == 9);
    CHECK(guide.playbook.size() == 8);
    CHECK(guide.notes.size() == 6);
    std::size_t duties = 0;
    for (const RoleSpec& role : guide.roles) duties += role.duties.size();
    CHECK(duties == 11); // RC-1 … RC-11
    CHECK(guide.checklist_item("deploy-staging")->owners == std::vector<std::string>{"developers", "qa"});
    CHECK(guide.checklist_item("window-scheduled")->condition == "if needed");
    CHECK(guide.checklist_item("backup")->condition == "if applicable");
}

TEST_CASE("a guide reads the same from its own canonical text") {
    const Guide guide = parse_guide(octoacme_guide_text()).value();
    const Guide again = parse_guide(guide.text).value();
    CHECK(again.text == guide.text);
    CHECK(again.digest == guide.digest);
    CHECK(guide.text.find('\n') == std::string::npos);
}

TEST_CASE("a guide that is wrong says what and where") {
    const std::string good = octoacme_guide_text();
    CHECK(parse_guide("{").error() == "the guide is not valid JSON");
    CHECK(parse_guide("{}").error() == "format: \"octoacme-guide/1\" is needed");
    CHECK(parse_guide(with(good, "\"key\":\"qa\"", "\"key\":\"developers\"")).error() ==
          "roles[2].key: \"developers\" stands twice");
    CHECK(parse_guide(with(good, "\"owners\":[\"qa\"]", "\"owners\":[\"tester\"]")).error() ==
          "requirements[5].owners[0]: no role \"tester\"");
    CHECK(parse_guide(with(good, "\"owners\":[\"qa\"]", "\"owners\":[]")).error() ==
          "requirements[5].owners: at least one role is needed");
    CHECK(parse_guide(with(good, "\"key\":\"backup\"", "\"key\":\"Back up\"")).error() ==
          "checklist[1].key: \"Back up\" may hold a–z, 0–9 and \"-\" only");
    CHECK(parse_guide(with(good, "\"after\":[\"deploy-staging\"]", "\"after\":[\"later\"]")).error() ==
          "checklist[5].after[0]: no earlier item \"later\"");
    CHECK(parse_guide(with(good, "\"stage\":\"production\"", "\"stage\":\"now\"")).error() ==
          "checklist[5].stage: before-production, production or after-production, not \"now\"");
}

TEST_CASE("every phase has a key that names it alone") {
    for (const char* key :
         {"draft", "preparing", "staging", "deciding", "approved", "deploying", "monitoring", "stable", "rolling-back",
          "rolled-back", "retrospective", "closed", "on-hold", "cancelled"}) {
        REQUIRE(phase_from(key).has_value());
        CHECK(key_of(*phase_from(key)) == key);
    }
    CHECK_FALSE(phase_from("Draft").has_value());
}

TEST_CASE("moments are read and written as RFC 3339") {
    CHECK(parse_rfc3339("1970-01-01T00:00:00Z") == 0);
    CHECK(parse_rfc3339("2026-11-25T21:00:00+01:00") == 1'795'636'800'000);
    CHECK(parse_rfc3339("2026-11-25T20:00:00.25Z") == 1'795'636'800'250);
    CHECK(parse_rfc3339("2024-02-29") == 1'709'164'800'000);
    CHECK(rfc3339(1'795'636'800'000) == "2026-11-25T20:00:00Z");
    CHECK(rfc3339(-1) == "1969-12-31T23:59:59Z");
    for (const char* bad :
         {"", "2026", "2026-02-29", "2026-13-01", "2026-11-25T24:00:00Z", "2026-11-25T20:00:00",
          "2026-11-25T20:00:00+25:00", "2026-11-25T20:00:00Zx", "25.11.2026", "2026-11-25T20:00:00.Z"})
        CHECK_MESSAGE(!parse_rfc3339(bad), bad);
    const CivilTime t = civil_time(1'795'636'800'000, 60);
    CHECK(t.hour == 21);
    CHECK(t.weekday == 3); // a Wednesday
}
