#include "desk_copy.hpp"

#include "core/time/rfc3339.hpp"

using namespace desk;
using namespace desk::test;

TEST_CASE("DC-3 an item with two owners is done when both have signed") {
    Copy copy = Copy::created();
    copy.to_staging();
    copy.as("Chen").act(command::Sign{"deploy-staging", {}, true, {}, {}});
    CHECK(copy.state().item("deploy-staging")->status == ItemStatus::partial);
    copy.as("Farah").act(command::Sign{"deploy-staging", {}, true, {}, {}});
    CHECK(copy.state().item("deploy-staging")->status == ItemStatus::done);
}

TEST_CASE("DC-3 one person who holds both roles signs for both at once") {
    Copy copy = Copy::created();
    copy.to_staging().act(command::Assign{"qa", "Chen"});
    copy.as("Chen").act(command::Sign{"deploy-staging", {}, true, {}, {}});
    CHECK(copy.state().item("deploy-staging")->status == ItemStatus::done);
}

TEST_CASE("PR-6 a requirement is signed by who holds its role, and by nobody else") {
    Copy copy = Copy::created();
    copy.to_preparing();
    CHECK(copy.as("Chen").refused(command::Sign{"readiness-review", {}, true, {}, {}}) ==
          std::vector<std::string>{"who"});
    CHECK(copy.refused(command::Sign{"readiness-review", {"developers"}, true, {}, {}}) ==
          std::vector<std::string>{"who"});
    copy.as("Ana").act(command::Sign{"readiness-review", {}, true, {"https://docs.example/review"}, "Held on Monday"});
    const Item& item = *copy.state().item("readiness-review");
    CHECK(item.status == ItemStatus::done);
    CHECK(item.evidence == std::vector<std::string>{"https://docs.example/review"});
    CHECK(item.note.text == "Held on Monday");
    copy.act(command::Sign{"readiness-review", {}, false, {}, {}});
    CHECK(copy.state().item("readiness-review")->status == ItemStatus::open);
}

TEST_CASE("PR-8 a waiver carries a reason and an approver; expired, its requirement is open again") {
    Copy copy = Copy::created();
    copy.to_staging();
    CHECK(copy.as("Hana").refused(command::Waive{"business-requirements", "", "", "soon"}) ==
          std::vector<std::string>{"reason", "reason", "expires"});
    CHECK(copy.refused_by(command::Waive{"backup", "no", "Emeka", ""}, "waive"));
    copy.act(command::Waive{"business-requirements", "Gift cards move to 4.3", "Emeka", "2025-11-25"});
    CHECK(copy.state().item("business-requirements")->status == ItemStatus::waived);
    CHECK_FALSE(copy.gate_names(Phase::deciding, "requirements"));
    copy.around.now_ms = 1'764'115'200'000; // 2025-11-26T00:00:00Z
    CHECK(copy.gate_names(Phase::deciding, "requirements"));
}

TEST_CASE("DC-1 DC-2 \"if needed\" and \"if applicable\" are answered with a reason; the rest always applies") {
    Copy copy = Copy::created();
    copy.to_staging();
    CHECK(copy.as("Goran").refused(command::NotApplicable{"backup", ""}) == std::vector<std::string>{"reason"});
    copy.act(command::NotApplicable{"backup", "No stored data changes"});
    CHECK(copy.state().item("backup")->status == ItemStatus::not_applicable);
    CHECK(copy.as("Bruno").refused_by(command::NotApplicable{"support-briefed", "no time"}, "not-applicable"));
    CHECK(copy.as("Goran").refused_by(command::NotApplicable{"window-scheduled", "any time"}, "who"));
    copy.act(command::Sign{"backup", {}, true, {}, {}});
    CHECK(copy.state().item("backup")->status == ItemStatus::done);
}

TEST_CASE("DC-6 production cannot be signed before the release is deploying") {
    Copy copy = Copy::created();
    copy.to_approved();
    CHECK(copy.as("Chen").refused(command::Sign{"deploy-production", {}, true, {}, {}}) ==
          std::vector<std::string>{"order"});
    copy.advance(Phase::deploying).act(command::Sign{"deploy-production", {}, true, {}, {}});
    CHECK(copy.state().item("deploy-production")->status == ItemStatus::partial);
}

