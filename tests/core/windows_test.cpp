#include "core/release/registers.hpp"
#include "core/rules/wording.hpp"
#include "core/status/status_json.hpp"
#include "core/time/rfc3339.hpp"
#include "core/windows/calendar.hpp"
#include "core/windows/conflicts.hpp"
#include "core/windows/free_slot.hpp"
#include "desk_copy.hpp"
#include "table.hpp"

#include <nlohmann/json.hpp>

using namespace desk;
using namespace desk::test;

namespace {

// A release of Checkout, at noon UTC on 20 November 2026.
Copy release_now() {
    Copy copy = Copy::created();
    copy.around.now_ms = ms("2026-11-20T12:00:00Z");
    copy.around.zones = zone_table().clocks;
    copy.with_people().as("Ana");
    return copy;
}

command::SetWindow window(const char* start, const char* end, const char* zone = "Europe/Berlin") {
    return {start, end, zone};
}

command::AddFreeze freeze(const char* start, const char* end, bool everywhere = false) {
    return {"f1", start, end, "Europe/Berlin", "Christmas trade", everywhere};
}

Sibling other(std::string product, std::string version, TimeSpan when, std::vector<std::string> people = {}) {
    Sibling sibling{"rel_" + version, std::move(product), std::move(version), Phase::staging};
    sibling.window = std::move(when);
    sibling.deployers = std::move(people);
    return sibling;
}

std::vector<std::string> rules(const std::vector<Blocker>& blockers) {
    std::vector<std::string> names;
    for (const Blocker& blocker : blockers) names.push_back(blocker.rule);
    return names;
}

using Rules = std::vector<std::string>;

const command::Sign sign_window{"window-scheduled", {}, true, {}, {}};

} // namespace

TEST_CASE("RC-3 DC-1 the Release Manager sets the window, in local time; nobody else does") {
    Copy copy = release_now();
    CHECK(copy.as("Chen").refused(window("2026-11-25T21:00", "2026-11-25T22:30")) == Rules{"who"});
    copy.as("Ana").act(window("2026-11-25T21:00", "2026-11-25T22:30"));
    REQUIRE(copy.state().window);
    CHECK(copy.state().window->zone == "Europe/Berlin");
    CHECK(rfc3339(copy.state().window->from_ms) == "2026-11-25T20:00:00Z");
    CHECK(rfc3339(copy.state().window->to_ms) == "2026-11-25T21:30:00Z");
    CHECK(window_conflicts(copy.release(), copy.around).empty());
}

TEST_CASE("DC-1 a window at a time that does not exist, in no zone, or that ends before it begins is refused in three "
          "parts") {
    Copy copy = release_now();
    const auto refusal = copy.ask(window("2027-03-28T02:30", "2027-03-28T04:00")).error().blockers;
    REQUIRE(refusal.size() == 1);
    CHECK(refusal[0].rule == "window-time");
    CHECK(refusal[0].text == "02:30 on 28 Mar 2027 does not exist in Europe/Berlin: clocks go from 02:00 to 03:00");
    CHECK(refusal[0].who == "Ana, Release Manager");
    CHECK(refusal[0].fix == "The next time that exists is 2027-03-28T03:00.");
    CHECK(copy.refused(window("2026-11-25T21:00", "2026-11-25T22:30", "Europe/Berln")) == Rules{"window-time"});
    CHECK(copy.refused(window("2026-11-25T21:00", "2026-11-25T20:00")) == Rules{"window-time"});
    CHECK(copy.refused(command::SetWindow{}) == Rules{"reason"});
}

TEST_CASE("DC-1 the checklist item is signed only with a window; where none is needed, the item does not apply") {
    Copy copy = release_now();
    CHECK(copy.refused(sign_window) == Rules{"window"});
    SUBCASE("a window makes it signable") {
        copy.act(window("2026-11-25T21:00", "2026-11-25T22:30")).act(sign_window);
        CHECK(copy.state().item("window-scheduled")->status == ItemStatus::done);
    }
    SUBCASE("no window needed answers the item, and a window makes it apply again") {
        copy.act(command::SetWindow{"", "", "", "It can be deployed at any time"});
        CHECK(copy.state().item("window-scheduled")->status == ItemStatus::not_applicable);
        CHECK(copy.state().item("window-scheduled")->reason == "It can be deployed at any time");
        copy.act(window("2026-11-25T21:00", "2026-11-25T22:30"));
        CHECK(copy.state().item("window-scheduled")->status == ItemStatus::open);
    }
    SUBCASE("saying that the item does not apply takes the window away") {
        copy.act(window("2026-11-25T21:00", "2026-11-25T22:30"));
        copy.act(command::NotApplicable{"window-scheduled", "No users yet"});
        CHECK_FALSE(copy.state().window->set());
        CHECK(copy.state().window->none_reason == "No users yet");
    }
}

