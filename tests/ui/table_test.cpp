#include "viewing.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace desk::ui;

namespace {

constexpr Column columns_of_test[] = {{"Release"}, {"Owner", 120}, {"", 60}};

struct Portfolio {
    int count = 1000;
    int opened = -1, pinged = -1;

    void draw(Ui& ui) {
        Rect body = begin_scroll(ui, "scroll", {0, 0, 800, 600}, "Portfolio");
        Table t = begin_table(ui, body, "releases", "Releases", columns_of_test, count);
        for (const int i : t.rows) {
            const std::string name = "Release " + std::to_string(i);
            if (const RowResult r = begin_row(ui, t, i, name, name); r.visible) {
                text(ui, begin_cell(ui, t, 0), name, {.silent = true});
                end_cell(ui, t);
                text(ui, begin_cell(ui, t, 1), "Ana");
                end_cell(ui, t);
                if (button(ui, begin_cell(ui, t, 2).inset(0, 4), "ping", "Ping")) pinged = i;
                end_cell(ui, t);
                if (r.pressed) opened = i;
                end_row(ui, t);
            }
        }
        end_table(ui, t);
        end_scroll(ui, t.bottom);
    }
};

int rows_in(const Viewing& viewing) {
    const auto& nodes = viewing.collector.nodes();
    return static_cast<int>(
        std::count_if(nodes.begin(), nodes.end(), [](const Node& n) { return n.role == Role::row; }));
}

} // namespace

TEST_CASE("a long table records the rows around the visible part, and how many there are") {
    Portfolio releases;
    Viewing viewing([&](Ui& ui) { releases.draw(ui); });
    const Node& table = viewing.get(Role::table, "Releases");
    CHECK(table.count == 1001);
    CHECK(table.level == 3);
    CHECK(rows_in(viewing) < 60);
    CHECK(viewing.get(Role::row, "Release 0").level == 2);
    CHECK((viewing.get(Role::row, "Release 0").state & state_virtual) == 0);
    CHECK((viewing.get(Role::row, "Release 25").state & state_virtual) != 0);
    CHECK(viewing.find(Role::row, "Release 500") == nullptr);
    CHECK(viewing.find(Role::link, "Release 25") == nullptr);
}

TEST_CASE("rows keep their ids and order while the table scrolls") {
    Portfolio releases;
    Viewing viewing([&](Ui& ui) { releases.draw(ui); });
    const std::uint32_t id = viewing.get(Role::row, "Release 20").id;
    viewing.collector.request(ScrollRequest{viewing.get(Role::region, "Portfolio").id, 0, 40 * 18});
    viewing.settle();
    CHECK(viewing.get(Role::row, "Release 20").id == id);
    CHECK((viewing.get(Role::row, "Release 20").state & state_virtual) == 0);
    int before = 0;
    for (const Node& node : viewing.collector.nodes())
        if (node.role == Role::row) {
            CHECK(node.level > before);
            before = node.level;
        }
}

TEST_CASE("the whole row opens its thing, and a button on it does its own") {
    Portfolio releases{.count = 5};
    Viewing viewing([&](Ui& ui) { releases.draw(ui); });
    viewing.click(500, 32 + 40 * 2 + 20);
    CHECK(releases.opened == 2);
    CHECK(releases.pinged == -1);
    releases.opened = -1;
    viewing.click(760, 32 + 40 * 3 + 20);
    CHECK(releases.pinged == 3);
    CHECK(releases.opened == -1);
    viewing.activate(viewing.get(Role::link, "Release 4"));
    CHECK(releases.opened == 4);
}

TEST_CASE("a row with the keyboard's focus stays when it is scrolled away") {
    Portfolio releases;
    Viewing viewing([&](Ui& ui) { releases.draw(ui); });
    const std::uint32_t id = viewing.get(Role::link, "Release 3").id;
    viewing.collector.request(FocusRequest{id, true});
    viewing.settle();
    viewing.collector.request(ScrollRequest{viewing.get(Role::region, "Portfolio").id, 0, 20000});
    viewing.settle();
    CHECK(viewing.find(Role::link, "Release 3") != nullptr);
    viewing.press(ImGuiKey_Enter);
    CHECK(releases.opened == 3);
}

TEST_CASE("a table grows without changing the rows that stay") {
    Portfolio releases{.count = 5};
    Viewing viewing([&](Ui& ui) { releases.draw(ui); });
    releases.count = 6;
    const Patch patch = viewing.frame();
    CHECK(count_ops(patch, PatchOp::remove) == 0);
    CHECK(viewing.find(Role::row, "Release 5") != nullptr);
}
