#include "desk_copy.hpp"

#include "core/release/registers.hpp"

using namespace desk;
using namespace desk::test;

namespace {

constexpr Phase all_phases[] = {Phase::draft,         Phase::preparing, Phase::staging,      Phase::deciding,
                                Phase::approved,      Phase::deploying, Phase::monitoring,   Phase::stable,
                                Phase::retrospective, Phase::closed,    Phase::rolling_back, Phase::rolled_back,
                                Phase::on_hold,       Phase::cancelled};

Copy in_incident() {
    Copy copy = Copy::created();
    copy.to_monitoring();
    copy.as("Chen").act(command::OpenIncident{"i1", 1, "Checkout fails for 8 % of customers"});
    return copy;
}

Copy rolled_back() {
    Copy copy = in_incident();
    copy.as("Ana").advance(Phase::rolling_back);
    copy.as("Chen").act(command::Sign{"execute-rollback", {}, true, {}, {}});
    copy.as("Ana").act(command::SetField{"rollback:verified", "4.1.3"});
    return std::move(copy.advance(Phase::rolled_back));
}

void attach_artifacts(Copy& copy, const char* report) {
    copy.as("Ana").act(command::HandOff{});
    copy.act(command::AddArtifact{"release-metrics", "https://metrics.example/4.2.0", ""});
    copy.act(command::AddArtifact{"customer-feedback", "", "none came in"});
    copy.act(command::AddArtifact{"incident-reports", report, *report ? "" : "no incident"});
}

} // namespace

TEST_CASE("PU-1 a release goes from Draft to Closed by the guide's one way") {
    Copy copy = Copy::created();
    copy.to_stable();
    attach_artifacts(copy, "");
    copy.as("Jun").advance(Phase::retrospective);
    copy.act(command::EverybodyTookPart{});
    copy.advance(Phase::closed);
    CHECK(copy.phase() == Phase::closed);
    CHECK(copy.state().conflicts.empty());
    CHECK(copy.state().way.size() == 9);
}

TEST_CASE("RC-1 Draft to Preparing needs type, valid unique version, name and a Release Manager") {
    SUBCASE("name") {
        Copy copy;
        copy.by = "Ana";
        auto ops = create_release({"Checkout", "4.2.0", "minor", ""}, *octoacme(), copy.author(), copy.around);
        Copy other = Copy::created();
        Release release("rel_b", octoacme());
        release.absorb(std::move(*ops));
        const Gate found = gate(release, Phase::preparing, copy.around);
        REQUIRE(found.blockers.size() == 1);
        CHECK(found.blockers[0].rule == "name");
        CHECK(found.blockers[0].who == "Ana, Release Manager");
    }
    SUBCASE("nothing at all") {
        Copy copy;
        for (const char* rule : {"type", "product", "name", "version", "release-manager"})
            CHECK_MESSAGE(copy.gate_names(Phase::preparing, rule), rule);
    }
    SUBCASE("version that another release of the product has") {
        Copy copy = Copy::created();
        copy.around.siblings = {{"rel_other", "Checkout", "4.2.0+build.7", Phase::closed, false}};
        CHECK(copy.gate_names(Phase::preparing, "version"));
        copy.around.siblings[0].product = "Billing";
        CHECK_FALSE(copy.gate_names(Phase::preparing, "version"));
    }
    SUBCASE("Release Manager") {
        Copy copy = Copy::created();
        copy.act(command::Unassign{"release-manager", "Ana"});
        CHECK(copy.gate_names(Phase::preparing, "release-manager"));
        CHECK(copy.refused_by(command::Advance{Phase::preparing, "", "", ""}, "who"));
    }
}

TEST_CASE("RT-1 a Patch without a critical issue is told, not refused") {
    Copy copy = Copy::created("patch", "4.1.4");
    Gate found = gate(copy.release(), Phase::preparing, copy.around);
    CHECK(found.open());
    REQUIRE(found.advice.size() == 1);
    CHECK(found.advice[0].rule == "critical-issue");
    copy.act(command::SetField{"critical-issue", "https://issues.example/1"});
    CHECK(gate(copy.release(), Phase::preparing, copy.around).advice.empty());
}

