#include "viewing.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <doctest/doctest.h>

#include <chrono>

using namespace desk::ui;

namespace {

const Rect page{0, 0, 1280, 800};

void many_rows(Ui& ui, int count, int& pressed) {
    begin_region(ui, Role::main, "main", "Work", page);
    Rect body = begin_scroll(ui, "scroll", {0, 0, 600, 400});
    for (int i = 0; i < count; ++i) {
        IdScope scope(i);
        Rect row = body.cut_top(40);
        text(ui, row.cut_left(300), "The same words");
        if (button(ui, row.cut_left(200), "act", "Act on " + std::to_string(i))) pressed = i;
    }
    end_scroll(ui, body.y);
    end_region(ui);
}

} // namespace

TEST_CASE("nothing is sent when nothing changed") {
    int pressed = -1;
    Viewing viewing([&](Ui& ui) { many_rows(ui, 30, pressed); });
    CHECK(viewing.frame().empty());
    CHECK(viewing.frame().empty());
}

TEST_CASE("a change sends that element alone") {
    std::string words = "Saving…";
    Viewing viewing([&](Ui& ui) {
        text(ui, {10, 10, 300, 20}, words);
        button(ui, {10, 40, 100, 32}, "b", "Undo");
    });
    words = "Saved";
    const Patch patch = viewing.frame();
    CHECK(count_ops(patch, PatchOp::upsert) == 1);
    CHECK(count_ops(patch, PatchOp::children) == 0);
    CHECK(patch.text == "Saved");
}

TEST_CASE("what is no longer shown is removed, children first") {
    bool shown = true;
    Viewing viewing([&](Ui& ui) {
        if (!shown) return;
        begin_group(ui, Role::group, "g", "Group", {0, 0, 100, 100});
        text(ui, {0, 0, 50, 20}, "Inside");
        end_group(ui);
    });
    const std::uint32_t group = viewing.get(Role::group, "Group").id, inside = viewing.get(Role::text, "Inside").id;
    shown = false;
    const Patch patch = viewing.frame();
    REQUIRE(count_ops(patch, PatchOp::remove) == 2);
    CHECK(static_cast<std::uint32_t>(patch.words[1]) == inside);
    CHECK(static_cast<std::uint32_t>(patch.words[3]) == group);
}

TEST_CASE("scrolling moves nothing but the scroll position") {
    int pressed = -1;
    Viewing viewing([&](Ui& ui) { many_rows(ui, 30, pressed); });
    const Node* scroll = nullptr;
    for (const Node& node : viewing.collector.nodes())
        if ((node.state & state_scrolls) != 0) scroll = &node;
    REQUIRE(scroll != nullptr);
    CHECK(scroll->scroll_max_y == doctest::Approx(30 * 40 - 400));
    viewing.collector.request(ScrollRequest{scroll->id, 0, 200});
    const Patch patch = viewing.frame();
    CHECK(count_ops(patch, PatchOp::upsert) == 0);
    CHECK(count_ops(patch, PatchOp::scroll) == 0); // it is known there already
    viewing.settle();
    const Node* row = viewing.find(Role::button, "Act on 10");
    REQUIRE(row != nullptr);
    CHECK(row->box.y == doctest::Approx(400));
    CHECK(viewing.absolute(*row).y == doctest::Approx(200));
}

TEST_CASE("elements that are scrolled out of sight keep their names and can be activated") {
    int pressed = -1;
    Viewing viewing([&](Ui& ui) { many_rows(ui, 30, pressed); });
    viewing.activate(viewing.get(Role::button, "Act on 28"));
    CHECK(pressed == 28);
}

TEST_CASE("repeated words get ids of their own, and keep them") {
    int count = 3;
    Viewing viewing([&](Ui& ui) {
        for (int i = 0; i < count; ++i) text(ui, {0, static_cast<float>(i) * 20, 100, 20}, "None");
    });
    const std::vector<Node> before = viewing.collector.nodes();
    REQUIRE(before.size() == 3);
    CHECK(before[0].id != before[1].id);
    CHECK(before[1].id != before[2].id);
    count = 4;
    viewing.settle();
    for (std::size_t i = 0; i < 3; ++i) CHECK(viewing.collector.nodes()[i].id == before[i].id);
}

TEST_CASE("a request for what is gone is dropped after a while") {
    Viewing viewing([](Ui& ui) { text(ui, {0, 0, 50, 20}, "Only words"); });
    viewing.collector.request(ActivateRequest{12345});
    viewing.collector.request(EditRequest{12345, "x", true, 0, 0});
    for (int i = 0; i < 12; ++i) viewing.frame();
    CHECK_FALSE(viewing.collector.pending());
}

TEST_CASE("a focus asked for is taken, shown, and not told back") {
    int pressed = -1;
    Viewing viewing([&](Ui& ui) { many_rows(ui, 3, pressed); });
    const Node& node = viewing.get(Role::button, "Act on 1");
    viewing.collector.request(FocusRequest{node.id, true});
    CHECK(count_ops(viewing.frame(), PatchOp::focus) == 0);
    CHECK(ImGui::GetCurrentContext()->NavId == node.id);
    CHECK(ImGui::GetCurrentContext()->NavCursorVisible);
    viewing.press(ImGuiKey_Space);
    CHECK(pressed == 1);
}

TEST_CASE("a focus moved by keys is told") {
    int pressed = -1;
    Viewing viewing([&](Ui& ui) { many_rows(ui, 3, pressed); });
    viewing.collector.request(FocusRequest{viewing.get(Role::button, "Act on 0").id, true});
    viewing.settle();
    ImGui::GetIO().AddKeyEvent(ImGuiKey_DownArrow, true);
    viewing.frame();
    ImGui::GetIO().AddKeyEvent(ImGuiKey_DownArrow, false);
    const Patch patch = viewing.frame();
    CHECK(count_ops(patch, PatchOp::focus) == 1);
    CHECK(ImGui::GetCurrentContext()->NavId == viewing.get(Role::button, "Act on 1").id);
}

TEST_CASE("Tab goes through the whole page, into scrolled parts and out of them") {
    Viewing viewing([](Ui& ui) {
        button(ui, {0, 0, 100, 32}, "first", "First");
        Rect inside = begin_scroll(ui, "s", {0, 40, 200, 100});
        button(ui, inside.with_height(32), "second", "Second");
        end_scroll(ui, inside.y + 32);
        button(ui, {0, 200, 100, 32}, "third", "Third");
    });
    for (const std::string_view name : {"First", "Second", "Third", "First"}) {
        viewing.press(ImGuiKey_Tab);
        CHECK(ImGui::GetCurrentContext()->NavId == viewing.get(Role::button, name).id);
    }
}
