// What the release's own history says for the retrospective, and the drafts of messages.
#include "desk_copy.hpp"

#include "core/incident/messages.hpp"
#include "core/metrics/release_metrics.hpp"

using namespace desk;
using namespace desk::test;

TEST_CASE("HR-3 release metrics: times in each phase, votes, waivers, late items, incidents") {
    Copy copy = Copy::created();
    copy.to_staging();
    copy.as("Hana").act(command::Waive{"business-requirements", "It moves to 4.3", "Emeka", ""});
    copy.sign_all(copy.release().guide().checklist, Stage::before_production);
    copy.act(command::SetField{"note:deploy-staging", "48 of 48"});
    copy.as("Ana").advance(Phase::deciding);
    copy.as("Farah").act(command::CastVote{"qa", Answer::no_go, "Carts are slow"});
    copy.act(command::CastVote{"qa", Answer::go, ""});
    copy.everybody_votes_go();
    copy.as("Ana").advance(Phase::approved).as("Chen").advance(Phase::deploying);
    copy.act(command::OpenIncident{"i1", 1, "Sign-in fails"});

    const ReleaseMetrics metrics = release_metrics(copy.release());
    CHECK(metrics.stays.size() == 6);
    CHECK(metrics.stays.back().phase == Phase::deploying);
    CHECK_FALSE(metrics.stays.back().to_ms.has_value());
    CHECK(metrics.time_in(Phase::deploying, copy.around.now_ms) == 60'000);
    CHECK(metrics.time_in(Phase::approved, copy.around.now_ms) == 60'000);
    CHECK(metrics.time_in(Phase::closed, copy.around.now_ms) == 0);
    CHECK(metrics.go_votes == 7);
    CHECK(metrics.no_go_votes == 1);
    CHECK(metrics.decisions == 1);
    CHECK(metrics.no_gos == 0);
    CHECK(metrics.waived ==
          std::vector<std::string>{"All business requirements are met: It moves to 4.3 (approved by Emeka)"});
    CHECK(metrics.late == std::vector<std::string>{"All business requirements are met"});
    CHECK(metrics.incidents == 1);
    CHECK(metrics.critical_incidents == 1);
    const std::string text = metrics_markdown(copy.release(), copy.around.now_ms);
    for (const char* part :
         {"# Release metrics, Checkout 4.2.0", "- Deploying: 1 min", "7 go, 1 no-go", "1 incident, 1 critical"})
        CHECK_MESSAGE(text.find(part) != std::string::npos, part);
}

TEST_CASE("HR-3 durations are told in the two largest units that matter") {
    CHECK(duration_text(59'999) == "under a minute");
    CHECK(duration_text(38 * 60'000) == "38 min");
    CHECK(duration_text(3'600'000) == "1 h");
    CHECK(duration_text(5'460'000) == "1 h 31 min");
    CHECK(duration_text(30 * 3'600'000) == "1 day 6 h");
    CHECK(duration_text(48 * 3'600'000) == "2 days");
}

TEST_CASE("RB-8 the post-incident retrospective is due 3 days after severity 1, 5 business days after others") {
    Incident incident;
    incident.severity = 1;
    incident.opened.at_ms = 1'764'000'000'000; // Monday 24 November 2025, 16:00 UTC
    CHECK(review_due_ms(incident) == incident.opened.at_ms + 3 * 86'400'000LL);
    incident.severity = 2;
    CHECK(review_due_ms(incident) == incident.opened.at_ms + 7 * 86'400'000LL); // a weekend lies between
    incident.resolved_ms = incident.opened.at_ms + 86'400'000;
    CHECK(review_due_ms(incident) == *incident.resolved_ms + 7 * 86'400'000LL);
}

static std::string draft_of(const Copy& copy, const char* audience) {
    return incident_message(copy.release(), *copy.state().incident(), audience, 60);
}

TEST_CASE("RB-5 RB-6 drafts of messages say what is wrong, since when and how it stands, each for its readers") {
    Copy copy = Copy::created();
    copy.to_monitoring();
    copy.as("Ana").act(command::OpenIncident{"i1", 1, "Sign-in fails for 8 % of customers"});
    const auto draft = [&](const char* audience) { return draft_of(copy, audience); };
    CHECK(draft("customers").find("there is a problem with Checkout: Sign-in fails for 8 % of customers. We") !=
          std::string::npos);
    CHECK(draft("customers").find("We are working on it.") != std::string::npos);
    CHECK(draft("customers").find("everity") == std::string::npos); // an inside word
    CHECK(draft("customers").find("UTC+1") != std::string::npos);
    copy.advance(Phase::rolling_back);
    CHECK(draft("stakeholders").find("Checkout 4.2.0 is being rolled back to 4.1.3.") != std::string::npos);
    CHECK(draft("customers").find("We are returning to the previous version.") != std::string::npos);
    copy.act(command::WriteReport{"i1", "impact", "8 % of sign-ins"});
    CHECK(draft("support").find("Impact: 8 % of sign-ins") != std::string::npos);
    CHECK(incident_audiences().size() == 3);
    CHECK(offset_name(-210) == "UTC-3:30");
}

TEST_CASE("RB-6 a message says what is wrong as it was written, and ends its sentence once") {
    Copy copy = Copy::created();
    copy.to_monitoring();
    copy.as("Ana").act(command::OpenIncident{"i1", 1, "DNS is down!"});
    const auto draft = [&](const char* audience) { return draft_of(copy, audience); };
    CHECK(draft("customers").find("Checkout: DNS is down! We are working on it.") != std::string::npos);
    CHECK(draft("support").find(": DNS is down! Checkout 4.2.0") != std::string::npos);
    copy.act(command::WriteReport{"i1", "impact", "8 % of sign-ins"});
    copy.act(command::SetField{"notes:known-issues", "Gift cards are not kept"});
    CHECK(
        draft("support").ends_with(" Impact: 8 % of sign-ins. Known issues of this release: Gift cards are not kept"));
}

TEST_CASE("HR-3 the incident report holds what was written, the timeline and the action items") {
    Copy copy = Copy::created();
    copy.to_monitoring();
    CHECK(incident_reports_markdown(copy.release()).empty());
    copy.as("Chen").act(command::OpenIncident{"i1", 1, "Sign-in fails"});
    copy.act(command::NoteIncident{"i1", "n1", "2 of 4 nodes are back", 0});
    copy.act(command::WriteReport{"i1", "root-cause", "A cookie"});
    copy.act(command::AddAction{"a1", "Test it", "Farah", "2026-12-15"});
    const std::string text = incident_reports_markdown(copy.release());
    for (const char* part :
         {"# Incident report: Sign-in fails", "## Root cause\n\nA cookie", "Chen: 2 of 4 nodes are back",
          "- Test it (Farah, due 2026-12-15)", "## Impact\n\nNot written yet"})
        CHECK_MESSAGE(text.find(part) != std::string::npos, part);
}