TEST_CASE("RT-2 RT-3 the type proposes the next version, and a version that contradicts it is told") {
    Surroundings around;
    around.siblings = {{"a", "Checkout", "4.1.3", Phase::closed, false},
                       {"b", "Checkout", "4.1.2", Phase::stable, false},
                       {"c", "Checkout", "9.0.0", Phase::rolled_back, false},
                       {"d", "Billing", "7.0.0", Phase::stable, false}};
    CHECK(proposed_version("Checkout", "patch", around) == "4.1.4");
    CHECK(proposed_version("Checkout", "minor", around) == "4.2.0");
    CHECK(proposed_version("Checkout", "major", around) == "5.0.0");
    CHECK(proposed_version("Search", "minor", around) == "0.1.0");

    Copy copy = Copy::created("major", "4.2.0");
    copy.around.siblings = around.siblings;
    const Gate found = gate(copy.release(), Phase::preparing, copy.around);
    CHECK(found.open());
    REQUIRE(found.advice.size() == 1);
    CHECK(found.advice[0].rule == "version-type");
}

TEST_CASE("PR-1 to PR-10 Preparing to Staging needs all ten requirements, the plan and the last known-good") {
    Copy copy = Copy::created();
    copy.to_preparing();
    const Gate found = gate(copy.release(), Phase::staging, copy.around);
    CHECK(std::count_if(found.blockers.begin(), found.blockers.end(),
                        [](const Blocker& b) { return b.rule == "requirements"; }) == 10);
    CHECK(copy.gate_names(Phase::staging, "rollback-plan"));
    CHECK(copy.gate_names(Phase::staging, "last-known-good"));

    copy.sign_all(copy.release().guide().requirements, Stage::before_production);
    copy.act(command::SetField{"rollback:plan", "Switch back."});
    CHECK_FALSE(copy.gate_names(Phase::staging, "requirements"));
    CHECK(copy.refused(command::Advance{Phase::staging, "", "", ""}).front() == "last-known-good");
    copy.act(command::SetField{"rollback:last-good", "first-release"});
    CHECK(copy.as("Ana").refused(command::Advance{Phase::staging, "", "", ""}).empty());
}

TEST_CASE("DC-1 to DC-5 Staging to Deciding needs the checklist before production and the smoke test result") {
    Copy copy = Copy::created();
    copy.to_staging();
    const Gate found = gate(copy.release(), Phase::deciding, copy.around);
    std::vector<std::string> items;
    for (const Blocker& blocker : found.blockers)
        if (blocker.rule == "checklist") items.push_back(blocker.item);
    CHECK(items == std::vector<std::string>{"window-scheduled", "backup", "deploy-staging", "support-docs-final",
                                            "support-briefed"});
    CHECK(copy.gate_names(Phase::deciding, "smoke-tests"));
    copy.sign_all(copy.release().guide().checklist, Stage::before_production);
    CHECK(copy.refused(command::Advance{Phase::deciding, "release-manager", "", ""}) ==
          std::vector<std::string>{"smoke-tests", "who"}); // Bruno signed last
    copy.as("Farah").act(command::AddEvidence{"deploy-staging", "https://ci.example/412"});
    CHECK(copy.as("Ana").refused(command::Advance{Phase::deciding, "", "", ""}).empty());
}

TEST_CASE("RC-2 Deciding to Approved needs a present go of every voting role; the Release Manager records it") {
    Copy copy = Copy::created();
    copy.to_deciding();
    const auto missing = copy.as("Ana").refused(command::Advance{Phase::approved, "", "", ""});
    CHECK(missing == std::vector<std::string>(6, "votes"));
    copy.everybody_votes_go();
    CHECK(copy.as("Chen").refused(command::Advance{Phase::approved, "", "", ""}) == std::vector<std::string>{"who"});
    copy.as("Ana").advance(Phase::approved);
    CHECK(copy.phase() == Phase::approved);
}

