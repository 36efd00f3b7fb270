#include "viewing.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <doctest/doctest.h>

using namespace desk::ui;

namespace {

struct Field {
    explicit Field(bool several_lines = false, std::string start = "4.2.0")
        : area(several_lines), text(std::move(start)) {}

    bool area;
    std::string text;
    FieldResult last;
    int changes = 0, commits = 0, cancels = 0;

    void draw(Ui& ui) {
        last = area ? text_area(ui, {10, 10, 200, 0}, "f", "Version", text)
                    : text_field(ui, {10, 10, 200, 0}, "f", "Version", text);
        changes += last.changed ? 1 : 0;
        commits += last.committed ? 1 : 0;
        cancels += last.cancelled ? 1 : 0;
        presses += button(ui, {10, 300, 100, 32}, "b", "Elsewhere") ? 1 : 0;
    }
    int presses = 0;
};

// A button that is drawn before the field.
struct Form {
    explicit Form(bool several_lines) : field(several_lines) {}
    Field field;
    int presses = 0;
    void draw(Ui& ui) {
        presses += button(ui, {300, 300, 100, 32}, "before", "Before") ? 1 : 0;
        field.draw(ui);
    }
};

// The selection that the last `edit` op told, if any.
struct Told {
    bool any = false;
    std::uint32_t id = 0;
    int anchor = 0, caret = 0;
};
Told told(const Patch& patch) {
    Told t;
    if (count_ops(patch, PatchOp::edit) > 0) { // always the last one
        const std::size_t at = patch.words.size() - 4;
        t = {true, static_cast<std::uint32_t>(patch.words[at + 1]), patch.words[at + 2], patch.words[at + 3]};
    }
    return t;
}

} // namespace

TEST_CASE("one click leaves a field that is edited and presses what it is on, drawn before the field or after it") {
    for (const bool area : {false, true}) {
        CAPTURE(area);
        Form form{area};
        Viewing viewing([&](Ui& ui) { form.draw(ui); });
        viewing.click(40, 50);
        CHECK(form.field.last.focused);
        viewing.type("x");
        viewing.click(340, 316);
        CHECK(form.presses == 1);
        CHECK(form.field.commits == 1);
        viewing.click(40, 50);
        viewing.click(60, 316);
        CHECK(form.field.presses == 1);
    }
}

TEST_CASE("a field that is not active takes a text from outside and counts it as done") {
    for (const bool area : {false, true}) {
        CAPTURE(area);
        Field field{area};
        Viewing viewing([&](Ui& ui) { field.draw(ui); });
        viewing.edit(viewing.get(Role::text_field, "Version"), "5.0.0", 5, 5);
        CHECK(field.text == "5.0.0");
        CHECK(field.changes == 1);
        CHECK(field.commits == 1);
        CHECK(viewing.get(Role::text_field, "Version").value == "5.0.0");
    }
}

TEST_CASE("the mirrored field is the editor: text and selection of characters beyond the basic plane") {
    for (const bool area : {false, true}) {
        CAPTURE(area);
        Field field{area};
        Viewing viewing([&](Ui& ui) { field.draw(ui); });
        const std::uint32_t id = viewing.get(Role::text_field, "Version").id;
        viewing.collector.request(FocusRequest{id, true});
        viewing.settle();
        REQUIRE(field.last.focused);
        viewing.collector.request(EditRequest{id, "a😀é日", true, 1, 3}); // the emoji is selected
        const Patch patch = viewing.frame();
        CHECK(field.text == "a😀é日");
        CHECK_FALSE(told(patch).any); // it is known there already
        CHECK(field.changes == 1);
        CHECK(field.commits == 0);
        viewing.type("x");
        CHECK(field.text == "axé日");
        viewing.collector.request(BlurRequest{id});
        viewing.settle();
        CHECK_FALSE(field.last.focused);
        CHECK(field.commits == 1);
    }
}

TEST_CASE("the selection is told in UTF-16 units") {
    for (const bool area : {false, true}) {
        CAPTURE(area);
        Field field{area, "😀😀"};
        Viewing viewing([&](Ui& ui) { field.draw(ui); });
        const std::uint32_t id = viewing.get(Role::text_field, "Version").id;
        viewing.activate(viewing.get(Role::text_field, "Version"));
        REQUIRE(field.last.focused);
        viewing.collector.request(EditRequest{id, "", false, 4, 4});
        viewing.settle();
        ImGui::GetIO().AddKeyEvent(ImGuiKey_LeftArrow, true);
        const Told t = told(viewing.frame());
        ImGui::GetIO().AddKeyEvent(ImGuiKey_LeftArrow, false);
        CHECK(t.any);
        CHECK(t.id == id);
        CHECK(t.anchor == 2);
        CHECK(t.caret == 2);
    }
}

