// History: every act in words, filtered; the release as it stood at any moment.
#include "desk_copy.hpp"

#include "core/history/history.hpp"
#include "core/log/op_line.hpp"

using namespace desk;
using namespace desk::test;

namespace {

Copy staging() {
    Copy copy = Copy::created();
    copy.to_staging();
    return copy;
}

} // namespace

TEST_CASE("PU-1 the history tells everything that happened, by whom, in words") {
    const Copy copy = staging();
    const auto all = history(copy.release());
    CHECK(all.size() == copy.release().log().size());
    CHECK(all.front().words == "created the release");
    CHECK(all.back().op->by == "Ana");
    CHECK(all.back().words == "moved the release to Staging");
    CHECK(authors(copy.release()) == std::vector<std::string>{"Ana", "Bruno", "Chen", "Dara", "Farah", "Hana", "Ivo"});
}

TEST_CASE("PU-1 the history can be narrowed to a person, a kind and a text") {
    const Copy copy = staging();
    const auto farahs = history(copy.release(), {"Farah", {}, ""});
    REQUIRE(farahs.size() == 1);
    CHECK(farahs[0].words == "said met: Smoke tests prepared");
    CHECK(farahs[0].kind == HistoryKind::requirements);
    CHECK(history(copy.release(), {"", HistoryKind::requirements, ""}).size() == 10);
    CHECK(history(copy.release(), {"", HistoryKind::phase, ""}).size() == 2);
    CHECK(history(copy.release(), {"", {}, "SMOKE tests"}).size() == 1);
    CHECK(history(copy.release(), {"", {}, "smöke TÉSTS"}).size() == 1); // as it is typed
    CHECK(history(copy.release(), {"Nobody", {}, ""}).empty());
    for (std::size_t i = 0; i < history_kinds; ++i) {
        const auto kind = static_cast<HistoryKind>(i);
        CHECK(history_kind_from(key_of(kind)) == kind);
        CHECK_FALSE(name_of(kind).empty());
    }
    CHECK_FALSE(history_kind_from("nothing").has_value());
}

TEST_CASE("PU-1 any moment of the past can be looked at, and the last one is the present") {
    const Copy copy = staging();
    const auto entries = history(copy.release());
    const auto signed_off = history(copy.release(), {"Farah", {}, ""}).front().moment;
    const Release before = as_of(copy.release(), signed_off - 1);
    const Release after = as_of(copy.release(), signed_off);
    CHECK(before.state().item("smoke-tests-prepared")->status == ItemStatus::open);
    CHECK(after.state().item("smoke-tests-prepared")->status == ItemStatus::done);
    CHECK(after.state().phase == Phase::preparing);
    CHECK(as_of(copy.release(), entries.size()).digest() == copy.digest());
    CHECK(as_of(copy.release(), entries.size() + 9).digest() == copy.digest());
    CHECK(as_of(copy.release(), 0).log().empty());

    CHECK(moment_at(copy.release(), entries.front().op->wall_ms - 1) == 0);
    CHECK(moment_at(copy.release(), entries.back().op->wall_ms) == entries.size());
}

TEST_CASE("RB-7 what happens in an incident and after it is told in words, and steps belong to the incident") {
    Copy copy = Copy::created();
    copy.to_monitoring();
    copy.as("Chen").act(command::OpenIncident{"i1", 2, "Sign-in fails"});
    copy.act(command::SetSeverity{"i1", 1});
    copy.act(command::NoteIncident{"i1", "n1", "2 of 4 nodes are back", 0});
    copy.act(command::Sign{"trigger-incident", {}, true, {}, {}});
    copy.act(command::RecordMessage{"i1", "m1", "customers", "Some cannot sign in"});
    copy.act(command::WriteReport{"i1", "root-cause", "A cookie"});
    copy.act(command::AddAction{"a1", "Test it", "Farah", "2026-12-15"});
    copy.act(command::SetIncidentState{"i1", "resolved"});
    std::vector<std::string> words;
    for (const HistoryEntry& entry : history(copy.release(), {"Chen", HistoryKind::incident, ""}))
        words.push_back(entry.words);
    CHECK(words == std::vector<std::string>{
                       "opened an incident: Sign-in fails", "set the severity to 1", "noted: 2 of 4 nodes are back",
                       "signed: Trigger incident response and notify on-call", "sent a message to customers",
                       "wrote the incident report: Root cause", "resolved the incident"});
    CHECK(history(copy.release(), {"Chen", HistoryKind::retrospective, ""}).front().words ==
          "wrote an action item: Test it");
}

TEST_CASE("An entry that exists in two versions is told twice: what counts, and what is set aside") {
    Release release = as_of(Copy::created().release(), 99);
    Op forged = *history(release, {"", {}, "name"}).front().op;
    const std::string whole = forged.line;
    forged.value = "Zoé’s carts";
    forged.by = "Zoé";
    write_line(forged);
    const std::size_t before = history(release).size();
    release.absorb({forged});

    const auto forked = forked_entries(release);
    REQUIRE(forked.size() == 2);
    CHECK(forked[0].op->line == whole); // it sorts first
    CHECK(forked[0].words == "set the name to Saved carts");
    CHECK(forked[0].standing == Standing::counts);
    CHECK(forked[1].op->line == forged.line);
    CHECK(forked[1].op->by == "Zoé");
    CHECK(forked[1].words == "set the name to Zoé’s carts");
    CHECK(forked[1].standing == Standing::aside);
    CHECK(standing_word(forked[1].standing) == "Set aside");
    CHECK(forked[1].moment == forked[0].moment);
    CHECK(history(release).size() == before + 1);
    CHECK(history(release, {"Zoé", {}, ""}).size() == 1);
}

TEST_CASE("Versions that did the same to a long text are told by what they say, from where it begins to differ") {
    const std::string plan = "Switch the load balancer back, then run the reverse migration. Tell Support. ";
    Copy copy = Copy::created();
    copy.act(command::SetField{"rollback:plan", plan + plan + plan + plan + "QA runs the smoke tests."});
    Op forged = *history(copy.release()).back().op;
    forged.value = plan + plan + plan + plan + "Nobody looks.";
    write_line(forged);
    copy.take({forged});
    const auto forked = forked_entries(copy.release());
    REQUIRE(forked.size() == 2);
    CHECK(forked[0].words == "changed the rollback plan: …Tell Support. Nobody looks.");
    CHECK(forked[1].words == "changed the rollback plan: …Tell Support. QA runs the smoke tests.");
}

TEST_CASE("A critical entry of a newer version closes the gates, also where it is set aside") {
    const std::string line = R"({"a":"zz","s":1,"t":99,"w":1,"by":"Kofi","k":"attest","i":"x","v":1})";
    for (const char* other : {R"("v":1,"crit":true})", R"("v":2,"crit":true})"}) {
        Release release = as_of(Copy::created().release(), 99);
        release.absorb({parse_op(line).value()});
        CHECK_FALSE(release.state().closed_to_us); // unknown, and not critical
        release.absorb({parse_op(line.substr(0, line.find("\"v\"")) + other).value()});
        CHECK(release.state().forks == 1);
        CHECK(release.state().closed_to_us);
        const Gate found = gate(release, Phase::preparing, Copy::created().around);
        CHECK(found.blockers.front().rule == "newer-version");
    }
}
