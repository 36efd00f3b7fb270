// The whole front end without a window: what a person, a screen reader or a browser test finds, by role and name.
#include "machine.hpp"
#include "ui/app/desk.hpp"
#include "ui/semantics/node.hpp"

#include <doctest/doctest.h>

#include <imgui.h>
#include <imgui_internal.h>

#include <cstring>
#include <map>
#include <string>

using namespace desk;
using namespace desk::ui;

namespace {

// What the accessible tree says, read from patches as a platform reads them.
struct Mirror {
    struct Element {
        Role role;
        std::uint32_t state;
        int level;
        std::string name, value, description;
    };
    std::map<std::uint32_t, Element> elements;
    std::uint32_t focus = 0; // where the view moved it last

    void take(const Patch& patch) {
        const auto& words = patch.words;
        const auto text = [&](std::size_t at) {
            return patch.text.substr(static_cast<std::size_t>(words[at]), static_cast<std::size_t>(words[at + 1]));
        };
        for (std::size_t at = 0; at < words.size();) {
            const auto id = static_cast<std::uint32_t>(words[at + 1]);
            switch (static_cast<PatchOp>(words[at])) {
            case PatchOp::upsert:
                elements[id] = {static_cast<Role>(words[at + 3]),
                                static_cast<std::uint32_t>(words[at + 4]),
                                words[at + 5],
                                text(at + 16),
                                text(at + 18),
                                text(at + 20)};
                at += 22;
                break;
            case PatchOp::remove:
                elements.erase(id);
                at += 2;
                break;
            case PatchOp::children:
                at += 3 + static_cast<std::size_t>(words[at + 2]);
                break;
            case PatchOp::focus:
                focus = id;
                at += 3;
                break;
            case PatchOp::scroll:
            case PatchOp::edit:
                at += 4;
                break;
            }
        }
    }
};

struct Window {
    explicit Window(FakeStorage& given, const char* address = "") : storage(given), context(ImGui::CreateContext()) {
        ImGuiIO& io = ImGui::GetIO();
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        ImFont* font = io.Fonts->AddFontDefault();
        machine.store = &storage;
        machine.last_random = 4242;
        desk = std::make_unique<Desk>(machine.ports(), Fonts{font, font});
        desk->start(address);
        settle();
    }
    ~Window() {
        desk.reset();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
        ImGui::DestroyContext(context);
    }

    void frame() {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {size.width, size.height};
        io.DeltaTime = 1.0F / 60;
        machine.now_ms += 16;
        desk->before_frame();
        ImGui::NewFrame();
        mirror.take(desk->frame(size));
        ImGui::Render();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
            texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                              : ImTextureStatus_OK);
    }
    void settle() {
        frame();
        storage.settle();
        for (int i = 0; i < 30 && desk->wants_frame() == 0; ++i) {
            frame();
            storage.settle();
        }
        REQUIRE(desk->wants_frame() != 0);
    }
    std::uint32_t id(Role role, const std::string& name) const {
        for (const auto& [id, element] : mirror.elements)
            if (element.role == role && element.name == name) return id;
        return 0;
    }
    bool has(Role role, const std::string& name) const { return id(role, name) != 0; }
    int count(Role role, int level) const {
        int found = 0;
        for (const auto& [id, element] : mirror.elements)
            found += element.role == role && element.level == level ? 1 : 0;
        return found;
    }
    void press(Role role, const std::string& name) {
        const std::uint32_t found = id(role, name);
        REQUIRE_MESSAGE(found != 0, "nothing is called ", name);
        desk->request(ActivateRequest{found});
        settle();
    }
    void fill(const std::string& name, const std::string& text) {
        const std::uint32_t found = id(Role::text_field, name);
        REQUIRE_MESSAGE(found != 0, "no field is called ", name);
        desk->request(FocusRequest{found});
        settle();
        desk->request(EditRequest{found, text, true, 0, 0});
        settle();
    }
    void create(const char* product) {
        press(Role::button, "New release");
        if (has(Role::text_field, "Your name")) fill("Your name", "Ana");
        fill("Product", product);
        press(Role::button, "Create release");
    }

    FakeStorage& storage;
    ImGuiContext* context;
    ViewSize size{.width = 1280, .height = 800};
    Machine machine;
    Mirror mirror;
    std::unique_ptr<Desk> desk;
};

} // namespace

TEST_CASE("the first visit offers to start a release or to import one, and rests") {
    FakeStorage storage;
    Window window(storage);
    CHECK(window.has(Role::heading, "Releases"));
    CHECK(window.has(Role::button, "New release"));
    CHECK(window.desk->wants_frame() < 0);
    window.press(Role::button, "Import");
    CHECK(window.machine.pickers == 1);
}

TEST_CASE("a release is created by names alone and is there after a restart") {
    FakeStorage storage;
    {
        Window window(storage);
        window.create("Checkout");
        CHECK_FALSE(window.has(Role::dialog, "New release"));
        CHECK(window.has(Role::heading, "Checkout 0.1.0"));
        CHECK_FALSE(window.desk->unsaved());
    }
    Window again(storage);
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
    Window window(storage);
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
    Window window(storage);
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
    Window window(storage);
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
    Window window(storage);
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
    Window window(storage);
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
    Window window(storage);
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
    window.press(Role::link, "Settings");
    CHECK(window.mirror.focus == window.id(Role::heading, "Settings"));
    CHECK(tab() == "Your name");
    window.desk->address_changed("#/releases");
    window.settle();
    CHECK(window.mirror.focus == window.id(Role::heading, "Releases"));
    window.press(Role::link, "Settings");
    CHECK(window.mirror.focus == window.id(Role::heading, "Settings"));
}

TEST_CASE("tabs of a release keep the focus") {
    FakeStorage storage;
    Window window(storage);
    window.create("Checkout");
    window.desk->request(FocusRequest{window.id(Role::tab, "Notes")});
    window.press(Role::tab, "Notes");
    CHECK(ImGui::GetCurrentContext()->NavId == window.id(Role::tab, "Notes"));
}

TEST_CASE("a file that was not taken is named with what is wrong") {
    FakeStorage storage;
    Window window(storage);
    window.desk->files_arrived({{"holiday.png", "\x89PNG"}});
    window.settle();
    CHECK(window.has(Role::dialog, "This file was not imported"));
    window.press(Role::button, "Close");
    CHECK_FALSE(window.has(Role::dialog, "This file was not imported"));
}