TEST_CASE("RC-3 every conflict of a window is listed with its rule, owner and remedy") {
    Copy copy = release_now();
    copy.act(window("2026-11-25T21:00", "2026-11-25T22:30")).act(freeze("2026-11-25T00:00", "2026-11-26T00:00"));
    copy.around.siblings = {
        other("Checkout", "4.3.0", span("2026-11-25T22:00", "2026-11-25T23:00"), {"Kofi"}),
        other("Payments", "2.1.0", span("2026-11-25T15:00", "2026-11-25T16:10", "America/New_York"), {"Ana", "Chen"}),
        other("Search", "1.0.0", span("2026-11-25T21:00", "2026-11-25T22:30"), {"Zoe"})};
    const auto found = window_conflicts(copy.release(), copy.around);
    REQUIRE(rules(found) == Rules{"window-freeze", "window-product", "window-people"});
    CHECK(found[0].text == "The window lies in a freeze: Christmas trade, Wed 25 Nov, 00:00 – Thu 26 Nov, 00:00, "
                           "Europe/Berlin, UTC+1");
    CHECK(found[0].who == "Ana, Release Manager");
    CHECK(found[1].text ==
          "Checkout 4.3.0 has a window at the same time: Wed 25 Nov, 22:00–23:00, Europe/Berlin, UTC+1");
    CHECK(found[1].fix == "Move one of the windows.");
    CHECK(found[2].text == "Ana and Chen deploy Payments 2.1.0 at the same time: Wed 25 Nov, 15:00–16:10, "
                           "America/New_York, UTC−5");
    for (const Blocker& conflict : found) {
        CHECK_FALSE(conflict.owner.empty());
        CHECK_FALSE(conflict.who.empty());
        CHECK_FALSE(conflict.fix.empty());
    }
}

TEST_CASE("windows that only touch, and those of releases that are over, are no conflict") {
    Copy copy = release_now();
    copy.act(window("2026-11-25T21:00", "2026-11-25T22:30"));
    copy.around.siblings = {other("Checkout", "4.3.0", span("2026-11-25T22:30", "2026-11-25T23:00")),
                            other("Checkout", "4.1.3", span("2026-11-25T21:00", "2026-11-25T22:30"))};
    copy.around.siblings[1].phase = Phase::stable;
    CHECK(window_conflicts(copy.release(), copy.around).empty());
}

TEST_CASE("what is odd about a window itself is told too") {
    Copy copy = release_now();
    const auto odd = [&](const char* start, const char* end) {
        return rules(window_conflicts(copy.release(), span(start, end), copy.around));
    };
    CHECK(odd("2026-11-19T21:00", "2026-11-19T22:00") == Rules{"window-past"});
    CHECK(odd("2026-11-25T21:00", "2026-12-02T21:01") == Rules{"window-long"});
    CHECK(odd("2026-11-25T21:00", "2026-12-02T21:00").empty());
    copy.around.now_ms = ms("2026-10-01T00:00:00Z");
    const auto twice = window_conflicts(copy.release(), span("2026-10-25T02:30", "2026-10-25T04:00"), copy.around);
    REQUIRE(rules(twice) == Rules{"window-twice"});
    CHECK(twice[0].text == "02:30 on 25 Oct 2026 exists twice in Europe/Berlin, the first is meant, at UTC+2");
}

TEST_CASE("a window whose zone is not known here, or whose clocks follow another rule by now, is told") {
    Copy copy = release_now();
    copy.act(window("2026-11-25T21:00", "2026-11-25T22:30"));
    copy.around.zones = {};
    CHECK(rules(window_conflicts(copy.release(), copy.around)) == Rules{"window-zone"});
    copy.around.zones.offset_minutes = [](std::string_view, std::int64_t) { return std::optional<std::int32_t>(120); };
    const auto moved = window_conflicts(copy.release(), copy.around);
    REQUIRE(rules(moved) == Rules{"window-zone"});
    CHECK(moved[0].fix == "Set the window again.");
}

