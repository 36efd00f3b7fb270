// Keys without a window: what they come to, and what they reach.
#include "ui/app/shortcuts.hpp"
#include "window.hpp"

#include <set>
#include <string>

using namespace desk;
using namespace desk::ui;

namespace {

void type(FrontEnd& window, const char* key, bool command = false) {
    window.desk->key_typed(key, command);
    window.settle();
}

} // namespace

TEST_CASE("a key, two after each other, and a command each come to their act") {
    Keystrokes keys;
    CHECK(keys.typed("n", false, 1).act == "new");
    CHECK(keys.typed("g", false, 2).act.empty());
    CHECK(keys.typed("c", false, 2.5).act == "go:calendar");
    CHECK(keys.typed("g", false, 3).taken);
    CHECK(keys.typed("r", false, 9).act.empty()); // too late, and alone it means nothing
    CHECK(keys.typed("k", true, 10).act == "find");
    CHECK(keys.typed("K", true, 10).act == "find"); // with the Caps Lock on
    CHECK(keys.typed("é", false, 11).act.empty());
    CHECK_FALSE(keys.typed("q", false, 11).taken);
    CHECK_FALSE(keys.typed("t", true, 11).taken);
}

TEST_CASE("no two shortcuts are the same, and each says what it does") {
    std::set<std::string_view> seen;
    for (const ShortcutGroup& group : shortcut_groups())
        for (const Shortcut& one : group.shortcuts) {
            CAPTURE(std::string(one.keys));
            CHECK(seen.insert(one.keys).second);
            CHECK_FALSE(one.words.empty());
        }
    CHECK(keys_of("find", false) == "Ctrl K");
    CHECK(keys_of("find", true) == "Cmd K");
    CHECK(keys_of("go:guide", false) == "G then U");
    CHECK(keys_of("new", false) == "N");
}

TEST_CASE("keys lead to places and sections, and open what they name") {
    FakeStorage storage;
    FrontEnd window(storage);
    type(window, "n");
    CHECK(window.has(Role::dialog, "New release"));
    type(window, "g"); // over the page lies a dialog: keys wait
    type(window, "c");
    CHECK(window.machine.address == "#/releases");
    window.press(Role::button, "Not now");
    window.create("Checkout");
    type(window, "3");
    CHECK(window.machine.address.ends_with("/checklist"));
    type(window, "]");
    CHECK(window.machine.address.ends_with("/decision"));
    type(window, "[");
    type(window, "p");
    CHECK(window.has(Role::dialog, "Who does what?"));
    window.press(Role::button, "Close");
    type(window, "g");
    type(window, "m");
    CHECK(window.machine.address == "#/my-work");
    type(window, "?");
    REQUIRE(window.has(Role::dialog, "Which keys are there?"));
    CHECK(window.has(Role::list_item, "N: New release"));
    window.press(Role::button, "Close");
}

TEST_CASE("keys of one character can be switched off, and stay so; commands still work") {
    FakeStorage storage;
    {
        FrontEnd window(storage, "#/settings");
        window.press(Role::checkbox, "Keys of one character");
    }
    FrontEnd again(storage, "#/releases");
    type(again, "n");
    CHECK_FALSE(again.has(Role::dialog, "New release"));
    type(again, "k", true);
    CHECK(again.has(Role::dialog, "What are you looking for?"));
    type(again, "k", true);
    CHECK_FALSE(again.has(Role::dialog, "What are you looking for?"));
}
