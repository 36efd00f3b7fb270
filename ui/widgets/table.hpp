// Tables and lists whose rows are targets. Long ones record and draw only the rows around the visible part; the others
// exist by number (aria-rowcount), so 10,000 rows cost what 40 do.
//
//     Table t = begin_table(ui, rect, "releases", "Releases", columns, count);
//     for (int i : t.rows)
//         if (RowResult r = begin_row(ui, t, i, keys[i], names[i]); r.visible) {
//             text(ui, begin_cell(ui, t, 0), names[i], {.silent = true});
//             end_cell(ui, t);
//             …
//             if (r.pressed) …;
//             end_row(ui, t);
//         }
//     end_table(ui, t);
#pragma once

#include "ui/widgets/text.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace desk::ui {

struct Column {
    std::string_view name = {}; // of the head; empty: no words there
    float width = 0;            // 0: shares what is left
    float share = 1;            // of what is left, if width is 0
    Align align = Align::left;
};

struct TableOptions {
    float row_height = 40;
    bool head = true;
    float column_gap = 12;
    float padding = 12; // left and right
    bool card = true;   // draws surface, border, hairlines
};

struct Table {
    std::vector<int> rows; // the indices to submit, ascending
    Rect box;              // whole table
    float bottom = 0;      // its lower edge
    // private to table.cpp
    std::uint32_t id = 0;
    int count = 0;
    int first = 0, last = 0, focused = -1; // the rows that are drawn
    TableOptions options;
    std::vector<Rect> columns; // x and w
    std::vector<Align> aligns;
    Rect row;
    int row_index = 0;
    std::uint32_t row_node = 0, first_cell = 0;
    bool row_link = false, focus_was_alive = false;
};

// The table starts at the rectangle's x, y and width and is as high as its rows need: put it into begin_scroll.
Table begin_table(Ui&, Rect, Id, std::string_view name, std::span<const Column>, int row_count,
                  const TableOptions& = {});
void end_table(Ui&, Table&);
Rect row_box(const Table&, int index); // where the row stands, be it drawn or not
float table_height(int row_count, const TableOptions& = {});

struct RowOptions {
    bool selected = false;
    bool bar = false;   // the accent bar alone: what can be done now
    bool target = true; // the row can be pressed: a link over the whole row, named by `name`, stands in its first cell
    std::string_view description = {};
};

struct RowResult {
    bool visible = false; // else the row is recorded by name alone: no cells, no end_row
    bool pressed = false;
    bool hovered = false;
    Rect box;
};

// `key` is stable for the row's thing whatever its place; `name` is all that the row says, in the order of its cells.
// If the row is a target, draw the words of its first cell with silent text.
RowResult begin_row(Ui&, Table&, int index, Id key, std::string_view name, const RowOptions& = {});
void end_row(Ui&, Table&);
// The inside of a cell, row high. Whatever is recorded until end_cell belongs to it.
Rect begin_cell(Ui&, Table&, int column);
void end_cell(Ui&, Table&);

// Rows of any height in a begin_group of Role::list (phone, requirements, activity). Draws hover and selected fill and
// the accent bar; hairlines are the view's. Pairs like begin_row, except that it is always ended.
RowResult begin_list_row(Ui&, Rect, Id key, std::string_view name, const RowOptions& = {});
void end_list_row(Ui&);

} // namespace desk::ui