TEST_CASE("RC-3 the next free slot is the same time of day on the first day that is free") {
    Copy copy = release_now();
    const TimeSpan wished = span("2026-11-25T21:00", "2026-11-25T22:30");
    CHECK(next_free_slot(copy.release(), wished, copy.around) == wished);
    copy.around.siblings = {other("Checkout", "4.3.0", span("2026-11-25T22:00", "2026-11-25T23:00")),
                            other("Checkout", "4.4.0", span("2026-11-26T20:00", "2026-11-26T21:15"))};
    CHECK(next_free_slot(copy.release(), wished, copy.around) == span("2026-11-27T21:00", "2026-11-27T22:30"));
}

TEST_CASE("RC-3 the next free slot lies after a freeze, at the same local time on either side of a change of clocks") {
    Copy copy = release_now();
    copy.around.now_ms = ms("2026-10-20T00:00:00Z");
    copy.act(freeze("2026-10-24T00:00", "2026-10-25T12:00"));
    const auto slot = next_free_slot(copy.release(), span("2026-10-24T21:00", "2026-10-24T23:00"), copy.around);
    CHECK(slot == span("2026-10-25T21:00", "2026-10-25T23:00"));
    CHECK(rfc3339(slot->from_ms) == "2026-10-25T20:00:00Z");
    // 02:30 exists twice on 25 October: that night is passed over.
    CHECK(next_free_slot(copy.release(), span("2026-10-24T02:30", "2026-10-24T03:30"), copy.around) ==
          span("2026-10-26T02:30", "2026-10-26T03:30"));
    // It does not exist on 28 March.
    copy.around.now_ms = ms("2027-03-27T12:00:00Z");
    CHECK(next_free_slot(copy.release(), span("2027-03-27T02:30", "2027-03-27T03:30"), copy.around) ==
          span("2027-03-29T02:30", "2027-03-29T03:30"));
}

TEST_CASE("a slot is never in the past, and where every day is taken it begins when something is over") {
    Copy copy = release_now();
    CHECK(next_free_slot(copy.release(), span("2026-01-05T21:00", "2026-01-05T22:30"), copy.around) ==
          span("2026-11-20T21:00", "2026-11-20T22:30"));
    for (int later = 0; later < 62; ++later) {
        const std::int64_t from = ms("2026-11-25T20:50:00Z") + later * 86'400'000LL;
        copy.around.siblings.push_back(other("Checkout", "5." + std::to_string(later) + ".0",
                                             span_between(copy.around.zones, from, from + 3'600'000, "UTC").value()));
    }
    const auto slot = next_free_slot(copy.release(), span("2026-11-25T21:00", "2026-11-25T22:30"), copy.around);
    REQUIRE(slot);
    CHECK(*slot == span("2026-11-25T23:00", "2026-11-26T00:30")); // 21:50 UTC, rounded up
    CHECK_FALSE(next_free_slot(copy.release(), span("2026-11-25T21:00", "2026-11-25T22:30", "UTC"),
                               {copy.around.now_ms, {}, {}})
                    ->start.empty());
}

TEST_CASE("RC-3 a freeze refuses the deployment although the window is open, unless it is overridden with a reason") {
    Copy copy = release_now();
    copy.to_deciding().as("Ana").act(window("2026-11-25T21:00", "2026-11-25T22:30")).act(sign_window);
    copy.act(freeze("2026-11-25T00:00", "2026-11-26T00:00")).everybody_votes_go().as("Ana").advance(Phase::approved);
    const command::Advance deploy{Phase::deploying, "", "", ""};
    CHECK(copy.refused(deploy) == Rules{"window"});
    copy.around.now_ms = ms("2026-11-25T20:15:00Z");
    CHECK(copy.refused(deploy) == Rules{"freeze"});
    const auto refusal = copy.ask(deploy).error().blockers.front();
    CHECK(refusal.text == "No deployments now: Christmas trade, Wed 25 Nov, 00:00 – Thu 26 Nov, 00:00, Europe/Berlin, "
                          "UTC+1");
    CHECK(refusal.who == "Ana, Release Manager");
    CHECK(copy.refused(command::Advance{Phase::deploying, "", "", "Payments are down"}).empty());
    SUBCASE("a lifted freeze refuses nothing") {
        copy.act(command::LiftFreeze{"f1"});
        CHECK(copy.state().freezes.empty());
        CHECK(copy.refused(deploy).empty());
    }
    SUBCASE("while copies disagree whether it is lifted, it holds") {
        Copy bruno = copy.fork("bruno");
        bruno.act(command::LiftFreeze{"f1"});
        copy.act(freeze("2026-11-25T00:00", "2026-11-27T00:00"));
        copy.merge(bruno);
        CHECK(copy.state().conflicts.size() == 1);
        CHECK(copy.refused(deploy) == Rules{"freeze"});
    }
}

