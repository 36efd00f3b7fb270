// The playbook: incidents, their steps, timeline, messages and reports, and what production goes back to.
#include "desk_copy.hpp"

#include "core/release/registers.hpp"
#include "core/time/rfc3339.hpp"

using namespace desk;
using namespace desk::test;

namespace {

Copy monitoring() {
    Copy copy = Copy::created();
    copy.to_monitoring();
    return copy;
}

const Incident& incident_of(const Copy& copy) {
    REQUIRE(copy.state().incident() != nullptr);
    return *copy.state().incident();
}

Sibling stable_sibling(const char* id, const char* version, std::int64_t since) {
    Sibling sibling{id, "Checkout", version, Phase::closed};
    sibling.stable_ms = since;
    return sibling;
}

} // namespace

TEST_CASE("RB-0 the playbook starts with an incident, and an incident with something in production") {
    Copy copy = Copy::created();
    copy.to_approved();
    CHECK(copy.refused_by(command::OpenIncident{"i1", 1, "Sign-in fails"}, "phase"));
    copy.as("Chen").advance(Phase::deploying);
    CHECK(copy.refused(command::Sign{"trigger-incident", {}, true, {}, {}}) == std::vector<std::string>{"incident"});
    CHECK(copy.refused_by(command::OpenIncident{"i1", 6, "Sign-in fails"}, "severity"));
    CHECK(copy.refused_by(command::OpenIncident{"i1", 1, " "}, "reason"));
    copy.act(command::OpenIncident{"i1", 1, "Sign-in fails for 8 % of customers"});
    CHECK(copy.state().in_incident());
    CHECK(incident_of(copy).playbook.size() == 8);
    CHECK(copy.refused(command::Sign{"trigger-incident", {}, true, {}, {}}).empty());
}

TEST_CASE("RB-1 RB-2 RB-4 RB-5 RB-6 RB-7 RB-8 each step of the playbook is signed by the role that owns it") {
    Copy copy = monitoring();
    copy.as("Chen").act(command::OpenIncident{"i1", 1, "Sign-in fails"});
    const std::pair<const char*, const char*> owners[] = {
        {"trigger-incident", "Chen"}, {"rollback-decision", "Ana"},   {"rollback-to-last-good", "Ana"},
        {"execute-rollback", "Chen"}, {"inform-customers", "Bruno"},  {"update-stakeholders", "Dara"},
        {"root-cause", "Chen"},       {"post-incident-retro", "Jun"},
    };
    for (const auto& [step, person] : owners) {
        CHECK(copy.as("Hana").refused(command::Sign{step, {}, true, {}, {}}) == std::vector<std::string>{"who"});
        copy.as(person).act(command::Sign{step, {}, true, {}, "Done"});
        CHECK(copy.state().item(step)->status == ItemStatus::done);
        CHECK(copy.state().item(step)->note.text == "Done");
    }
}

TEST_CASE("RB-0 a second incident starts its own playbook, and the first one keeps its answers") {
    Copy copy = monitoring();
    copy.as("Chen").act(command::OpenIncident{"i1", 1, "Sign-in fails"});
    copy.act(command::Sign{"trigger-incident", {}, true, {}, {}});
    copy.act(command::SetIncidentState{"i1", "resolved"});
    copy.act(command::OpenIncident{"i2", 3, "Carts are slow"});
    CHECK(incident_of(copy).id == "i2");
    CHECK(copy.state().item("trigger-incident")->status == ItemStatus::open);
    CHECK(copy.state().incident("i1")->playbook.front().status == ItemStatus::done);
    copy.act(command::SetField{"note:trigger-incident", "Paged"});
    CHECK(copy.state().incident("i1")->playbook.front().note.text.empty());
    CHECK(incident_of(copy).playbook.front().note.text == "Paged");
}

TEST_CASE("RC-6 an incident has a severity that can change, and the worse one holds while copies disagree") {
    Copy copy = monitoring();
    copy.as("Chen").act(command::OpenIncident{"i1", 3, "Sign-in fails"});
    Copy other = copy.fork("bob");
    copy.act(command::SetSeverity{"i1", 1});
    CHECK(incident_of(copy).critical());
    other.act(command::SetSeverity{"i1", 4});
    copy.merge(other);
    CHECK(incident_of(copy).severity == 1);
    CHECK(copy.state().conflicts.size() == 1);
    CHECK(copy.refused_by(command::SetSeverity{"i1", 0}, "severity"));
    CHECK(copy.refused_by(command::SetSeverity{"i9", 2}, "incident"));
}

