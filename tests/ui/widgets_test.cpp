#include "viewing.hpp"

#include "ui/widgets/session.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace desk::ui;
using namespace std::string_view_literals;

TEST_CASE("a button is pressed by pointer and by request") {
    int pressed = 0;
    Viewing viewing([&](Ui& ui) { pressed += button(ui, {10, 10, 120, 32}, "b", "Start staging") ? 1 : 0; });
    viewing.click(50, 20);
    CHECK(pressed == 1);
    viewing.activate(viewing.get(Role::button, "Start staging"));
    CHECK(pressed == 2);
}

TEST_CASE("a button that cannot act yet can still be pressed, and says why") {
    int pressed = 0;
    Viewing viewing([&](Ui& ui) {
        const ButtonOptions o{.kind = ButtonKind::primary, .locked = true, .description = "3 things are missing"};
        pressed += button(ui, {10, 10, 160, 32}, "b", "Start staging", o) ? 1 : 0;
    });
    const Node& node = viewing.get(Role::button, "Start staging");
    CHECK((node.state & state_disabled) == 0);
    CHECK(node.description == "3 things are missing");
    viewing.activate(node);
    CHECK(pressed == 1);
}

TEST_CASE("a disabled button is told as such and is not pressed") {
    int pressed = 0;
    Viewing viewing([&](Ui& ui) {
        pressed += button(ui, {10, 10, 160, 32}, "b", "Merge", {.disabled = true}) ? 1 : 0;
    });
    CHECK((viewing.get(Role::button, "Merge").state & state_disabled) != 0);
    viewing.click(50, 20);
    viewing.activate(viewing.get(Role::button, "Merge"));
    CHECK(pressed == 0);
}

TEST_CASE("names are what people wrote, whatever they wrote") {
    const std::string_view odd = "Release ##1 ###2 %s";
    Viewing viewing([&](Ui& ui) {
        button(ui, {10, 10, 300, 32}, "b", odd);
        link(ui, {10, 50, 300, 32}, "l", odd);
        text(ui, {10, 90, 300, 20}, odd);
    });
    CHECK(viewing.find(Role::button, odd) != nullptr);
    CHECK(viewing.find(Role::link, odd) != nullptr);
    CHECK(viewing.find(Role::text, odd) != nullptr);
}

TEST_CASE("words that are too wide for their place end in dots, after a whole character, within it") {
    Viewing viewing([](Ui&) {});
    viewing.settle();
    Ui& ui = viewing.ui();
    for (const std::string_view words : {"Result: link or note"sv, "äöüÄÖÜäöüÄÖÜ"sv}) {
        const float whole = text_width(ui, words);
        CHECK(shortened(ui, words, whole) == words);
        for (float width = 40; width < whole; width += 7) {
            const std::string cut = shortened(ui, words, width);
            REQUIRE(cut.ends_with("…"));
            const std::string kept = cut.substr(0, cut.size() - 3);
            CHECK(words.starts_with(kept));
            CHECK((static_cast<unsigned char>(words[kept.size()]) & 0xC0) != 0x80); // the cut is before a character
            CHECK(text_width(ui, cut) <= width);
        }
    }
}

TEST_CASE("a line does not end inside a version, a number or an address") {
    Viewing viewing([](Ui&) {});
    viewing.settle();
    Ui& ui = viewing.ui();
    const auto lines = [&](std::string_view words, std::string_view broken_after) {
        std::vector<std::string> all;
        const float width = text_width(ui, words.substr(0, words.find(broken_after) + broken_after.size()));
        each_line(ui, words, width, TextSize::body, Weight::regular,
                  [&](std::string_view line) { all.emplace_back(line); });
        return all;
    };
    using Lines = std::vector<std::string>;
    CHECK(lines("It goes back to 4.1.3 now", "4.1.") == Lines{"It goes back to", "4.1.3 now"});
    CHECK(lines("It takes about 2,5 h", "2,") == Lines{"It takes about", "2,5 h"});
    CHECK(lines("Look at a.example now", "a.") == Lines{"Look at", "a.example", "now"});
    CHECK(lines("One ends. Another begins", "ends.") == Lines{"One ends.", "Another", "begins"});
    CHECK(lines("4.1.3.2.1", "4.1.") == Lines{"4.1.", "3.2.", "1"}); // there is no other place
}

TEST_CASE("a name that is cut is recorded whole") {
    Viewing viewing([](Ui& ui) {
        text_ellipsis(ui, {10, 10, 60, 20}, "A subtitle that is far too long for its place");
    });
    CHECK(viewing.get(Role::text, "A subtitle that is far too long for its place").box.w <= 60);
}

