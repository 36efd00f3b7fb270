// Undo: one's own last change is taken back by new ops; nothing leaves the log.
#include "desk_copy.hpp"

#include "core/commands/undo.hpp"

using namespace desk;
using namespace desk::test;

namespace {

Copy preparing() {
    Copy copy = Copy::created();
    copy.to_preparing();
    return copy;
}

} // namespace

TEST_CASE("PU-1 undo takes back a sign-off, and undoing again brings it back") {
    Copy copy = preparing();
    copy.as("Farah").act(command::Sign{"smoke-tests-prepared", {}, true, {}, {}});
    const std::size_t before = copy.release().log().size();
    copy.act(command::Undo{});
    CHECK(copy.state().item("smoke-tests-prepared")->status == ItemStatus::open);
    CHECK(copy.release().log().size() == before + 1);
    copy.act(command::Undo{});
    CHECK(copy.state().item("smoke-tests-prepared")->status == ItemStatus::done);
}

TEST_CASE("PU-1 undo takes back everything that one act wrote") {
    Copy copy = preparing();
    copy.as("Farah").act(command::Sign{"smoke-tests-prepared", {}, true, {"https://tests.example/1"}, "48 cases"});
    copy.act(command::Undo{});
    const Item& item = *copy.state().item("smoke-tests-prepared");
    CHECK(item.status == ItemStatus::open);
    CHECK(item.evidence.empty());
    CHECK(item.note.text.empty());
}

TEST_CASE("PU-1 undo restores what stood there before: texts, waivers, people, votes") {
    SUBCASE("a text") {
        Copy copy = preparing();
        copy.act(command::SetField{"notes:summary", "First"});
        copy.act(command::SetField{"notes:summary", "Second"});
        copy.act(command::Undo{});
        CHECK(copy.state().notes.at("summary").text == "First");
    }
    SUBCASE("a waiver") {
        Copy copy = preparing();
        copy.act(command::Waive{"ui-approved", "No UI", "Emeka", ""});
        copy.act(command::Undo{});
        CHECK(copy.state().item("ui-approved")->status == ItemStatus::open);
    }
    SUBCASE("people") {
        Copy copy = preparing();
        copy.act(command::Unassign{"qa", "Farah"});
        copy.act(command::Undo{});
        CHECK(copy.state().holds("qa", "Farah"));
        copy.act(command::Assign{"qa", "Kofi"});
        copy.act(command::Undo{});
        CHECK_FALSE(copy.state().holds("qa", "Kofi"));
    }
    SUBCASE("a vote") {
        Copy copy = Copy::created();
        copy.to_deciding();
        copy.as("Farah").act(command::CastVote{"qa", Answer::no_go, "The cart is slow"});
        copy.act(command::Undo{});
        CHECK(copy.state().vote("qa")->answer == Answer::withdrawn);
    }
    SUBCASE("an incident") {
        Copy copy = Copy::created();
        copy.to_monitoring();
        copy.as("Chen").act(command::OpenIncident{"i1", 2, "Sign-in fails"});
        copy.act(command::SetSeverity{"i1", 1});
        copy.act(command::Undo{});
        CHECK(copy.state().incidents.at(0).severity == 2);
    }
}

TEST_CASE("PU-1 undo is one's own, and refuses with a reason what cannot be taken back") {
    Copy copy = preparing();
    SUBCASE("another person's change stays") {
        copy.as("Farah").act(command::Sign{"smoke-tests-prepared", {}, true, {}, {}});
        copy.as("Ana").act(command::SetField{"notes:summary", "Carts"});
        copy.as("Farah").act(command::Undo{});
        CHECK(copy.state().notes.at("summary").text == "Carts");
        CHECK(copy.state().item("smoke-tests-prepared")->status == ItemStatus::open);
        CHECK(copy.as("Nobody").refused(command::Undo{}) == std::vector<std::string>{"undo"});
    }
    SUBCASE("somebody has built on it") {
        copy.as("Farah").act(command::SetField{"notes:summary", "Carts"});
        copy.as("Ana").act(command::SetField{"notes:summary", "Saved carts"});
        CHECK(copy.as("Farah").refused(command::Undo{}) == std::vector<std::string>{"undo"});
    }
    SUBCASE("a change of the phase") {
        const auto act = last_act(copy.release(), "Ana");
        REQUIRE_FALSE(act.has_value());
        CHECK(act.error().item == "phase");
        CHECK(copy.refused(command::Undo{}) == std::vector<std::string>{"undo"});
    }
    SUBCASE("a closed conflict") {
        copy.act(command::SetField{"notes:summary", "Carts"});
        Copy other = copy.fork("bob");
        copy.act(command::SetField{"notes:summary", "One"});
        other.act(command::SetField{"notes:summary", "Two"});
        copy.merge(other);
        copy.act(command::Resolve{"notes:summary", "One", "set"});
        CHECK(copy.refused(command::Undo{}) == std::vector<std::string>{"undo"});
    }
    SUBCASE("the creation of the release") {
        Copy fresh = Copy::created();
        CHECK(fresh.refused(command::Undo{}) == std::vector<std::string>{"undo"});
    }
}