TEST_CASE(
    "RB-7 an incident knows when it began, was seen, mitigated and resolved; it is not mitigated before it began") {
    Copy copy = monitoring();
    copy.as("Chen").act(command::OpenIncident{"i1", 1, "Sign-in fails"});
    const std::int64_t seen = copy.around.now_ms;
    CHECK(incident_of(copy).started_ms == seen);
    copy.act(command::SetIncidentStart{"i1", "2025-11-24T15:30:00Z"});
    CHECK(incident_of(copy).started_ms == 1'763'998'200'000);
    copy.act(command::SetIncidentState{"i1", "mitigated"});
    const std::int64_t mitigated = copy.around.now_ms;
    CHECK(copy.refused_by(command::SetIncidentStart{"i1", "2035-11-24T15:30:00Z"}, "started"));
    CHECK(copy.refused_by(command::SetIncidentStart{"i1", "yesterday"}, "started"));
    // A local time is told with its zone, and kept as the moment that it is.
    copy.act(command::SetIncidentStart{"i1", "2025-11-24T15:40", "UTC"});
    CHECK(rfc3339(copy.state().incident()->started_ms) == "2025-11-24T15:40:00Z");
    CHECK(copy.refused_by(command::SetIncidentStart{"i1", "2025-11-24T15:40", "Mars/Olympus"}, "started"));
    copy.act(command::SetIncidentState{"i1", "resolved"});
    CHECK(incident_of(copy).mitigated_ms == mitigated);
    CHECK(incident_of(copy).resolved_ms == copy.around.now_ms);
    CHECK(incident_of(copy).opened.at_ms == seen);
    copy.act(command::SetIncidentState{"i1", "open"});
    CHECK_FALSE(incident_of(copy).mitigated_ms.has_value());
    CHECK_FALSE(incident_of(copy).resolved_ms.has_value());
}

