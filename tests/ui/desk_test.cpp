// The whole front end without a window: what a person, a screen reader or a browser test finds, by role and name.
#include "window.hpp"

#include <imgui_internal.h>

using namespace desk;
using namespace desk::ui;

TEST_CASE("the first visit offers to start a release or to import one, and rests") {
    FakeStorage storage;
    FrontEnd window(storage);
    CHECK(window.has(Role::heading, "Releases"));
    CHECK(window.has(Role::button, "New release"));
    CHECK(window.desk->wants_frame() < 0);
    window.press(Role::button, "Import");
    CHECK(window.machine.pickers == 1);
}

TEST_CASE("a release is created by names alone and is there after a restart") {
    FakeStorage storage;
    {
        FrontEnd window(storage);
        window.create("Checkout");
        CHECK_FALSE(window.has(Role::dialog, "New release"));
        CHECK(window.has(Role::heading, "Checkout 0.1.0"));
        CHECK_FALSE(window.desk->unsaved());
    }
    FrontEnd again(storage);
    bool found = false;
    for (const auto& [id, element] : again.mirror.elements)
        if (element.role == Role::link && element.name.starts_with("Checkout 0.1.0, Minor, Draft")) {
            again.press(Role::link, std::string(element.name));
            found = true;
            break;
        }
    CHECK(found);
    CHECK(again.has(Role::heading, "Checkout 0.1.0"));
}

TEST_CASE("the dialog says what is missing, and keeps what was typed") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.press(Role::button, "New release");
    window.fill("Version", "v1.02");
    window.press(Role::button, "Create release");
    REQUIRE(window.has(Role::dialog, "New release"));
    const auto& version = window.mirror.elements[window.id(Role::text_field, "Version")];
    CHECK((version.state & state_invalid) != 0);
    CHECK(version.value == "v1.02");
    CHECK_FALSE(version.description.empty());
    CHECK((window.mirror.elements[window.id(Role::text_field, "Product")].state & state_invalid) != 0);
    window.press(Role::button, "Not now");
    CHECK_FALSE(window.has(Role::dialog, "New release"));
    CHECK(storage.contents.packs.empty());
}

TEST_CASE("every page has exactly one heading of level 1 and one main part, at every width") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.create("Checkout");
    const std::string release = window.machine.address.substr(0, window.machine.address.rfind('/'));
    for (const float width : {1280.0F, 900.0F, 390.0F}) {
        window.size = {.width = width, .height = 800};
        for (const std::string& address :
             {std::string("#/releases"), std::string("#/settings"), std::string("#/release/rel_unknown"),
              release + "/overview", release + "/readiness", release + "/checklist", release + "/decision",
              release + "/notes"}) {
            window.desk->address_changed(address);
            window.settle();
            CAPTURE(address);
            CAPTURE(width);
            CHECK(window.count(Role::heading, 1) == 1);
            CHECK(window.count(Role::main, 0) == 1);
            CHECK(window.count(Role::navigation, 0) == 1);
        }
    }
}

TEST_CASE(
    "RC-3 a window is told in its zone and in one's own, and a page at rest is drawn anew when it begins and ends") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.create("Checkout"); // 17:00 in Berlin
    window.desk->address_changed(window.machine.address.substr(0, window.machine.address.rfind('/')) + "/decision");
    window.settle();
    window.press(Role::button, "Set window…");
    CHECK(window.mirror.elements[window.id(Role::text_field, "Zone")].value == "Europe/Berlin");
    window.fill("Start", "2025-11-24T23:50");
    window.fill("End", "2025-11-24T22:00");
    window.fill("Zone", "Asia/Kathmandu");
    window.press(Role::button, "Set window");
    REQUIRE(window.has(Role::dialog, "When may it be deployed?"));
    CHECK(window.has(Role::text, "The end, 2025-11-24T22:00, is not after the start, 2025-11-24T23:50"));
    window.fill("End", "2025-11-25T01:15");
    window.press(Role::button, "Set window");
    CHECK_FALSE(window.has(Role::dialog, "When may it be deployed?"));
    CHECK(window.has(Role::text, "Mon 24 Nov, 23:50 – Tue 25 Nov, 01:15"));
    CHECK(window.has(Role::text, "Asia/Kathmandu, UTC+5:45"));
    CHECK(window.has(Role::text, "Your time: Mon 24 Nov, 19:05–20:30, Europe/Berlin, UTC+1"));
    CHECK(window.has(Role::text, "Starts in 2 h 5 min"));

    constexpr std::int64_t start = 1'764'007'500'000; // 19:05 in Berlin
    window.machine.now_ms = start - 90'000;
    window.settle();
    CHECK(window.has(Role::text, "Starts in 2 min"));
    CHECK(window.desk->wants_frame() < 31);
    window.machine.now_ms = start;
    window.settle();
    CHECK(window.has(Role::text, "Now, until Tue 25 Nov, 01:15"));
    CHECK(window.desk->wants_frame() > 5'000);
    CHECK(window.desk->wants_frame() < 5'101); // 85 min
    window.machine.now_ms = start + 85 * 60'000;
    window.settle();
    CHECK(window.has(Role::text, "Passed"));
    CHECK(window.has(Role::text,
                     "The window has passed: Mon 24 Nov, 23:50 – Tue 25 Nov, 01:15, Asia/Kathmandu, UTC+5:45"));
}

TEST_CASE("RC-3 a freeze speaks against the window until another slot is used, or until it is lifted") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.create("Checkout");
    const std::string release = window.machine.address.substr(0, window.machine.address.rfind('/'));
    window.desk->address_changed(release + "/checklist");
    window.settle();
    window.press(Role::button, "More for Deployment window scheduled");
    window.press(Role::button, "Set window…");
    window.fill("Start", "2025-11-25T21:00");
    window.fill("End", "2025-11-25T22:30");
    window.press(Role::button, "Set window");
    window.desk->address_changed(release + "/decision");
    window.settle();
    window.press(Role::button, "Add a freeze…");
    window.fill("Start", "2025-11-25T00:00");
    window.fill("End", "2025-11-26T00:00");
    window.fill("Reason", "Stocktaking");
    window.press(Role::button, "Add freeze");
    const std::string days = "Stocktaking, Tue 25 Nov, 00:00 – Wed 26 Nov, 00:00, Europe/Berlin, UTC+1";
    CHECK(window.has(Role::text, "The window lies in a freeze: " + days));
    CHECK(window.has(Role::text, "Freeze: " + days));
    window.press(Role::button, "Use Wed 26 Nov, 21:00");
    CHECK(window.has(Role::text, "Wed 26 Nov, 21:00–22:30"));
    CHECK_FALSE(window.has(Role::text, "The window lies in a freeze: " + days));
    CHECK_FALSE(window.has(Role::button, "Use Wed 26 Nov, 21:00"));
    window.press(Role::link, "Lift freeze: Stocktaking");
    window.press(Role::button, "Lift freeze");
    CHECK_FALSE(window.has(Role::text, "Freeze: " + days));
    window.press(Role::button, "No window…");
    window.fill("Reason", "At any time");
    window.press(Role::button, "No window needed");
    CHECK(window.has(Role::text, "At any time"));
}

