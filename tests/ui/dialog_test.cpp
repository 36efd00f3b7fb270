#include "viewing.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <doctest/doctest.h>

#include <string>

using namespace desk::ui;

namespace {

struct Page {
    bool open = false;
    int behind = 0, kept = 0;

    void draw(Ui& ui) {
        behind += button(ui, {10, 10, 200, 32}, "other", "Other") ? 1 : 0;
        if (button(ui, {10, 50, 200, 32}, "cancel", "Cancel release")) open = true;
        if (!open) return;
        Dialog d = begin_dialog(ui, "sure", "Cancel release?");
        Rect c = d.content;
        c.cut_top(text_wrapped(ui, c, "Its history stays."), 12);
        if (button(ui, c.cut_top(32), "keep", "Keep release") || d.close_asked) open = false, ++kept;
        end_dialog(ui, c.y);
    }
};

} // namespace

TEST_CASE("a dialog is modal, above the page, and takes the focus") {
    Page page;
    Viewing viewing([&](Ui& ui) { page.draw(ui); });
    viewing.activate(viewing.get(Role::button, "Cancel release"));
    REQUIRE(page.open);
    const Node& dialog = viewing.get(Role::dialog, "Cancel release?");
    CHECK((dialog.state & state_modal) != 0);
    CHECK(dialog.parent == 0);
    CHECK(dialog.order > 0);
    CHECK(dialog.box.w == 440);
    CHECK(ImGui::GetCurrentContext()->NavId == viewing.get(Role::button, "Keep release").id);
    viewing.click(50, 20);
    CHECK(page.behind == 0);
}

TEST_CASE("Escape asks a dialog to close, and the focus goes back") {
    Page page;
    Viewing viewing([&](Ui& ui) { page.draw(ui); });
    const std::uint32_t opener = viewing.get(Role::button, "Cancel release").id;
    viewing.collector.request(FocusRequest{opener, true});
    viewing.settle();
    viewing.press(ImGuiKey_Enter);
    REQUIRE(page.open);
    viewing.press(ImGuiKey_Escape);
    CHECK_FALSE(page.open);
    CHECK(page.kept == 1);
    CHECK(viewing.find(Role::dialog, "Cancel release?") == nullptr);
    CHECK(ImGui::GetCurrentContext()->NavId == opener);
    viewing.click(50, 20);
    CHECK(page.behind == 1);
}

TEST_CASE("a dialog is as high as its content") {
    Page page;
    page.open = true;
    Viewing viewing([&](Ui& ui) { page.draw(ui); });
    const Node& dialog = viewing.get(Role::dialog, "Cancel release?");
    const Node& last = viewing.get(Role::button, "Keep release");
    CHECK(dialog.box.h == doctest::Approx(last.box.y + last.box.h + 16));
    CHECK(dialog.box.y == doctest::Approx((800 - dialog.box.h) / 2).epsilon(0.01));
}

TEST_CASE("a list inside a dialog opens above it and leaves it open") {
    int chosen = 0;
    bool open = true;
    Viewing viewing([&](Ui& ui) {
        if (!open) return;
        Dialog d = begin_dialog(ui, "d", "Which one?");
        constexpr std::string_view options[] = {"One", "Two"};
        if (const int i = select(ui, d.content, "s", "Number", options, chosen); i >= 0) chosen = i;
        open = !d.close_asked;
        end_dialog(ui, d.content.y + 60);
    });
    viewing.activate(viewing.get(Role::combobox, "Number"));
    CHECK(viewing.get(Role::group, "Choices").order > viewing.get(Role::dialog, "Which one?").order);
    viewing.press(ImGuiKey_Escape);
    CHECK(viewing.find(Role::listbox, "Number") == nullptr);
    CHECK(open);
    viewing.activate(viewing.get(Role::combobox, "Number"));
    viewing.activate(viewing.get(Role::option, "Two"));
    CHECK(chosen == 1);
    CHECK(open);
}

TEST_CASE("what is longer than the view scrolls between the title and the foot, which stay") {
    bool open = true;
    Viewing viewing([&](Ui& ui) {
        if (!open) return;
        LongDialog d = begin_long_dialog(ui, "d", "Which ones?", 32);
        Rect c = d.dialog.content;
        for (int i = 0; i < 40; ++i) {
            const IdScope scope(i);
            button(ui, c.cut_top(32, 8), "b", "Button " + std::to_string(i));
        }
        Rect foot = end_long_content(ui, d, c.y);
        open = !button(ui, foot, "close", "Close") && !d.dialog.close_asked;
        end_long_dialog(ui, d);
    });
    viewing.resize(390, 500);
    const Box dialog = viewing.absolute(viewing.get(Role::dialog, "Which ones?"));
    CHECK(dialog.y >= 0);
    CHECK(dialog.y + dialog.h <= 500);
    const Box close = viewing.absolute(viewing.get(Role::button, "Close"));
    CHECK(close.y + close.h <= dialog.y + dialog.h);
    viewing.collector.request(FocusRequest{viewing.get(Role::button, "Button 39").id, true});
    viewing.settle();
    viewing.press(ImGuiKey_PageUp);
    const float before = viewing.absolute(viewing.get(Role::button, "Button 0")).y;
    viewing.press(ImGuiKey_PageDown);
    CHECK(viewing.absolute(viewing.get(Role::button, "Button 0")).y < before);
    const Box after = viewing.absolute(viewing.get(Role::button, "Close"));
    CHECK(after.y == close.y);
    viewing.activate(viewing.get(Role::button, "Close"));
    CHECK_FALSE(open);
}

TEST_CASE("a menu that a pointer opened shows no ring, one that a key opened does") {
    constexpr MenuItem items[] = {{"Waive"}, {"Note"}};
    Viewing viewing([&](Ui& ui) { menu(ui, {10, 10, 32, 32}, "more", Icon::more, "More", items); });
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    viewing.click(20, 20);
    REQUIRE(viewing.find(Role::button, "Waive") != nullptr);
    CHECK(g.NavId == viewing.get(Role::button, "Waive").id);
    CHECK_FALSE(g.NavCursorVisible);
    viewing.press(ImGuiKey_Escape);
    REQUIRE(viewing.find(Role::button, "Waive") == nullptr);
    viewing.collector.request(FocusRequest{viewing.get(Role::button, "More").id, true});
    viewing.settle();
    viewing.press(ImGuiKey_Enter);
    CHECK(g.NavId == viewing.get(Role::button, "Waive").id);
    CHECK(g.NavCursorVisible);
}