TEST_CASE("RC-2 a no-go needs a reason, stands until it is withdrawn, or is overridden with a reason") {
    Copy copy = Copy::created();
    copy.to_deciding();
    copy.everybody_votes_go();
    CHECK(copy.as("Dara").refused_by(command::CastVote{"project-manager", Answer::no_go, " "}, "reason"));
    copy.act(command::CastVote{"project-manager", Answer::no_go, "Two partners have not confirmed"});
    CHECK(copy.as("Ana").refused(command::Advance{Phase::approved, "", "", ""}) == std::vector<std::string>{"votes"});

    SUBCASE("withdrawn, it is no vote, and silence blocks") {
        copy.as("Dara").act(command::CastVote{"project-manager", Answer::withdrawn, ""});
        CHECK(copy.as("Ana").refused_by(command::Advance{Phase::approved, "", "", "we go anyway"}, "votes"));
        copy.as("Dara").act(command::CastVote{"project-manager", Answer::go, ""});
        CHECK(copy.as("Ana").refused(command::Advance{Phase::approved, "", "", ""}).empty());
    }
    SUBCASE("overridden, the reason is kept") {
        copy.as("Ana").advance(Phase::approved, "", "The partners agreed by phone");
        CHECK(copy.phase() == Phase::approved);
        CHECK(copy.state().last_change->override_reason == "The partners agreed by phone");
    }
    SUBCASE("recorded, it leads back to Preparing with a reason, and the old votes are stale") {
        CHECK(copy.as("Ana").refused_by(command::Advance{Phase::preparing, "", "", ""}, "reason"));
        copy.advance(Phase::preparing, "Partners first");
        copy.advance(Phase::staging).advance(Phase::deciding);
        CHECK(copy.state().vote("qa")->stale());
        CHECK(copy.gate_names(Phase::approved, "votes"));
    }
}

TEST_CASE("RC-2 an approval is lost when what was voted on changes, and the change is named") {
    Copy copy = Copy::created();
    copy.to_approved();
    copy.as("Chen").act(command::SetField{"rollback:plan", "Another plan"});
    CHECK(copy.phase() == Phase::deciding);
    CHECK(copy.state().approval_lost == std::vector<std::string>{"plan"});
    const Gate found = gate(copy.release(), Phase::approved, copy.around);
    REQUIRE(found.blockers.size() == 6);
    CHECK(found.blockers[0].text == "Developers’ vote is stale. Changed since then: rollback plan");
    CHECK(copy.refused_by(command::Advance{Phase::deploying, "", "", ""}, "phase"));

    SUBCASE("and stands again if the change is taken back") {
        copy.act(command::SetField{"rollback:plan", "Switch traffic back to 4.1.3."});
        CHECK(copy.phase() == Phase::approved);
    }
    SUBCASE("also while the release is on hold") {
        Copy held = Copy::created();
        held.to_approved().as("Ana").advance(Phase::on_hold, "Holiday");
        held.act(command::SetField{"notes:summary", "Other words"});
        held.advance(Phase::approved, "Back");
        CHECK(held.phase() == Phase::deciding);
        CHECK(held.state().approval_lost == std::vector<std::string>{"notes"});
    }
    SUBCASE("and when a role takes its go back") {
        Copy other = Copy::created();
        other.to_approved().as("Farah").act(command::CastVote{"qa", Answer::no_go, "A late failure"});
        CHECK(other.phase() == Phase::deciding);
    }
}

TEST_CASE("RC-3 deploying waits for its window, unless it is overridden with a reason; a window that passes unused "
          "returns the release to Deciding") {
    Copy copy = Copy::created();
    copy.to_deciding();
    const std::int64_t from = copy.around.now_ms + 3'600'000;
    copy.as("Ana").act(command::SetWindow{local_text(from, 0), local_text(from + 7'200'000, 0), "UTC"});
    copy.act(command::Sign{"window-scheduled", {}, true, {}, {}});
    copy.everybody_votes_go().as("Ana").advance(Phase::approved);
    CHECK(copy.refused(command::Advance{Phase::deploying, "", "", ""}) == std::vector<std::string>{"window"});
    CHECK(copy.refused(command::Advance{Phase::deploying, "", "", "The fix cannot wait"}).empty());
    copy.around.now_ms = from + 1;
    CHECK(copy.refused(command::Advance{Phase::deploying, "", "", ""}).empty());
    copy.around.now_ms = from + 7'200'001;
    CHECK(copy.phase() == Phase::deciding);
}