TEST_CASE("RB-5 RB-6 RC-9 the timeline and the messages that were sent are kept with who and when") {
    Copy copy = monitoring();
    copy.as("Chen").act(command::OpenIncident{"i1", 1, "Sign-in fails"});
    const std::int64_t seen = copy.around.now_ms;
    copy.act(command::NoteIncident{"i1", "n1", "2 of 4 nodes are back", 0});
    copy.act(command::NoteIncident{"i1", "n2", "First alert", seen - 60'000});
    REQUIRE(incident_of(copy).notes.size() == 2);
    CHECK(incident_of(copy).notes[0].text == "First alert");
    CHECK(incident_of(copy).notes[1].said.by == "Chen");
    CHECK(copy.refused_by(command::NoteIncident{"i1", "n3", "Tomorrow", copy.around.now_ms + 1}, "time"));
    CHECK(copy.refused_by(command::NoteIncident{"i1", "n3", "", 0}, "reason"));

    copy.as("Bruno").act(command::RecordMessage{"i1", "m1", "customers", "Some of you cannot sign in."});
    REQUIRE(incident_of(copy).sent.size() == 1);
    CHECK(incident_of(copy).sent[0].audience == "customers");
    CHECK(incident_of(copy).sent[0].said.by == "Bruno");
    CHECK(copy.refused_by(command::RecordMessage{"i1", "m2", "press", "Hello"}, "audience"));
}

TEST_CASE("RB-3 the last known-good release is the one that was confirmed stable last: never itself, never a "
          "rolled-back one") {
    Copy copy = Copy::created("minor", "4.2.0");
    CHECK_FALSE(last_known_good(copy.release(), copy.around).has_value());
    Sibling pulled = stable_sibling("c", "4.1.9", 900);
    pulled.rolled_back = true;
    Sibling elsewhere = stable_sibling("e", "9.0.0", 999);
    elsewhere.product = "Billing";
    Sibling never = stable_sibling("f", "4.1.8", 0);
    copy.around.siblings = {stable_sibling("a", "4.1.2", 500),
                            stable_sibling("b", "4.1.3", 700),
                            pulled,
                            elsewhere,
                            stable_sibling("d", "4.2.0+again", 950),
                            never};
    REQUIRE(last_known_good(copy.release(), copy.around).has_value());
    CHECK(last_known_good(copy.release(), copy.around)->version == "4.1.3");
}

TEST_CASE(
    "RB-3 a rolled-back release is no target, and a migration that cannot be undone leaves only the way forward") {
    Copy copy = monitoring();
    copy.as("Ana").act(command::OpenIncident{"i1", 1, "Sign-in fails"});
    Sibling target{"b", "Checkout", "4.1.3", Phase::rolled_back};
    target.rolled_back = true;
    copy.around.siblings = {target};
    CHECK(copy.refused(command::Advance{Phase::rolling_back, "", "", ""}) ==
          std::vector<std::string>{"rollback-target"});
    copy.around.siblings.clear();
    copy.act(command::SetField{"rollback:irreversible", "The cart table was split"});
    CHECK(copy.refused(command::Advance{Phase::rolling_back, "", "", ""}) ==
          std::vector<std::string>{"roll-forward-only"});
    copy.act(command::SetField{"rollback:irreversible", ""});
    CHECK(copy.refused(command::Advance{Phase::rolling_back, "", "", ""}).empty());
}

TEST_CASE("HR-3 RB-7 after a rollback the report needs impact, root cause and resolution") {
    Copy copy = monitoring();
    copy.as("Ana").act(command::OpenIncident{"i1", 1, "Sign-in fails"});
    copy.advance(Phase::rolling_back);
    copy.as("Chen").act(command::Sign{"execute-rollback", {}, true, {}, {}});
    copy.as("Ana").act(command::SetField{"rollback:verified", "4.1.3"});
    copy.advance(Phase::rolled_back);
    copy.act(command::HandOff{});
    copy.act(command::AddArtifact{"customer-feedback", "", "none came in"});
    copy.act(command::AddArtifact{"incident-reports", "", "no time"});
    CHECK(copy.as("Jun").refused(command::Advance{Phase::retrospective, "", "", ""}) ==
          std::vector<std::string>{"artifacts"});
    for (const char* field : {"impact", "root-cause", "resolution"})
        copy.act(command::WriteReport{"i1", field, "Written"});
    CHECK(copy.refused_by(command::WriteReport{"i1", "blame", "Chen"}, "field"));
    CHECK(incident_of(copy).reported());
    copy.advance(Phase::retrospective);

    copy.act(command::EverybodyTookPart{});
    CHECK(copy.refused(command::Advance{Phase::closed, "", "", ""}) == std::vector<std::string>{"post-incident-retro"});
    copy.act(command::Sign{"post-incident-retro", {}, true, {}, {}});
    CHECK(copy.refused(command::Advance{Phase::closed, "", "", ""}).empty());
}

TEST_CASE("RB-7 an action item can become a proposed change of the guide") {
    Copy copy = monitoring();
    copy.as("Chen").act(command::AddAction{"a1", "Add a sign-in smoke test", "Farah", "2026-12-15"});
    CHECK(copy.refused_by(command::ProposeGuideChange{"a9", "Never"}, "actions"));
    copy.act(command::ProposeGuideChange{"a1", "Smoke tests cover sign-in"});
    CHECK(copy.state().actions.at(0).proposal == "Smoke tests cover sign-in");
    CHECK(copy.refused_by(command::AddAction{"a2", "Soon", "Farah", "in March"}, "due"));
}

TEST_CASE("names that a copy makes up count by their order in the digest, what people wrote as it is") {
    const auto walk = [](const char* incident, const char* note, const char* person) {
        Copy copy = monitoring();
        copy.as("Chen").act(command::OpenIncident{incident, 1, "Sign-in fails"});
        copy.act(command::NoteIncident{incident, note, "Paged", 1});
        copy.act(command::Sign{"trigger-incident", {}, true, {}, "Paged"});
        copy.act(command::Assign{"qa", person});
        return copy.digest();
    };
    CHECK(walk("i1", "n1", "~kim") == walk("zz", "aa", "~kim"));
    CHECK(walk("i1", "n1", "~kim") != walk("i1", "n1", "~lee"));
}