TEST_CASE("a vote is cast by who holds the role, in its time, and always writes an op") {
    Copy copy = Copy::created();
    copy.to_staging();
    CHECK(copy.as("Farah").refused(command::CastVote{"qa", Answer::go, ""}) == std::vector<std::string>{"phase"});
    copy.sign_all(copy.release().guide().checklist, Stage::before_production);
    copy.act(command::SetField{"note:deploy-staging", "passed"}).as("Ana").advance(Phase::deciding);
    CHECK(copy.refused(command::CastVote{"qa", Answer::go, ""}) == std::vector<std::string>{"who"});
    CHECK(copy.refused(command::CastVote{"scrum-master", Answer::go, ""}) == std::vector<std::string>{"role"});
    copy.as("Farah");
    CHECK(copy.refused(command::CastVote{"qa", Answer::withdrawn, ""}) == std::vector<std::string>{"vote"});
    copy.act(command::CastVote{"qa", Answer::go, ""});
    const std::size_t before = copy.release().log().size();
    copy.act(command::CastVote{"qa", Answer::go, ""});
    CHECK(copy.release().log().size() == before + 1);
}

TEST_CASE("a text that says nothing new writes nothing") {
    Copy copy = Copy::created();
    copy.act(command::SetField{"notes:summary", "Carts are kept"});
    CHECK(copy.ask(command::SetField{"notes:summary", "Carts are kept"})->empty());
    CHECK(copy.ask(command::Assign{"release-manager", "Ana"})->empty());
}

TEST_CASE("RN-1 to RN-6 the six notes fields can be written, and no other") {
    Copy copy = Copy::created();
    for (const char* key : {"name", "date", "summary", "notable-changes", "migration-steps", "known-issues"}) {
        copy.act(command::SetField{std::string("notes:") + key, std::string("About ") + key});
        CHECK(copy.state().notes.at(key).text == std::string("About ") + key);
    }
    CHECK(copy.refused(command::SetField{"notes:colour", "red"}) == std::vector<std::string>{"field"});
}

TEST_CASE("what identifies a release is checked at once, and fixed once it is in production") {
    Copy copy = Copy::created();
    CHECK(copy.refused(command::SetField{"version", "v4.2"}) == std::vector<std::string>{"version"});
    CHECK(copy.refused(command::SetField{"type", "huge"}) == std::vector<std::string>{"type"});
    CHECK(copy.refused(command::SetField{"name", "  "}) == std::vector<std::string>{"reason"});
    copy.to_deploying();
    CHECK(copy.refused(command::SetField{"version", "4.2.1"}) == std::vector<std::string>{"released"});
}

TEST_CASE("nothing is done without a name") {
    Copy copy = Copy::created();
    CHECK(copy.as(" ").refused(command::SetField{"notes:summary", "x"}) == std::vector<std::string>{"name"});
}

TEST_CASE("what no copy could read again is refused before it is kept") {
    Copy copy = Copy::created();
    CHECK(copy.refused(command::SetField{"notes:summary", std::string(2U << 20, 'x')}) ==
          std::vector<std::string>{"size"});
    CHECK(copy.refused(command::AddEvidence{"backup", "https://" + std::string(5000, 'x')}) ==
          std::vector<std::string>{"input"});
    CHECK(copy.as(std::string(201, 'n')).refused(command::SetField{"notes:summary", "x"}) ==
          std::vector<std::string>{"input"});
    const auto huge =
        create_release({std::string(2U << 20, 'x'), "1.0.0", "minor", ""}, *octoacme(), {"a", "Ana", 1}, {});
    REQUIRE_FALSE(huge.has_value());
    CHECK(huge.error().blockers[0].rule == "size");
}

TEST_CASE("PR-8 a waiver that has expired counts no more: its requirement is open again, and staging with it") {
    Copy copy = Copy::created();
    copy.to_preparing();
    copy.as("Hana").act(command::Waive{"business-requirements", "It moves to 4.3", "Emeka", "2025-12-01"});
    const auto settled = [&](const char* time) {
        return settled_count(copy.state().requirements, *parse_rfc3339(time));
    };
    CHECK(settled("2025-12-01T23:00:00Z") == 1); // a day lasts until its end
    CHECK(settled("2025-12-02T00:00:01Z") == 0);
}
