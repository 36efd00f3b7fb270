// What goes out: the status as text, several releases in one file, a release in a link.
#include "core/file/workspace.hpp"
#include "core/status/markdown.hpp"
#include "running_copy.hpp"
#include "window.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace desk;
using namespace desk::ui;

namespace {

// Releases of as many products, in one file.
std::string many_releases(int count) {
    const auto guide = std::make_shared<const Guide>(parse_guide(octoacme_guide_text()).value());
    std::vector<Release> releases;
    std::vector<const Release*> all;
    releases.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(10'000 + i);
        Release& release = releases.emplace_back("rel_aaaaaaaaaaa" + number, guide);
        release.absorb(
            create_release({"Product " + number, "1.0.0", "minor", ""}, *guide, {"a" + number, "Ana", 1'000}, {})
                .value());
        all.push_back(&release);
    }
    return write_workspace(all);
}

int boxes(const FrontEnd& window, bool ticked) {
    return static_cast<int>(
        std::count_if(window.mirror.elements.begin(), window.mirror.elements.end(), [&](const auto& one) {
            return one.second.role == Role::checkbox && ((one.second.state & state_checked) != 0) == ticked;
        }));
}

FrontEnd linking(FakeStorage& storage) {
    Machine machine;
    machine.makes_links = true;
    return FrontEnd(storage, "", std::move(machine));
}

void ask_for_link(FrontEnd& window) { window.press(Role::button, "Share"); }

} // namespace

TEST_CASE("the menu of a release copies its status as Markdown") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.create("Checkout");
    window.press(Role::button, "More actions");
    window.press(Role::button, "Copy status as Markdown");
    CHECK(window.machine.copied.starts_with("# Checkout 0.1.0\n\n**Draft** · Minor release\n"));
    CHECK(window.has(Role::status, "Status copied as Markdown"));
}

TEST_CASE("several releases go into one file, and one alone into a file of its own") {
    FakeStorage storage;
    NamedCopy ana(storage);
    const std::string first = ana.create(), second = ana.create("Billing", "1.0.0"),
                      third = ana.create("Cart", "2.0.0");
    CHECK(ana.model().last_export_ms == 0);
    ana.please(intent::ExportTogether{{first, third, "rel_not_here"}});
    REQUIRE(ana.machine.saved.size() == 1);
    CHECK(ana.machine.saved[0].name == "releases-2025-11-24.workspace.json");
    CHECK(ana.model().last_export_ms == ana.machine.now_ms);
    const auto opened = open_workspace(ana.machine.saved[0].bytes);
    REQUIRE(opened.has_value());
    REQUIRE(opened->size() == 2);
    for (const Release& release : *opened) {
        CHECK(release.id() != second);
        CHECK(release.digest() == ana.release(release.id()).digest());
    }

    ana.please(intent::ExportTogether{{second}});
    CHECK(ana.machine.saved[1].name == "billing-1.0.0.release.json");
    CHECK(open_release_file(ana.machine.saved[1].bytes)->id() == second);
    ana.please(intent::ExportTogether{});
    CHECK(ana.machine.saved.size() == 2);
}

TEST_CASE("a workspace that was not saved was not exported") {
    FakeStorage storage;
    NamedCopy ana(storage);
    const std::string first = ana.create(), second = ana.create("Billing", "1.0.0");
    ana.machine.save_answer = {false, {}, "The disk is full"};
    ana.please(intent::ExportTogether{{first, second}});
    CHECK(ana.model().last_export_ms == 0);
    CHECK(ana.model().toast->bad);
    CHECK(ana.model().toast->text == "The disk is full");
}

TEST_CASE("the dialog has the releases of the filter ticked, counts, and exports what is ticked") {
    FakeStorage storage;
    FrontEnd window(storage);
    CHECK_FALSE(window.has(Role::button, "Export…"));
    for (const char* product : {"Billing", "Cart", "Checkout"}) {
        window.create(product);
        window.desk->address_changed("#/releases");
        window.settle();
    }
    window.press(Role::button, "Export…");
    REQUIRE(window.has(Role::dialog, "Export releases"));
    CHECK(window.has(Role::text, "3 of 3 chosen"));
    CHECK(boxes(window, true) == 3);
    window.press(Role::checkbox, "Cart 0.1.0");
    CHECK(window.has(Role::text, "2 of 3 chosen"));
    window.press(Role::button, "Export 2 releases");
    CHECK_FALSE(window.has(Role::dialog, "Export releases"));
    REQUIRE(window.machine.saved.size() == 1);
    CHECK(open_workspace(window.machine.saved[0].bytes)->size() == 2);

    window.press(Role::button, "In production 0");
    window.press(Role::button, "Export…");
    CHECK(window.has(Role::text, "0 of 3 chosen"));
    window.press(Role::button, "Export 0 releases");
    CHECK(window.has(Role::dialog, "Export releases"));
    window.press(Role::button, "Choose all");
    CHECK(window.has(Role::button, "Export 3 releases"));
    window.press(Role::button, "Choose none");
    window.press(Role::checkbox, "Billing 0.1.0");
    window.press(Role::button, "Export 1 release");
    CHECK(window.machine.saved.back().name == "billing-0.1.0.release.json");
    window.press(Role::button, "Export…");
    window.press(Role::button, "Cancel");
    CHECK_FALSE(window.has(Role::dialog, "Export releases"));
    CHECK(window.machine.saved.size() == 2);
}

TEST_CASE("of thousands of releases the dialog draws what is seen, on every screen") {
    FakeStorage storage;
    FrontEnd window(storage);
    const auto rest = [&] {
        do window.frame();
        while (window.desk->wants_frame() == 0);
    };
    window.desk->files_arrived({{"all.workspace.json", many_releases(2'000)}});
    rest();
    window.desk->request(ActivateRequest{window.id(Role::button, window.named(Role::button, "Import "))});
    rest();
    window.desk->address_changed("#/releases");
    window.settle();
    for (const float width : {1280.0F, 390.0F}) {
        window.size = {.width = width, .height = 664, .coarse_pointer = width < 1000};
        window.settle();
        window.press(Role::button, "Export…");
        CHECK(window.has(Role::text, "2000 of 2000 chosen"));
        CHECK(boxes(window, true) >= 3);
        CHECK(boxes(window, true) < 30);
        CHECK(window.mirror.elements.size() < 500);
        window.press(Role::button, "Cancel");
    }
}

TEST_CASE("where no links can be made, none is offered") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.create("Checkout");
    CHECK_FALSE(window.has(Role::button, "Share"));
    window.press(Role::button, "More actions");
    CHECK(window.has(Role::button, "Copy status as Markdown"));
    CHECK_FALSE(window.has(Role::button, "Share link…"));
}

TEST_CASE("a link is shown with its length and what it means, and copied") {
    FakeStorage storage;
    FrontEnd window = linking(storage);
    window.create("Checkout");
    ask_for_link(window);
    REQUIRE(window.has(Role::dialog, "Share Checkout 0.1.0"));
    CHECK(window.has(Role::status, "Making the link…"));
    CHECK_FALSE(window.has(Role::button, "Copy link"));
    window.press(Role::button, "Close");
    window.press(Role::button, "Export");
    CHECK(window.machine.in_link == window.machine.saved.back().bytes);

    ask_for_link(window);
    const std::string link = "https://desk.example/#/share/" + std::string(2'000, 'a');
    window.machine.answer_link({link, {}});
    window.settle();
    CHECK(window.mirror.focus == window.id(Role::button, "Copy link"));
    const auto& field = window.mirror.elements[window.id(Role::text_field, "Link")];
    CHECK(field.value == link);
    CHECK((field.state & state_read_only) != 0);
    CHECK(field.description == "2,029 characters");
    CHECK(window.has(Role::text, "Nothing is sent to a server: the link itself holds the release."));
    window.press(Role::button, "Copy link");
    CHECK(window.machine.copied == link);
    CHECK(window.has(Role::dialog, "Share Checkout 0.1.0"));
    window.press(Role::button, "Close");
    CHECK_FALSE(window.has(Role::dialog, "Share Checkout 0.1.0"));
}

TEST_CASE("an answer that comes too late opens nothing, and not in the place of another one") {
    FakeStorage storage;
    FrontEnd window = linking(storage);
    window.create("Checkout");
    ask_for_link(window);
    const auto late = window.machine.answer_link;
    window.press(Role::button, "Close");
    late({"https://desk.example/#/share/late", {}});
    window.settle();
    CHECK_FALSE(window.has(Role::dialog, "Share Checkout 0.1.0"));
    ask_for_link(window);
    late({"https://desk.example/#/share/late", {}});
    window.settle();
    CHECK(window.has(Role::status, "Making the link…"));
    window.desk->address_changed("#/releases");
    window.settle();
    CHECK_FALSE(window.has(Role::dialog, "Share Checkout 0.1.0"));
}

TEST_CASE("a link of more characters than are passed on is none: the file is offered") {
    FakeStorage storage;
    FrontEnd window = linking(storage);
    window.create("Checkout");
    for (const bool fits : {true, false}) {
        ask_for_link(window);
        window.machine.answer_link({std::string(longest_link + (fits ? 0 : 1), 'a'), {}});
        window.settle();
        CHECK(window.has(Role::button, "Copy link") == fits);
        CHECK(window.has(Role::text_field, "Link") == fits);
        if (fits) window.press(Role::button, "Close");
    }
    window.press(Role::button, "Export file");
    CHECK(window.machine.saved.back().name == "checkout-0.1.0.release.json");
    CHECK_FALSE(window.has(Role::dialog, "Share Checkout 0.1.0"));

    ask_for_link(window);
    window.machine.answer_link({{}, "This browser cannot make links."});
    window.settle();
    CHECK(window.has(Role::button, "Export file"));
}

TEST_CASE("a link that cannot be opened is told as one, beside a file it is one of two") {
    FakeStorage storage;
    FrontEnd window(storage);
    const NamedFile cut{shared_link_name, {}, "The link is not complete"};
    window.desk->files_arrived({cut});
    window.settle();
    REQUIRE(window.has(Role::dialog, "This link was not opened"));
    CHECK(window.has(Role::button, "Choose a file"));
    window.press(Role::button, "Close");
    window.desk->files_arrived({cut, {"a.json", "{}"}});
    window.settle();
    CHECK(window.has(Role::dialog, "These files were not imported"));
}
