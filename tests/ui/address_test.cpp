// Links to what stands in a view: opened, walked back from, and copied.
#include "live.hpp"
#include "window.hpp"

#include <algorithm>

using namespace desk;
using namespace desk::ui;

namespace {

// A window with one release, at its overview.
struct OneRelease {
    FakeStorage storage;
    FrontEnd window{storage};
    std::string release;

    OneRelease() {
        window.create("Checkout");
        release = window.machine.address.substr(0, window.machine.address.rfind('/'));
    }
    void open(const std::string& rest) {
        window.desk->address_changed(release + rest);
        window.settle();
    }
    std::string focused() const {
        const auto found = window.mirror.elements.find(window.mirror.focus);
        return found == window.mirror.elements.end() ? std::string() : found->second.name;
    }
    bool not_here() const { return !window.named(Role::text, "What the link points at is not here").empty(); }
};

} // namespace

TEST_CASE("a link to an item leads to it with the focus, after a restart too") {
    OneRelease one;
    one.open("/checklist/post-deploy-checks");
    const std::string item = one.focused();
    CAPTURE(item);
    CHECK_FALSE(one.not_here());
    REQUIRE(one.window.has(Role::checkbox, item));
    const std::string address = one.window.machine.address;
    CHECK(address == one.release + "/checklist/post-deploy-checks");

    FrontEnd again(one.storage, address.c_str());
    CHECK(again.machine.address == address);
    CHECK(again.mirror.elements[again.mirror.focus].name == item);
}

TEST_CASE("every section knows what its links point at, and says so gently if it is not here") {
    OneRelease one;
    for (const char* part : {"/overview/rollback:plan", "/readiness/rollback-plan", "/decision/window", "/decision/qa",
                             "/notes/summary", "/notes/announcements", "/hand-off/release-metrics"}) {
        one.open(part);
        CAPTURE(part);
        CHECK(one.window.machine.address == one.release + part);
    }
    for (const char* part : {"/overview/nothing", "/readiness/nothing", "/checklist/nothing", "/decision/nobody",
                             "/notes/nothing", "/incident/nothing", "/hand-off/nothing", "/history/nobody.1"}) {
        one.open(part);
        CAPTURE(part);
        CHECK(one.not_here());
    }
    one.open("/checklist");
    CHECK_FALSE(one.not_here());
}

TEST_CASE("views are steps of the history, filters are not") {
    OneRelease one;
    FrontEnd& window = one.window;
    const std::size_t steps = window.machine.before.size();
    window.press(Role::tab, window.named(Role::tab, "Checklist"));
    CHECK(window.machine.before.size() == steps + 1);
    window.desk->address_changed("#/releases");
    window.settle();
    const std::size_t there = window.machine.before.size();
    window.press(Role::button, window.named(Role::button, "Before go"));
    CHECK(window.machine.address == "#/releases?show=before-go");
    CHECK(window.machine.before.size() == there);
    // The place is found again as it was left.
    window.press(Role::link, "Calendar");
    window.press(Role::link, window.named(Role::link, "Releases"));
    CHECK(window.machine.address == "#/releases?show=before-go");
}

TEST_CASE("an entry of the history has an address that shows its moment, and back leads to the present") {
    OneRelease one;
    one.window.press(Role::button, "Start preparing");
    one.open("/history");
    std::string entry; // of the creation: the last entry is the present
    for (const auto& [id, element] : one.window.mirror.elements)
        if (element.role == Role::link && element.name.find(" created ") != std::string::npos) entry = element.name;
    REQUIRE_FALSE(entry.empty());
    one.window.press(Role::link, entry);
    CHECK(one.window.machine.address.starts_with(one.release + "/history/"));
    CHECK(one.window.has(Role::button, "Back to now"));
    const std::string address = one.window.machine.address;
    one.open("/history");
    CHECK_FALSE(one.window.has(Role::button, "Back to now"));
    FrontEnd again(one.storage, address.c_str());
    CHECK(again.has(Role::button, "Back to now"));
}

TEST_CASE("a link to an entry far down the history leads to it on every width, with the focus") {
    desk::test::Copy copy = desk::test::Copy::created();
    for (int i = 0; i < 60; ++i) copy.act(command::Assign{"developers", "Person " + std::to_string(i)});
    Release release("rel_h", desk::test::octoacme());
    release.absorb(copy.release().log().everything());
    const std::string first = release.log().ordered().front()->id.text();
    for (const float width : {390.0F, 1280.0F}) {
        FakeStorage storage;
        FrontEnd window(storage);
        window.size.width = width;
        window.import({{"a.release.json", write_release_file(release)}});
        window.desk->address_changed("#/release/rel_h/history/" + first);
        window.settle();
        const auto& focused = window.mirror.elements[window.mirror.focus];
        CAPTURE(width);
        CHECK(focused.role == Role::link);
        CHECK(focused.name.find(" created ") != std::string::npos);
    }
}

TEST_CASE("a link to what is shown is copied, and says what else it takes") {
    OneRelease one;
    one.open("/checklist");
    one.window.press(Role::button, "More actions");
    one.window.press(Role::button, "Copy link");
    CHECK(one.window.machine.copied == "page" + one.release + "/checklist");
    CHECK(std::any_of(one.window.mirror.elements.begin(), one.window.mirror.elements.end(), [](const auto& element) {
        return element.second.name == "Link copied. Who follows it needs the release too";
    }));
}