TEST_CASE("words of several looks break into lines together, and are one text") {
    const auto spans = desk::markdown_spans("**Saved carts**: keep `five` [carts](https://a.example) for ninety days");
    Viewing viewing([&](Ui& ui) { text_spans(ui, {10, 10, 160, 0}, spans, {}, true); });
    const Node& node = viewing.get(Role::text, "Saved carts: keep five carts (https://a.example) for ninety days");
    const float line = line_height(TextSize::body);
    CHECK(node.box.h > line);
    Ui& ui = viewing.ui();
    CHECK(text_spans(ui, {0, 0, 160, 0}, spans, {}, false) == node.box.h);
    CHECK(text_spans(ui, {0, 0, 2000, 0}, spans, {}, false) == line);
    // A word that no line can hold is broken; it does not run out of the rectangle.
    const auto broken = desk::markdown_spans("**See** https://a.example/" + std::string(200, 'x'));
    CHECK(text_spans(ui, {0, 0, 160, 0}, broken, {}, false) > 5 * line);
    CHECK(text_spans(ui, {0, 0, 0.5F, 0}, broken, {}, false) > 0);
    CHECK(text_spans(ui, {0, 0, 160, 0}, {}, {}, false) == line);
}

TEST_CASE("text breaks into lines, and a line feed breaks too") {
    Viewing viewing([](Ui&) {});
    Ui& ui = viewing.ui();
    const float width = text_width(ui, "one two") + 1;
    CHECK(wrapped_height(ui, "one two", width) == 20);
    CHECK(wrapped_height(ui, "one two three", width) == 40);
    CHECK(wrapped_height(ui, "one\n\ntwo", width) == 60);
    CHECK(wrapped_height(ui, "", width) == 20);
}

TEST_CASE("a checkbox is only asked to change") {
    int asked = 0;
    bool checked = false;
    Viewing viewing([&](Ui& ui) { asked += checkbox(ui, {10, 10, 200, 32}, "c", "Backup taken", checked) ? 1 : 0; });
    viewing.activate(viewing.get(Role::checkbox, "Backup taken"));
    CHECK(asked == 1);
    CHECK((viewing.get(Role::checkbox, "Backup taken").state & state_checked) == 0);
    checked = true;
    viewing.settle();
    CHECK((viewing.get(Role::checkbox, "Backup taken").state & state_checked) != 0);
}

TEST_CASE("one of several: segments, lists, tabs, chips") {
    constexpr std::array labels{"Go"sv, "No-go"sv, "Abstain"sv};
    constexpr std::array sections{TabChoice{"Overview"}, TabChoice{"Readiness", "7/10"}};
    int segment = 0, tab = 0;
    bool filter = false;
    Viewing viewing([&](Ui& ui) {
        if (const int i = segmented(ui, {10, 10, 300, 32}, "vote", "Vote", labels, segment); i >= 0) segment = i;
        if (const int i = tabs(ui, {10, 50, 600, 40}, "tabs", "Sections", sections, tab); i >= 0) tab = i;
        if (chip(ui, {10, 100, 100, 28}, "chip", "Needs me", filter, {.count = "3"})) filter = !filter;
    });
    viewing.activate(viewing.get(Role::radio, "No-go"));
    CHECK(segment == 1);
    CHECK((viewing.get(Role::radio, "No-go").state & state_checked) != 0);
    viewing.activate(viewing.get(Role::tab, "Readiness 7/10"));
    CHECK(tab == 1);
    CHECK((viewing.get(Role::tab, "Readiness 7/10").state & state_selected) != 0);
    viewing.activate(viewing.get(Role::button, "Needs me 3"));
    CHECK(filter);
    CHECK((viewing.get(Role::button, "Needs me 3").state & (state_toggle | state_checked)) ==
          (state_toggle | state_checked));
}

TEST_CASE("tabs without room go into a menu, the chosen one stays") {
    std::vector<TabChoice> sections;
    for (const std::string_view name :
         {"Overview", "Readiness", "Checklist", "Decision", "Notes", "Incident", "History"})
        sections.push_back({.label = name});
    int tab = 6;
    Viewing viewing([&](Ui& ui) {
        if (const int i = tabs(ui, {10, 50, 320, 40}, "tabs", "Sections", sections, tab); i >= 0) tab = i;
    });
    CHECK(viewing.find(Role::tab, "History") != nullptr);
    CHECK(viewing.find(Role::tab, "Notes") == nullptr);
    viewing.activate(viewing.get(Role::button, "More"));
    viewing.activate(viewing.get(Role::button, "Notes"));
    CHECK(tab == 4);
    CHECK(viewing.find(Role::tab, "Notes") != nullptr);
}

