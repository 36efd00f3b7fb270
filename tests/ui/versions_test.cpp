// The next version of the program: told, and gone over to only when the user says so and nothing is unsaved. And the
// program as a file.
#include "ui/app/controller.hpp"
#include "window.hpp"

#include <doctest/doctest.h>

using namespace desk;
using namespace desk::ui;

namespace {

constexpr const char* ready = "A new version is ready.";

FrontEnd on_a_site(FakeStorage& storage, const char* address = "") {
    Machine machine;
    machine.of_site = true;
    return FrontEnd(storage, address, std::move(machine));
}

} // namespace

TEST_CASE("a new version is told until it is put off, and nothing reloads by itself") {
    FakeStorage storage;
    FrontEnd window = on_a_site(storage);
    CHECK_FALSE(window.has(Role::status, ready));
    window.desk->version_ready();
    window.settle();
    CHECK(window.has(Role::status, ready));
    window.machine.now_ms += 60'000;
    window.settle();
    REQUIRE(window.has(Role::button, "Reload"));
    window.press(Role::button, "Later");
    CHECK_FALSE(window.has(Role::button, "Reload"));
    CHECK_FALSE(window.has(Role::status, ready));
    CHECK(window.machine.renewals == 0);
    CHECK(window.desk->wants_frame() < 0);
}

TEST_CASE("going over to a new version waits until everything is saved") {
    FakeStorage storage;
    Machine machine;
    machine.of_site = true;
    machine.store = &storage;
    Controller desk(machine.ports());
    desk.start("");
    storage.settle();
    const auto please = [&](Intent intent) {
        Intents intents;
        intents.push_back(std::move(intent));
        desk.carry_out(std::move(intents));
    };
    desk.version_ready();
    please(intent::SetMyName{"Ana"});

    SUBCASE("it waits for the store, and goes then") {
        please(intent::Renew{});
        CHECK(machine.renewals == 0);
        CHECK(desk.model().newer);
        storage.settle();
        CHECK(machine.renewals == 1);
    }
    SUBCASE("it goes at once when everything is saved") {
        storage.settle();
        please(intent::Renew{});
        CHECK(machine.renewals == 1);
    }
    SUBCASE("what could not be saved keeps it, also when it is saved much later") {
        storage.write_failure = StorageError{};
        please(intent::Renew{});
        storage.settle();
        CHECK(desk.model().save == SaveProgress::not_saved);
        storage.write_failure.reset();
        please(intent::RetrySave{});
        storage.settle();
        CHECK(desk.model().save == SaveProgress::saved);
        CHECK(machine.renewals == 0);
        CHECK(desk.model().newer);
    }
}

TEST_CASE("where no versions come nothing is told of them, and there is no file of the program") {
    FakeStorage storage;
    FrontEnd window(storage, "#/settings");
    window.desk->version_ready();
    window.settle();
    CHECK_FALSE(window.has(Role::status, ready));
    CHECK_FALSE(window.has(Role::button, "Save Release Desk as one file"));
}

TEST_CASE("the program as one file is offered in the settings, and what became of it is told") {
    FakeStorage storage;
    FrontEnd window = on_a_site(storage, "#/settings");
    window.press(Role::button, "Save Release Desk as one file");
    REQUIRE(window.machine.answer_program);
    window.machine.answer_program({true, {}, {}});
    window.settle();
    CHECK(window.has(Role::status, "Saved release-desk.html"));
    window.machine.answer_program({false, {}, "It is not there."});
    window.settle();
    CHECK(window.has(Role::status, "It is not there."));
}

TEST_CASE("a page that was opened from a file says what its store is worth") {
    FakeStorage storage;
    Machine machine;
    machine.from_file = true;
    FrontEnd window(storage, "#/settings", std::move(machine));
    CHECK_FALSE(window.named(Role::text, "In this browser, together with whatever other pages").empty());
}