TEST_CASE("typing, Enter and Escape") {
    Field field;
    Viewing viewing([&](Ui& ui) { field.draw(ui); });
    viewing.click(100, 45);
    REQUIRE(field.last.focused);
    viewing.press(ImGuiKey_End);
    viewing.type("-rc");
    CHECK(field.text == "4.2.0-rc");
    CHECK(viewing.get(Role::text_field, "Version").value == "4.2.0-rc");
    viewing.press(ImGuiKey_Enter);
    CHECK(field.commits == 1);
    viewing.click(100, 45);
    viewing.type("zz");
    viewing.press(ImGuiKey_Escape);
    CHECK(field.text == "4.2.0-rc");
    CHECK(field.cancels == 1);
    CHECK(field.commits == 1);
}

TEST_CASE("an area takes lines, moves between them, undoes, and finishes with Ctrl+Enter") {
    Field field{true, ""};
    Viewing viewing([&](Ui& ui) { field.draw(ui); });
    viewing.click(100, 60);
    REQUIRE(field.last.focused);
    viewing.type("one");
    viewing.press(ImGuiKey_Enter);
    viewing.type("two");
    CHECK(field.text == "one\ntwo");
    viewing.press(ImGuiKey_UpArrow);
    viewing.type("!");
    CHECK(field.text == "one!\ntwo");
    viewing.press(ImGuiKey_Z, true);
    CHECK(field.text != "one!\ntwo");
    viewing.press(ImGuiKey_Y, true);
    CHECK(field.text == "one!\ntwo");
    viewing.press(ImGuiKey_A, true);
    viewing.press(ImGuiKey_Delete);
    CHECK(field.text.empty());
    viewing.type("done");
    viewing.press(ImGuiKey_Enter, true);
    CHECK(field.commits == 1);
    CHECK(field.text == "done");
    CHECK_FALSE(field.last.focused);
}

TEST_CASE("an area grows with its text, to a limit") {
    Viewing viewing([](Ui&) {});
    Ui& ui = viewing.ui();
    const float three = area_height(ui, 200, "one");
    CHECK(area_height(ui, 200, "1\n2\n3\n4\n5") == three + 40);
    CHECK(area_height(ui, 200, "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11") == three + 100);
}

TEST_CASE("leaving a changed field finishes it, leaving an unchanged one does not") {
    for (const bool area : {false, true}) {
        CAPTURE(area);
        Field field{area};
        Viewing viewing([&](Ui& ui) { field.draw(ui); });
        viewing.click(100, 45);
        REQUIRE(field.last.focused);
        viewing.press(ImGuiKey_Tab);
        CHECK_FALSE(field.last.focused);
        CHECK(field.commits == 0);
        viewing.click(100, 45);
        viewing.type("x");
        viewing.press(ImGuiKey_Tab);
        CHECK(field.commits == 1);
        CHECK(ImGui::GetCurrentContext()->NavId == viewing.get(Role::button, "Elsewhere").id);
    }
}

TEST_CASE("what a field needs and what is wrong with it are told") {
    std::string text;
    Viewing viewing([&](Ui& ui) {
        text_field(ui, {10, 10, 200, 0}, "f", "Version", text,
                   {.error = "No leading zero", .required = true, .description = "SemVer"});
    });
    const Node& node = viewing.get(Role::text_field, "Version");
    CHECK((node.state & (state_required | state_invalid)) == (state_required | state_invalid));
    CHECK(node.description == "No leading zero. SemVer");
}

TEST_CASE("a second click in an area selects a word, a third one its line") {
    Field field{true, "one two\nthree"};
    Viewing viewing([&](Ui& ui) { field.draw(ui); });
    const float y = field.last.box.y + 16;
    for (int i = 0; i < 2; ++i) viewing.click(24, y);
    viewing.type("x");
    CHECK(field.text == "x two\nthree");
    for (int i = 0; i < 3; ++i) viewing.click(30, y + 20);
    viewing.type("y");
    CHECK(field.text == "x two\ny");
}

TEST_CASE("a field says what a soft keyboard should offer") {
    std::string text;
    Viewing viewing([&](Ui& ui) {
        text_field(ui, {10, 10, 200, 0}, "a", "Your name", text, {.kind = FieldKind::name});
        text_field(ui, {10, 90, 200, 0}, "b", "Version", text, {.kind = FieldKind::exact});
    });
    CHECK(viewing.get(Role::text_field, "Your name").level == static_cast<int>(FieldKind::name));
    CHECK(viewing.get(Role::text_field, "Version").level == static_cast<int>(FieldKind::exact));
}