TEST_CASE("a list opens below its field, answers once, and closes") {
    constexpr std::array options{"Patch"sv, "Minor"sv, "Major"sv};
    int chosen = 0, answers = 0;
    Viewing viewing([&](Ui& ui) {
        if (const int i = select(ui, {10, 10, 200, 0}, "type", "Type", options, chosen); i >= 0) chosen = i, ++answers;
    });
    CHECK(viewing.get(Role::combobox, "Type").value == "Patch");
    CHECK(viewing.find(Role::listbox, "Type") == nullptr);
    viewing.activate(viewing.get(Role::combobox, "Type"));
    const Node& list = viewing.get(Role::listbox, "Type");
    const Node& around = viewing.get(Role::group, "Choices");
    CHECK(around.parent == 0);
    CHECK(around.order > 0);
    CHECK(list.parent == around.id);
    CHECK(viewing.get(Role::combobox, "Type").controls == list.id);
    CHECK((viewing.get(Role::combobox, "Type").state & state_expanded) != 0);
    CHECK((viewing.get(Role::option, "Patch").state & state_selected) != 0);
    viewing.activate(viewing.get(Role::option, "Major"));
    CHECK(chosen == 2);
    CHECK(answers == 1);
    CHECK(viewing.find(Role::listbox, "Type") == nullptr);
    CHECK(viewing.get(Role::combobox, "Type").value == "Major");
}

TEST_CASE("the stepper names the present phase") {
    const Step steps[] = {{"Draft", StepState::done}, {"Preparing", StepState::present}, {"Staging"}};
    Viewing viewing([&](Ui& ui) { stepper(ui, {10, 10, 600, 32}, "s", "Phases", steps); });
    CHECK((viewing.get(Role::list_item, "Preparing, now").state & state_current) != 0);
    CHECK(viewing.find(Role::list_item, "Draft, done") != nullptr);
}

TEST_CASE("a toast lies above the page and its button works") {
    int undone = 0, below = 0;
    Viewing viewing([&](Ui& ui) {
        below += button(ui, {0, 0, 1280, 800}, "page", "Page") ? 1 : 0;
        undone += toast(ui, "toast", {.words = "Marked done", .action = "Undo"}).action ? 1 : 0;
    });
    const Box box = viewing.absolute(viewing.get(Role::button, "Undo"));
    viewing.click(box.x + box.w / 2, box.y + box.h / 2);
    CHECK(undone == 1);
    CHECK(below == 0);
}

TEST_CASE("what scrolls outside of all that is seen asks for no frames") {
    Viewing viewing([](Ui& ui) {
        begin_region(ui, Role::main, "main", "Main", {0, 0, 200, 100});
        Rect body = begin_scroll(ui, "scroll", {0, 400, 200, 100});
        body.cut_top(text_wrapped(ui, body, "Words"));
        end_scroll(ui, body.y + 500);
        end_region(ui);
    });
    CHECK(wants_frame(viewing.ui()) < 0); // Viewing::settle fails where it never ends
}

TEST_CASE("words tell how they look, so that a selection lies on them") {
    Viewing viewing([](Ui& ui) {
        text(ui, {10, 10, 300, 20}, "Evidence", {.size = TextSize::small});
        heading(ui, {10, 40, 300, 28}, 1, "Checkout 4.2.0");
        text(ui, {10, 80, 300, 20}, "Last", {.weight = Weight::strong, .align = Align::right});
        icon_text(ui, {10, 120, 300, 20}, Icon::check, "Met");
    });
    const auto look = [&](Role role, const char* words) {
        const Node& node = viewing.get(role, words);
        return std::array<int, 2>{node.count, node.maximum};
    };
    CHECK(look(Role::text, "Evidence") == std::array<int, 2>{12, 400});
    CHECK(look(Role::heading, "Checkout 4.2.0") == std::array<int, 2>{22, 600});
    CHECK(look(Role::text, "Last") == std::array<int, 2>{14, 600});
    CHECK(viewing.get(Role::text, "Last").level == static_cast<int>(Align::right));
    CHECK(viewing.get(Role::text, "Met").box.w == doctest::Approx(text_width(viewing.ui(), "Met")).epsilon(0.02));
}

TEST_CASE("a finger hits 44 pixels, however small a control is drawn") {
    int pressed = 0;
    Viewing viewing([&](Ui& ui) { pressed += link(ui, {100, 100, 100, 20}, "l", "Go there", {}) ? 1 : 0; });
    viewing.click(110, 92);
    CHECK(pressed == 0);
    viewing.resize(390, 844);
    viewing.click(110, 92);
    CHECK(pressed == 1);
    CHECK(viewing.get(Role::link, "Go there").box.h == 44);
}

TEST_CASE("a chip whose label has no room in one line is higher, and keeps all of its words") {
    Viewing viewing([](Ui& ui) {
        const char* words = "Keep waived, as Ana Souza said on this copy at 13:52";
        const float high = chip_height(ui, words, true, 140);
        CHECK(high > chip_height(ui));
        CHECK(chip_height(ui, "Keep", true, 140) == chip_height(ui));
        chip(ui, {10, 10, 140, high}, "c", words, true);
    });
    CHECK(viewing.get(Role::button, "Keep waived, as Ana Souza said on this copy at 13:52").box.h > 28);
}
