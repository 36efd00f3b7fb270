// Duties: what each role has to do now.
#include "desk_copy.hpp"

#include "core/roles/duties.hpp"

using namespace desk;
using namespace desk::test;

namespace {

const RoleDuties& of(const std::vector<RoleDuties>& all, std::string_view role) {
    for (const RoleDuties& one : all)
        if (one.role == role) return one;
    FAIL("no such role: " << role);
    return all.front();
}

// Whether the duty of the role, by its text in the guide, is due.
bool due(const Copy& copy, std::string_view role, std::string_view text) {
    const auto all = duties_of(copy.release(), copy.around);
    for (const Duty& duty : of(all, role).duties)
        if (duty.text == text) return duty.due;
    FAIL("no such duty: " << text);
    return false;
}

std::vector<std::string> items_due(const Copy& copy, const std::string& person) {
    std::vector<std::string> items;
    for (const Due& one : due_for(copy.release(), person, copy.around)) items.push_back(one.item);
    return items;
}

} // namespace

TEST_CASE("RC-1 RC-2 RC-3 the Release Manager owns the process, coordinates the decision and manages the window") {
    Copy copy = Copy::created();
    CHECK(due(copy, "release-manager", "Owns the release process")); // Draft to Preparing is open
    copy.to_preparing();
    CHECK_FALSE(due(copy, "release-manager", "Coordinates go/no-go decisions"));
    Copy staging = Copy::created();
    staging.to_staging();
    CHECK(due(staging, "release-manager", "Manages deployment windows"));
    Copy deciding = Copy::created();
    deciding.to_deciding();
    CHECK(due(deciding, "release-manager", "Coordinates go/no-go decisions"));
    CHECK_FALSE(due(deciding, "release-manager", "Owns the release process")); // the roles have to vote first
    deciding.everybody_votes_go();
    CHECK(due(deciding, "release-manager", "Owns the release process"));
    CHECK(items_due(deciding, "Ana") == std::vector<std::string>{"approved"});
}

TEST_CASE("RC-4 RC-5 RC-6 Developers deploy, monitor and respond to incidents") {
    Copy copy = Copy::created();
    copy.to_staging();
    CHECK(due(copy, "developers", "Deploy code"));
    CHECK_FALSE(due(copy, "developers", "Monitor post-deployment health"));
    Copy live = Copy::created();
    live.to_monitoring();
    CHECK_FALSE(due(live, "developers", "Deploy code"));
    CHECK(due(live, "developers", "Monitor post-deployment health"));
    CHECK_FALSE(due(live, "developers", "Respond to incidents"));
    live.as("Chen").act(command::OpenIncident{"i1", 2, "Sign-in fails"});
    CHECK(due(live, "developers", "Respond to incidents"));
    live.act(command::SetIncidentState{"i1", "resolved"});
    CHECK_FALSE(due(live, "developers", "Respond to incidents"));
}

TEST_CASE("RC-7 RC-8 RC-9 the Support Lead prepares the team, creates runbooks and watches customer impact") {
    Copy copy = Copy::created();
    copy.to_preparing();
    CHECK(due(copy, "support-lead", "Prepares the support team"));
    copy.as("Bruno").act(command::Sign{"support-ready", {}, true, {}, {}});
    CHECK_FALSE(due(copy, "support-lead", "Prepares the support team"));
    Copy staging = Copy::created();
    staging.to_staging();
    CHECK(due(staging, "support-lead", "Creates runbooks"));
    CHECK(items_due(staging, "Bruno") == std::vector<std::string>{"support-docs-final"}); // the briefing comes after it
    staging.as("Bruno").act(command::Sign{"support-docs-final", {}, true, {}, {}});
    CHECK(items_due(staging, "Bruno") == std::vector<std::string>{"support-briefed"});
    Copy live = Copy::created();
    live.to_monitoring();
    CHECK(due(live, "support-lead", "Monitors customer impact"));
}

TEST_CASE("RC-10 RC-11 the Project Manager tells stakeholders, the Product Manager validates the features") {
    Copy copy = Copy::created();
    copy.to_preparing();
    CHECK(due(copy, "project-manager", "Communicates release status to stakeholders"));
    CHECK_FALSE(due(copy, "product-manager", "Validates that released features meet business objectives"));
    Copy deciding = Copy::created();
    deciding.to_deciding();
    CHECK(due(deciding, "product-manager", "Validates that released features meet business objectives"));
    CHECK(items_due(deciding, "Emeka") == std::vector<std::string>{"product-manager"});
    deciding.as("Emeka").act(command::CastVote{"product-manager", Answer::no_go, "The objective is missed"});
    CHECK(items_due(deciding, "Emeka").empty());
    Copy stable = Copy::created();
    stable.to_stable();
    CHECK(due(stable, "product-manager", "Validates that released features meet business objectives"));
}

TEST_CASE("RC-1 a role that the guide needs and nobody holds blocks the readiness review with that reason") {
    Copy copy = Copy::created();
    copy.to_preparing();
    copy.as("Ana").act(command::Unassign{"qa", "Farah"});
    const Gate found = gate(copy.release(), Phase::staging, copy.around);
    const auto role = std::find_if(found.blockers.begin(), found.blockers.end(),
                                   [](const Blocker& blocker) { return blocker.rule == "role"; });
    REQUIRE(role != found.blockers.end());
    CHECK(role->item == "qa");
    CHECK(role->text == "QA: nobody yet");
    CHECK(role->who == "Ana, Release Manager");
    const auto all = duties_of(copy.release(), copy.around);
    CHECK(of(all, "qa").required);
    CHECK(of(all, "qa").people.empty());
    CHECK_FALSE(of(all, "scrum-master").required);
}

TEST_CASE("HR-1 HR-2 RB-8 after the deployment the hand-off and the retrospective are due") {
    Copy copy = Copy::created();
    copy.to_stable();
    CHECK(items_due(copy, "Ana") == std::vector<std::string>{"hand-off"});
    copy.as("Ana").act(command::HandOff{});
    copy.act(command::AddArtifact{"customer-feedback", "", "none came in"});
    CHECK(items_due(copy, "Ana").empty());
    CHECK(items_due(copy, "Jun") == std::vector<std::string>{"retrospective"});
    copy.as("Jun").advance(Phase::retrospective);
    CHECK(items_due(copy, "Jun") == std::vector<std::string>{"retrospective"});
    copy.act(command::EverybodyTookPart{});
    CHECK(items_due(copy, "Jun") == std::vector<std::string>{"closed"});
    copy.advance(Phase::closed);
    CHECK(due_now(copy.release(), copy.around).empty());
}

TEST_CASE("RC-1 nothing is due from a release that is on hold or cancelled") {
    Copy copy = Copy::created();
    copy.to_preparing().advance(Phase::on_hold, "Holidays");
    CHECK(due_now(copy.release(), copy.around).empty());
    copy.advance(Phase::cancelled, "Not wanted");
    CHECK(due_now(copy.release(), copy.around).empty());
}
