// Announcements: what is told to whom, and that it is kept who said it was sent.
#include "desk_copy.hpp"

#include "core/history/history.hpp"
#include "core/notes/announce.hpp"
#include "core/notes/markdown.hpp"
#include "core/status/status_json.hpp"

#include <nlohmann/json.hpp>

using namespace desk;
using namespace desk::test;

namespace {

std::string body(const Copy& copy, const char* audience) { return announcement(copy.release(), audience, 60).body; }
std::string subject(const Copy& copy, const char* audience) {
    return announcement(copy.release(), audience, 60).subject;
}
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Copy with_notes() {
    Copy copy = Copy::created();
    copy.act(command::SetField{"notes:summary", "Carts are kept."});
    copy.act(command::AddCommits{"feat: keep carts\nchore: move files"});
    copy.act(command::SetField{"notes:migration-steps", "1. Run `carts-backfill`"});
    copy.act(command::SetField{"notes:known-issues", "- Gift cards are not kept"});
    return copy;
}

} // namespace

TEST_CASE("DC-8 customers are told what is new, what to do and what is known, and nothing of the work behind it") {
    Copy copy = with_notes();
    copy.to_monitoring();
    CHECK(subject(copy, "customers") == "Checkout 4.2.0 is here");
    const std::string when = "24 Nov 2025, ";
    const std::string text = body(copy, "customers");
    CHECK(has(text, "Checkout 4.2.0, Saved carts, is available since Mon " + when));
    CHECK(has(text,
              " UTC+1.\n\nCarts are kept.\n\n## What is new\n\n### New\n\n- keep carts\n\n## What to do\n\n1. Run "
              "`carts-backfill`\n\n## Known issues\n\n- Gift cards are not kept\n\nThank you for using Checkout\n"));
    CHECK_FALSE(has(text, "move files"));
    CHECK(has(plain_text(text), "1. Run carts-backfill\n"));
}

TEST_CASE("DC-8 RC-7 RC-8 support is told what changed, where it is written down, how to go back and whom to ask") {
    Copy copy = with_notes();
    copy.to_monitoring();
    copy.as("Bruno").act(command::AddEvidence{"support-docs-final", "https://wiki.example/carts"});
    const std::string text = body(copy, "support");
    CHECK(subject(copy, "support") == "Checkout 4.2.0 for support");
    for (const char* part :
         {"## What changed\n\n### New\n\n- keep carts\n\n### Other\n\n- chore: move files\n",
          "## Known issues\n\n- Gift cards are not kept\n",
          "## Runbooks and documentation\n\n- Support documentation finalized: https://wiki.example/carts\n",
          "## Rollback plan\n\nSwitch traffic back to 4.1.3.\n\nLast known-good: 4.1.3\n",
          "## Whom to ask\n\n- Release Manager: Ana\n- Developers: Chen\n- Support Lead: Bruno\n"}) {
        CAPTURE(part);
        CHECK(has(text, part));
    }
    copy.as("Chen").act(command::OpenIncident{"i1", 2, "Sign-in fails"});
    CHECK(has(body(copy, "support"), "An incident of severity 2 is open: Sign-in fails\n"));
}

TEST_CASE("DC-8 RC-10 stakeholders are told how it stands, when it was deployed, who decided and who does what") {
    Copy copy = with_notes();
    CHECK(
        has(body(copy, "stakeholders"), "- Status: Draft\n- Type: Minor\n- Deployed: not yet\n- Decision: not yet\n"));
    copy.to_monitoring();
    const std::string text = body(copy, "stakeholders");
    CHECK(subject(copy, "stakeholders") == "Checkout 4.2.0: Monitoring");
    CHECK(has(text, "- Status: Monitoring\n"));
    CHECK(has(text, "- Deployed: Mon 24 Nov 2025, "));
    CHECK(has(text, "- Decision: Go, recorded by Ana, Mon 24 Nov 2025, "));
    CHECK(has(text, "- Project Manager: Dara\n"));
    CHECK(has(text, "## Summary\n\nCarts are kept.\n"));
}