TEST_CASE("RC-3 a freeze holds for the releases of its product, or for all, also when its own release is over") {
    Copy copy = release_now();
    copy.to_approved();
    copy.around.now_ms = ms("2026-11-25T12:00:00Z");
    Sibling where{"rel_other", "Payments", "2.1.0", Phase::closed};
    where.managers = {"Kwame"};
    where.freezes = {{span("2026-11-25T00:00", "2026-11-26T00:00"), "x", "Audit", false, {"Kwame", 0}}};
    copy.around.siblings = {where};
    const command::Advance deploy{Phase::deploying, "", "", ""};
    CHECK(copy.as("Ana").refused(deploy).empty());
    copy.around.siblings[0].freezes[0].everywhere = true;
    CHECK(copy.refused(deploy) == Rules{"freeze"});
    CHECK(copy.ask(deploy).error().blockers[0].who == "Kwame, Release Manager");
    copy.around.siblings[0].freezes[0].everywhere = false;
    copy.around.siblings[0].product = "Checkout";
    CHECK(copy.refused(deploy) == Rules{"freeze"});
    copy.around.now_ms = ms("2026-11-26T12:00:00Z");
    CHECK(copy.refused(deploy).empty());
}

TEST_CASE("a freeze is recorded and lifted by the Release Manager, with a reason, and can be lifted when all is over") {
    Copy copy = release_now();
    CHECK(copy.as("Chen").refused(freeze("2026-12-21T00:00", "2027-01-04T09:00")) == Rules{"who"});
    CHECK(copy.as("Ana").refused(command::AddFreeze{"f1", "2026-12-21T00:00", "2027-01-04T09:00", "UTC", " "}) ==
          Rules{"reason"});
    copy.act(freeze("2026-12-21T00:00", "2027-01-04T09:00", true));
    REQUIRE(copy.state().freezes.size() == 1);
    CHECK(copy.state().freezes[0].everywhere);
    CHECK(copy.refused(command::LiftFreeze{"f2"}) == Rules{"freeze"});
    copy.advance(Phase::cancelled, "Not needed");
    CHECK(sibling_of(copy.release()).freezes.size() == 1);
    CHECK(concerns_others(copy.state(), copy.around.now_ms));
    CHECK(copy.refused(window("2026-11-25T21:00", "2026-11-25T22:30")) == Rules{"ended"});
    copy.act(command::LiftFreeze{"f1"});
    CHECK_FALSE(concerns_others(copy.state(), copy.around.now_ms));
}

TEST_CASE("RC-3 gates before the deployment advise of conflicts, and decide nothing silently") {
    Copy copy = release_now();
    copy.to_deciding().as("Ana").act(window("2026-11-25T21:00", "2026-11-25T22:30")).act(sign_window);
    copy.around.siblings = {other("Checkout", "4.3.0", span("2026-11-25T22:00", "2026-11-25T23:00"))};
    copy.everybody_votes_go();
    const Gate go = gate(copy.release(), Phase::approved, copy.around);
    CHECK(go.open());
    CHECK(rules(go.advice) == Rules{"window-product"});
}

TEST_CASE("RC-3 a go needs a window that is still to come: after an unused one the next is set and voted on again") {
    Copy copy = release_now();
    copy.to_deciding().as("Ana").act(window("2026-11-25T21:00", "2026-11-25T22:30")).act(sign_window);
    copy.everybody_votes_go().as("Ana").advance(Phase::approved);
    copy.around.now_ms = ms("2026-11-25T21:30:01Z");
    CHECK(copy.phase() == Phase::deciding);
    CHECK(copy.refused(command::Advance{Phase::approved, "", "", "Go on"}) == Rules{"window"});
    copy.act(window("2026-11-26T21:00", "2026-11-26T22:30"));
    CHECK(copy.phase() == Phase::deciding);
    CHECK(copy.state().approval_lost == Rules{"window"});
    CHECK(copy.refused(command::Advance{Phase::approved, "", "", ""}) ==
          Rules{"votes", "votes", "votes", "votes", "votes", "votes"});
    copy.everybody_votes_go().as("Ana").advance(Phase::approved);
    CHECK(copy.phase() == Phase::approved);
    copy.around.now_ms = ms("2026-11-26T20:00:00Z");
    copy.advance(Phase::deploying);
    CHECK(copy.refused(window("2026-11-27T21:00", "2026-11-27T22:30")) == Rules{"phase"});
}