TEST_CASE("RC-4 a deployment cannot start while a critical incident of the product is open, unless overridden") {
    Copy copy = Copy::created();
    copy.to_approved();
    copy.around.siblings = {{"rel_x", "Checkout", "4.1.3", Phase::monitoring, true}};
    CHECK(copy.as("Chen").refused(command::Advance{Phase::deploying, "", "", ""}) ==
          std::vector<std::string>{"product-incident"});
    CHECK(copy.refused(command::Advance{Phase::deploying, "", "", "This is its fix"}).empty());
}

TEST_CASE("DC-6 DC-7 Deploying to Monitoring needs the production deployment and its verification") {
    Copy copy = Copy::created();
    copy.to_deploying();
    CHECK(copy.refused(command::Advance{Phase::monitoring, "", "", ""}) ==
          std::vector<std::string>{"checklist", "checklist"});
    copy.sign_all(copy.release().guide().checklist, Stage::production);
    CHECK(copy.as("Chen").refused(command::Advance{Phase::monitoring, "", "", ""}).empty());
}

TEST_CASE("DC-8 DC-9 HR-1 Monitoring to Stable needs the announcement, the monitoring and no critical incident") {
    Copy copy = in_incident();
    CHECK(copy.as("Ana").refused(command::Advance{Phase::stable, "", "", ""}) ==
          std::vector<std::string>{"checklist", "checklist", "incident"});
    copy.sign_all(copy.release().guide().checklist, Stage::after_production);
    copy.as("Chen").act(command::SetIncidentState{"i1", "resolved"});
    CHECK(copy.as("Ana").refused(command::Advance{Phase::stable, "", "", ""}).empty());
    CHECK(copy.as("Chen").refused(command::Advance{Phase::stable, "", "", ""}) == std::vector<std::string>{"who"});
}

TEST_CASE("RB-0 RB-3 a rollback needs an open incident and a target that is not this release") {
    Copy copy = Copy::created();
    copy.to_monitoring().as("Ana");
    CHECK(copy.refused(command::Advance{Phase::rolling_back, "", "", ""}) == std::vector<std::string>{"incident"});
    copy.act(command::OpenIncident{"i1", 2, "Sign-in fails"});
    CHECK(copy.refused(command::Advance{Phase::rolling_back, "", "", ""}).empty());
    CHECK(copy.refused_by(command::SetField{"rollback:last-good", "4.2.0"}, "rollback-target"));
    copy.act(command::SetField{"rollback:last-good", "first-release"});
    CHECK(copy.refused(command::Advance{Phase::rolling_back, "", "", ""}) ==
          std::vector<std::string>{"rollback-target"});
}

TEST_CASE("RB-2 RB-4 rolling back ends when it was executed and the target is verified live, or in a fix forward") {
    Copy copy = in_incident();
    copy.as("Ana").advance(Phase::rolling_back);
    CHECK(copy.refused(command::Advance{Phase::rolled_back, "", "", ""}) ==
          std::vector<std::string>{"rollback-executed", "rollback-verified"});
    CHECK(copy.refused(command::Advance{Phase::monitoring, "", "", ""}) == std::vector<std::string>{"reason"});
    SUBCASE("rolled back") {
        copy.as("Chen").act(command::Sign{"execute-rollback", {}, true, {}, {}});
        copy.as("Ana").act(command::SetField{"rollback:verified", "4.1.3"});
        CHECK(copy.advance(Phase::rolled_back).phase() == Phase::rolled_back);
    }
    SUBCASE("fixed forward") {
        copy.advance(Phase::monitoring, "A flag switches the cause off");
        CHECK(copy.phase() == Phase::monitoring);
    }
}

TEST_CASE("HR-2 HR-3 the hand-off needs the Release Manager's word, the artifacts, and the Scrum Master") {
    SUBCASE("after stable, a stated none is enough") {
        Copy copy = Copy::created();
        copy.to_stable().as("Jun");
        CHECK(copy.refused(command::Advance{Phase::retrospective, "", "", ""}) ==
              std::vector<std::string>{"hand-off", "artifacts"}); // metrics are computed; there was no incident
        CHECK(copy.refused_by(command::HandOff{}, "who"));
        attach_artifacts(copy, "");
        CHECK(copy.refused(command::Advance{Phase::retrospective, "", "", ""}) == std::vector<std::string>{"who"});
        CHECK(copy.as("Jun").refused(command::Advance{Phase::retrospective, "", "", ""}).empty());
    }
    SUBCASE("RB-8 after a rollback the incident report is due") {
        Copy copy = rolled_back();
        attach_artifacts(copy, "");
        CHECK(copy.as("Jun").refused(command::Advance{Phase::retrospective, "", "", ""}) ==
              std::vector<std::string>{"artifacts"});
        copy.as("Ana").act(command::AddArtifact{"incident-reports", "https://docs.example/report", ""});
        CHECK(copy.as("Jun").refused(command::Advance{Phase::retrospective, "", "", ""}).empty());
    }
}