TEST_CASE("DC-8 a message says what is not written yet, and never more than how the release stands") {
    Copy copy = Copy::created();
    CHECK(subject(copy, "customers") == "Checkout 4.2.0 is coming");
    CHECK(has(body(copy, "customers"), "Checkout 4.2.0, Saved carts, is being prepared.\n\nSummary: not written yet"));
    CHECK(has(body(copy, "customers"), "## Known issues\n\nKnown issues: not written yet\n"));
    CHECK_FALSE(has(body(copy, "customers"), "What to do"));
    CHECK(has(body(copy, "support"), "## Migration steps\n\nNone\n"));
    CHECK(has(body(copy, "support"), "## Runbooks and documentation\n\nNo link yet\n"));
    CHECK(has(body(copy, "support"), "- Support Lead: nobody yet\n"));

    copy.to_deploying();
    CHECK(has(body(copy, "customers"), "is being rolled out now."));
    copy.as("Chen").act(command::OpenIncident{"i1", 2, "Sign-in fails"});
    copy.as("Ana").advance(Phase::rolling_back);
    CHECK(has(body(copy, "customers"), "is being taken back"));
    copy.as("Chen").act(command::Sign{"execute-rollback", {}, true, {}, {}});
    copy.as("Ana").act(command::SetField{"rollback:verified", "4.1.3"});
    copy.advance(Phase::rolled_back);
    CHECK(subject(copy, "customers") == "Checkout 4.2.0 was taken back");
    CHECK(has(body(copy, "stakeholders"), "- Status: Rolled back\n"));
}

TEST_CASE(
    "DC-8 DC-7 an announcement is prepared at any time, and recorded as sent after the post-deploy verifications") {
    Copy copy = with_notes();
    const command::RecordMessage sent{"", "m1", "customers", "Carts are kept now"};
    CHECK(copy.refused(sent) == std::vector<std::string>{"phase", "order"});
    copy.to_deploying();
    CHECK(copy.refused(sent) == std::vector<std::string>{"order"});
    CHECK(copy.ask(sent).error().blockers.at(0).text == "Run post-deploy verifications: open");
    CHECK(copy.ask(sent).error().blockers.at(0).who == "Chen, Developers and Ana, Release Manager");
    copy.sign_all(copy.release().guide().checklist, Stage::production);
    copy.as("Dara").act(sent);
    copy.act(command::RecordMessage{"", "m2", "stakeholders", "It is out"});
    REQUIRE(copy.state().announced.size() == 2);
    CHECK(copy.state().announced[0].audience == "customers");
    CHECK(copy.state().announced[0].text == "Carts are kept now");
    CHECK(copy.state().announced[0].said.by == "Dara");
    CHECK(copy.refused(command::RecordMessage{"", "m3", "everybody", "x"}) == std::vector<std::string>{"audience"});
    CHECK(copy.refused(command::RecordMessage{"", "m3", "support", " "}) == std::vector<std::string>{"reason"});

    const auto told = history(copy.release(), {"Dara", HistoryKind::notes, ""});
    REQUIRE(told.size() == 2);
    CHECK(told[0].words == "announced the release to customers");
    CHECK(told[1].words == "announced the release to stakeholders");
    CHECK(status_json(copy.release(), copy.around)["announced"][0]["to"] == "customers");
    copy.act(command::Undo{});
    CHECK(copy.state().announced.size() == 1);
    CHECK(history(copy.release(), {"Dara", HistoryKind::notes, ""}).back().words ==
          "took back that the release was announced to stakeholders");
}

TEST_CASE("DC-8 two copies that recorded the same announcement keep both, and agree on the digest") {
    Copy ana = Copy::created();
    ana.to_monitoring();
    Copy bruno = ana.fork("bruno");
    ana.as("Dara").act(command::RecordMessage{"", "m1", "support", "It is out"});
    bruno.as("Bruno").act(command::RecordMessage{"", "m2", "support", "It is out"});
    ana.merge(bruno);
    bruno.merge(ana);
    CHECK(ana.state().announced.size() == 2);
    CHECK(ana.state().conflicts.empty());
    CHECK(ana.digest() == bruno.digest());
}

TEST_CASE("DC-8 a message opens in a mail program as plain text") {
    CHECK(mail_link({"Checkout 4.2.0 is here", "## New\n\n- **carts** & more?\n"}) ==
          "mailto:?subject=Checkout%204.2.0%20is%20here&body=New%0D%0A%0D%0A-%20carts%20%26%20more%3F%0D%0A");
    CHECK(mail_link({"grüßt", ""}) == "mailto:?subject=gr%C3%BC%C3%9Ft&body=");
}

TEST_CASE("DC-8 a name with a tag in it stays text in a message") {
    Copy copy = Copy::created();
    copy.act(command::SetField{"name", "<img src=x onerror=alert(1)>"});
    CHECK_FALSE(has(html_blocks(body(copy, "customers")), "<img"));
    CHECK(has(plain_text(body(copy, "customers")), "Checkout 4.2.0, <img src=x onerror=alert(1)>, is being prepared."));
}