TEST_CASE("who deploys is who holds a role of a production item") {
    Copy copy = release_now();
    CHECK(deployers_of(copy.release()) == Rules{"Ana", "Chen"});
    copy.act(window("2026-11-25T21:00", "2026-11-25T22:30"));
    const Sibling seen = sibling_of(copy.release());
    CHECK(seen.window == span("2026-11-25T21:00", "2026-11-25T22:30"));
    CHECK(seen.deployers == Rules{"Ana", "Chen"});
    CHECK(concerns_others(copy.state(), ms("2026-11-25T21:00:00Z")));
    CHECK_FALSE(concerns_others(copy.state(), ms("2026-11-25T21:30:00Z")));
}

TEST_CASE("the status tells window, conflicts, the next free slot and freezes") {
    Copy copy = release_now();
    copy.act(window("2026-11-25T21:00", "2026-11-25T22:30")).act(freeze("2026-11-25T00:00", "2026-11-26T00:00", true));
    const Json status = status_json(copy.release(), copy.around);
    CHECK(status["window"] ==
          Json({{"start", "2026-11-25T21:00"}, {"end", "2026-11-25T22:30"}, {"zone", "Europe/Berlin"}}));
    CHECK(status["window_conflicts"][0]["rule"] == "window-freeze");
    CHECK(status["window_next"]["start"] == "2026-11-26T21:00");
    CHECK(status["freezes"][0]["reason"] == "Christmas trade");
    CHECK(status["freezes"][0]["scope"] == "all");
    CHECK(status["freezes"][0]["release"] == copy.release().id());
}

TEST_CASE("RFC 5545: a calendar has one event a window, escaped, folded at 75 octets, never within a character") {
    Copy copy = release_now();
    copy.act(
        command::SetField{"name", "Saved carts; \"keep\", 30 days\\ – für alle Geräte, überall und für immer größer"});
    copy.act(window("2026-11-24T21:00", "2026-11-24T22:30")).act(window("2026-11-25T21:00", "2026-11-25T22:30"));
    Copy without = release_now();
    const std::string text = calendar_text({&copy.release(), &without.release()}, copy.around);
    std::size_t begin = 0, lines = 0;
    for (std::size_t end; (end = text.find("\r\n", begin)) != std::string::npos; begin = end + 2, ++lines) {
        const std::string line = text.substr(begin, end - begin);
        CHECK(line.size() <= 75);
        CHECK((static_cast<unsigned char>(line.front()) & 0xC0U) != 0x80U);
        if (line.front() == ' ') CHECK((static_cast<unsigned char>(line[1]) & 0xC0U) != 0x80U);
    }
    CHECK(begin == text.size());
    CHECK(lines > 12);
    std::string unfolded = text;
    for (std::size_t at; (at = unfolded.find("\r\n ")) != std::string::npos;) unfolded.erase(at, 3);
    const auto has = [&](const char* line) {
        return unfolded.find(std::string("\r\n") + line + "\r\n") != std::string::npos;
    };
    CHECK(has("DTSTART:20261125T200000Z"));
    CHECK(has("DTEND:20261125T213000Z"));
    CHECK(has("SEQUENCE:1"));
    CHECK(has("STATUS:TENTATIVE"));
    CHECK(has("UID:rel_aaaaaaaaaaaaaaaa@release-desk.octoacme"));
    CHECK(
        has("SUMMARY:Deploy Checkout 4.2.0\\, Saved carts\\; \"keep\"\\, 30 days\\\\ – für alle Geräte\\, überall und "
            "für immer größer"));
    CHECK(unfolded.find("Europe/Berlin\\, UTC+1\\nPhase: Draft\\nAna\\, Release Manager") != std::string::npos);
    CHECK(unfolded.find("BEGIN:VEVENT") == unfolded.rfind("BEGIN:VEVENT"));
}