TEST_CASE("what could not be saved is told until it is, with a way out") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.create("Checkout");
    storage.write_failure = StorageError{StorageError::Reason::full, "There is no space left."};
    window.fill("Name", "Saved carts");
    window.press(Role::tab, "Notes");
    REQUIRE(window.desk->unsaved());
    CHECK(window.has(Role::status, "Not saved. There is no space left."));
    window.machine.now_ms += 60'000;
    window.settle();
    CHECK(window.has(Role::button, "Retry"));
    window.press(Role::button, "Export now");
    CHECK(window.machine.saved.size() == 1);
    storage.write_failure.reset();
    window.press(Role::button, "Retry");
    CHECK_FALSE(window.desk->unsaved());
    CHECK_FALSE(window.has(Role::button, "Retry"));
}

TEST_CASE("another view takes the focus to its heading, and Tab goes on from there") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.create("Checkout");
    CHECK(window.mirror.focus == window.id(Role::heading, "Checkout 0.1.0"));
    const auto tab = [&] {
        for (const bool down : {true, false}) {
            ImGui::GetIO().AddKeyEvent(ImGuiKey_Tab, down);
            window.frame();
        }
        window.settle();
        return window.mirror.elements.at(window.mirror.focus).name;
    };
    CHECK(tab() == "Export");
    window.press(Role::button, "Ana, Release Manager: settings");
    CHECK(window.mirror.focus == window.id(Role::heading, "Settings"));
    CHECK(tab() == "Your name");
    window.desk->address_changed("#/releases");
    window.settle();
    CHECK(window.mirror.focus == window.id(Role::heading, "Releases"));
    window.press(Role::button, "Ana: settings");
    CHECK(window.mirror.focus == window.id(Role::heading, "Settings"));
}

TEST_CASE("the five places stand at every width, and the user's name leads to the settings") {
    FakeStorage storage;
    FrontEnd window(storage);
    for (const float width : {1280.0F, 900.0F, 390.0F}) {
        window.size = {.width = width, .height = 800};
        window.settle();
        CAPTURE(width);
        for (const char* place : {"Calendar", "Metrics", "Guide", "My work", "Releases"}) {
            window.press(Role::link, place);
            CHECK(window.machine.title == place + std::string(" · OctoAcme Release Desk"));
        }
        window.press(Role::button, "Your name, not given yet: settings");
        CHECK(window.machine.address == "#/settings");
        CHECK_FALSE(window.has(Role::link, "Settings"));
    }
}

TEST_CASE("tabs of a release keep the focus") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.create("Checkout");
    window.desk->request(FocusRequest{window.id(Role::tab, "Notes")});
    window.press(Role::tab, "Notes");
    CHECK(ImGui::GetCurrentContext()->NavId == window.id(Role::tab, "Notes"));
}

TEST_CASE("a file that was not taken is named with what is wrong") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.desk->files_arrived({{"holiday.png", "\x89PNG"}});
    window.settle();
    CHECK(window.has(Role::dialog, "This file was not imported"));
    window.press(Role::button, "Close");
    CHECK_FALSE(window.has(Role::dialog, "This file was not imported"));
}