TEST_CASE("HR-4 RB-7 the retrospective ends with participants, and an owner and a date for each action item") {
    Copy copy = Copy::created();
    copy.to_stable();
    attach_artifacts(copy, "");
    copy.as("Jun").advance(Phase::retrospective);
    copy.act(command::AddAction{"a1", "Add a sign-in smoke test", "", ""});
    CHECK(copy.refused(command::Advance{Phase::closed, "", "", ""}) ==
          std::vector<std::string>{"participants", "participants", "participants", "participants", "participants",
                                   "participants", "participants", "participants", "participants", "participants",
                                   "actions"});
    copy.act(command::EverybodyTookPart{});
    copy.act(command::DropParticipant{"infrastructure", "Goran"});
    CHECK(copy.refused(command::Advance{Phase::closed, "", "", ""}) ==
          std::vector<std::string>{"participants", "actions"});
    copy.act(command::ExcuseRole{"infrastructure", "Goran is on leave"});
    copy.act(command::AddAction{"a1", "Add a sign-in smoke test", "Farah", "2026-12-15"});
    CHECK(copy.refused(command::Advance{Phase::closed, "", "", ""}).empty());
}

TEST_CASE("a hold needs a reason and ends where it began; a cancelled release stays cancelled") {
    Copy copy = Copy::created();
    copy.to_staging();
    CHECK(copy.refused_by(command::Advance{Phase::on_hold, "", "", ""}, "reason"));
    copy.advance(Phase::on_hold, "Freeze");
    CHECK(copy.refused_by(command::Advance{Phase::approved, "", "skip ahead", ""}, "phase"));
    copy.advance(Phase::staging, "Freeze is over");
    CHECK(copy.refused_by(command::Advance{Phase::cancelled, "", "", ""}, "reason"));
    copy.advance(Phase::cancelled, "Merged into 4.3.0");
    CHECK(copy.refused(command::Assign{"qa", "Eve"}) == std::vector<std::string>{"ended"});
}

TEST_CASE("every pair of phases that is not in the table is refused by the guard \"phase\"") {
    for (const Phase from : all_phases)
        for (const Phase to : all_phases) {
            if (transition(from, to)) continue;
            Copy copy = Copy::created();
            Op op;
            op.id = {"setup", 1};
            op.lamport = 1'000;
            op.wall_ms = 1;
            op.by = "Ana";
            op.kind = "set";
            op.about = "phase";
            op.value = {{"from", "draft"}, {"to", key_of(from)}, {"as", "release-manager"}};
            Value basis = Value::object();
            for (const auto& [part, digest] : copy.state().content) basis = basis.with(part, digest);
            op.value = op.value.with("basis", basis);
            Release release("rel_b", octoacme());
            std::vector<Op> ops{op};
            for (const Op* one : copy.release().log().ordered()) ops.push_back(*one);
            for (Op& one : ops) one.line = Value(one.id.text()).dump();
            release.absorb(std::move(ops));
            REQUIRE(release.state().phase == from);
            const auto outcome =
                decide(release, command::Advance{to, "", "why not", "why not"}, copy.author(), copy.around);
            REQUIRE_FALSE(outcome.has_value());
            const std::string rule = outcome.error().blockers[0].rule;
            CHECK_MESSAGE((rule == "phase" || rule == "ended"), key_of(from), " to ", key_of(to), ": ", rule);
        }
}

TEST_CASE("of the ways on from a phase the next step of the straight way comes first") {
    for (std::size_t i = 0; i + 1 < straight_way.size(); ++i) {
        State state;
        state.phase = straight_way[i];
        const auto ways = ways_on(state, {});
        REQUIRE_FALSE(ways.empty());
        CHECK_MESSAGE(ways.front()->to == straight_way[i + 1], key_of(straight_way[i]));
    }
}
