// How safe what is stored is, as the desk shows it.
#include "running_copy.hpp"
#include "window.hpp"

#include "core/file/workspace.hpp"
#include "core/time/durations.hpp"

#include <doctest/doctest.h>

using namespace desk;
using namespace desk::ui;

namespace {

const char* due = "Only in this browser";

} // namespace

TEST_CASE(
    "changes that only an evictable store has are told after a week, put off for a week, and gone with an export") {
    FakeStorage storage;
    storage.keeping = "evictable";
    FrontEnd window(storage);
    window.create("Checkout");
    window.desk->address_changed("#/releases");
    window.settle();
    CHECK(window.id(Role::button, "Remind me in a week") == 0);
    window.machine.now_ms += 7 * day_ms;
    window.settle();
    CHECK(window.has(Role::button, "Remind me in a week"));
    CHECK(window.has(Role::text, due));

    window.press(Role::button, "Remind me in a week");
    CHECK_FALSE(window.has(Role::text, due));
    {
        FrontEnd later(storage, "", [&] {
            Machine machine;
            machine.now_ms = window.machine.now_ms + 6 * day_ms;
            return machine;
        }());
        CHECK_FALSE(later.has(Role::text, due)); // it was kept
        later.machine.now_ms += 2 * day_ms;
        later.settle();
        CHECK(later.has(Role::text, due));
        later.press(Role::button, "Export now");
        CHECK(later.machine.saved.size() == 1);
        CHECK_FALSE(later.has(Role::text, due));
    }
}

TEST_CASE("a store that is kept reminds of nothing") {
    FakeStorage storage;
    storage.keeping = "persisted";
    FrontEnd window(storage);
    window.create("Checkout");
    window.desk->address_changed("#/releases");
    window.machine.now_ms += 70 * day_ms;
    window.settle();
    CHECK_FALSE(window.has(Role::text, due));
}

TEST_CASE("the settings say where the data are, how much room they take and what no export has") {
    FakeStorage storage;
    storage.keeping = "evictable";
    storage.room = {1'300'000, std::uint64_t{4} << 30U};
    FrontEnd window(storage);
    window.create("Checkout");
    window.machine.now_ms += 3 * day_ms;
    window.desk->address_changed("#/settings");
    window.settle();
    CHECK(window.has(Role::text, "1.2 MB; the browser gives this page up to 4.0 GB"));
    CHECK(window.has(Role::text, "1 release holds changes of yours that no export has, the oldest from 3 days ago"));
    window.press(Role::button, "Export everything");
    CHECK(window.machine.saved.size() == 1);
    CHECK(window.has(Role::text, "All changes of yours are in an export."));

    window.press(Role::button, "Ask the browser to keep it");
    CHECK(window.named(Role::status, "The browser did not agree") != "");
    storage.agrees = true;
    window.press(Role::button, "Ask the browser to keep it");
    CHECK(window.has(Role::text, "In this browser, which keeps it until you remove it."));
    CHECK_FALSE(window.has(Role::button, "Ask the browser to keep it"));

    storage.keeping = "evictable in a week";
    window.desk->address_changed("#/guide");
    window.settle();
    window.desk->address_changed("#/settings");
    window.settle();
    CHECK(window.named(Role::text, "In this browser, which removes it after seven days") != "");
}

TEST_CASE("what is not saved can be had as entries that complete what is stored") {
    FakeStorage storage;
    NamedCopy copy(storage);
    const std::string id = copy.create();
    std::string entries = copy.controller->unsaved_entries();
    const auto opened = open_workspace("{\"format\":\"octoacme-workspace/1\",\"ops\":[\n" + entries + "null]}\n");
    REQUIRE(opened.has_value());
    REQUIRE(opened->size() == 1);
    CHECK(opened->front().digest() == copy.release(id).digest());
    storage.settle();
    CHECK(copy.controller->unsaved_entries().empty());
}

TEST_CASE("a store that can be opened after all is loaded by itself") {
    FakeStorage storage;
    std::string id;
    {
        NamedCopy before(storage);
        id = before.create();
        storage.settle();
    }
    storage.load_failure = StorageError{StorageError::Reason::unavailable, "Another tab holds it."};
    Copy copy(storage, 2);
    REQUIRE(copy.model().store_problem.has_value());
    const std::string made = copy.create("Billing", "1.0.0");
    storage.load_failure.reset();
    storage.becomes_usable();
    storage.settle();
    CHECK_FALSE(copy.model().store_problem.has_value());
    CHECK(copy.model().releases.contains(id));
    CHECK(copy.model().save == SaveProgress::saved);
}

TEST_CASE("news of anything bring everything that has changed") {
    FakeStorage storage;
    NamedCopy here(storage);
    FakeStorage their_storage;
    NamedCopy there(their_storage, 2, "Bruno");
    const std::string id = there.create();
    their_storage.settle();
    storage.contents.guides = their_storage.contents.guides;
    storage.contents.packs = their_storage.contents.packs;
    storage.becomes_usable();
    storage.settle();
    CHECK(here.model().releases.contains(id));
}
