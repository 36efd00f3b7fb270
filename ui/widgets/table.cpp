#include "ui/widgets/table.hpp"

#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"
#include "ui/widgets/surface.hpp"

#include <algorithm>
#include <cmath>

namespace desk::ui {
namespace {

constexpr int whole_up_to = 60; // rows of a table that is recorded and drawn whole, wherever it is scrolled
constexpr int told_around = 24; // rows before and after the visible part that are recorded by name

void lay_columns(Table& t, std::span<const Column> columns) {
    float rest = t.box.w - 2 * t.options.padding - t.options.column_gap * static_cast<float>(columns.size() - 1);
    float shares = 0;
    for (const Column& c : columns) rest -= c.width, shares += c.width > 0 ? 0 : c.share;
    float x = t.box.x + t.options.padding;
    for (const Column& c : columns) {
        const float w = c.width > 0 ? c.width : std::max(0.0F, rest) * c.share / std::max(shares, 0.001F);
        t.columns.push_back({x, 0, w, 0});
        t.aligns.push_back(c.align);
        x += w + t.options.column_gap;
    }
}

float head_height(const TableOptions& o) { return o.head ? metrics::table_head : 0; }

void draw_head(Ui& ui, Table& t, std::span<const Column> columns) {
    const Rect head = t.box.with_height(metrics::table_head);
    if (t.options.card && visible(ui, head)) {
        const Rect r = snap(ui, head);
        draw_list().AddRectFilled(min_of(r), max_of(r), ui.theme->background, metrics::radius_card,
                                  ImDrawFlags_RoundCornersTop);
    }
    Node& row = ui.semantics.add(Role::row, id_of(t.id, "head"), box_of(head), {});
    row.level = 1;
    const std::uint32_t row_id = row.id;
    ui.semantics.open(row_id);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Rect cell{t.columns[i].x, head.y, t.columns[i].w, head.h};
        ui.semantics.add(Role::column_header, ImHashData(&i, sizeof i, row_id), box_of(cell), columns[i].name);
        text(ui, cell, columns[i].name,
             {.size = TextSize::small, .colour = ui.theme->muted, .align = columns[i].align, .silent = true});
    }
    ui.semantics.close();
}

// The rows that touch what is visible now, and one more at each end, so that an arrow key finds the next.
std::pair<int, int> visible_rows(const Table& t, float top) {
    const ImRect& clip = GImGui->CurrentWindow->ClipRect;
    const auto first = static_cast<int>(std::floor((clip.Min.y - top) / t.options.row_height)) - 1;
    const auto last = static_cast<int>(std::ceil((clip.Max.y - top) / t.options.row_height)) + 1;
    return {std::clamp(first, 0, t.count), std::clamp(last, 0, t.count)};
}

void row_look(Ui& ui, Rect box, const RowOptions& o, bool hovered, float bottom_radius) {
    const Theme& t = *ui.theme;
    if (!visible(ui, box)) return;
    const Rect r = snap(ui, box);
    const ImDrawFlags corners = bottom_radius > 0 ? ImDrawFlags_RoundCornersBottom : ImDrawFlags_RoundCornersNone;
    if (o.selected || o.bar || hovered)
        draw_list().AddRectFilled(min_of(r), max_of(r), o.selected || o.bar ? t.selected : t.hover, bottom_radius,
                                  corners);
    if (!o.selected && !o.bar) return;
    // The bar keeps within the rounding of the card: the whole row's shape, cut at three pixels.
    draw_list().PushClipRect(min_of(r), {r.x + metrics::current_bar, r.bottom()}, true);
    draw_list().AddRectFilled(min_of(r), max_of(r), t.accent, bottom_radius, corners);
    draw_list().PopClipRect();
}

// Where the pointer is, whatever lies on the row.
bool pointer_on(Rect box) {
    const ImGuiContext& g = *GImGui;
    return g.HoveredWindow == g.CurrentWindow && !g.NavHighlightItemUnderNav &&
           ImGui::IsMouseHoveringRect(min_of(box), max_of(box)) && ImGui::IsWindowHovered();
}

} // namespace

float table_height(int row_count, const TableOptions& options) {
    return head_height(options) + static_cast<float>(row_count) * options.row_height;
}

Table begin_table(Ui& ui, Rect place, Id id, std::string_view name, std::span<const Column> columns, int row_count,
                  const TableOptions& options) {
    Table t;
    t.id = id_of(id);
    t.count = row_count;
    t.options = options;
    t.options.row_height = link_line(ui, options.row_height); // the whole row is the target
    t.box = place.with_height(table_height(row_count, t.options));
    t.bottom = t.box.bottom();
    lay_columns(t, columns);
    if (options.card) fill(ui, t.box, ui.theme->surface, metrics::radius_card);

    Node& node = ui.semantics.add(Role::table, t.id, box_of(t.box), name);
    t.id = node.id;
    node.count = row_count + (options.head ? 1 : 0);
    node.level = static_cast<int>(columns.size());
    ui.semantics.open(t.id);
    ImGui::PushOverrideID(t.id);
    if (options.head) draw_head(ui, t, columns);

    const auto [first, last] = visible_rows(t, t.box.y + head_height(options));
    const bool whole = row_count <= whole_up_to;
    t.first = whole ? 0 : first;
    t.last = whole ? row_count : last;
    const auto focused = ui.session->focused_rows.find(t.id);
    t.focused = focused != ui.session->focused_rows.end() && focused->second < row_count ? focused->second : -1;
    const int from = std::max(0, t.first - told_around), to = std::min(row_count, t.last + told_around);
    if (t.focused >= 0 && t.focused < from) t.rows.push_back(t.focused);
    for (int i = from; i < to; ++i) t.rows.push_back(i);
    if (t.focused >= to) t.rows.push_back(t.focused);
    return t;
}

void end_table(Ui& ui, Table& t) {
    if (t.options.card) {
        const float top = t.box.y + head_height(t.options);
        for (int i = std::max(t.first, t.options.head ? 0 : 1); i < t.last; ++i)
            hairline(ui, t.box.x, top + static_cast<float>(i) * t.options.row_height, t.box.w);
        outline(ui, t.box, ui.theme->border, metrics::radius_card);
    }
    ImGui::PopID();
    ui.semantics.close();
}

Rect row_box(const Table& t, int index) {
    const float above = static_cast<float>(index) * t.options.row_height;
    return {t.box.x, t.box.y + head_height(t.options) + above, t.box.w, t.options.row_height};
}

RowResult begin_row(Ui& ui, Table& t, int index, Id key, std::string_view name, const RowOptions& o) {
    RowResult result;
    result.box = row_box(t, index);
    t.row = result.box;
    const ImGuiID item = id_of(t.id, key);
    result.visible = (index >= t.first && index < t.last) || index == t.focused;
    Node& row = ui.semantics.add(Role::row, id_of(item, "row"), box_of(t.row), name,
                                 (o.selected ? state_selected : 0U) | (result.visible ? 0U : state_virtual));
    row.level = index + (t.options.head ? 2 : 1);
    t.row_node = row.id;
    if (!result.visible) return result;
    ui.semantics.open(t.row_node);
    ImGui::PushOverrideID(item);
    t.row_index = index;
    t.row_link = o.target;
    t.focus_was_alive = GImGui->NavIdIsAlive;
    const float radius = t.options.card && index == t.count - 1 ? metrics::radius_card : 0;
    if (!o.target) {
        row_look(ui, t.row, o, false, radius);
        return result;
    }
    const int first_cell = 0;
    const std::uint32_t cell = ImHashData(&first_cell, sizeof first_cell, t.row_node);
    const Rect place{t.columns.front().x, t.row.y, t.columns.front().w, t.row.h};
    t.first_cell = ui.semantics.add(Role::cell, cell, box_of(place), {}).id;
    ui.semantics.open(t.first_cell);
    const Press p = press(ui, t.row, item, Role::link, name, 0,
                          {.radius = radius, .overlap = true, .box = box_of(place)}, o.description);
    ui.semantics.close();
    result.pressed = p.pressed;
    result.hovered = pointer_on(t.row);
    row_look(ui, t.row, o, result.hovered, radius);
    return result;
}

void end_row(Ui& ui, Table& t) {
    // The keyboard's focus is on the row or on something in it: the row stays, however far it is scrolled away.
    if (!t.focus_was_alive && GImGui->NavIdIsAlive)
        ui.session->focused_rows[t.id] = t.row_index;
    else if (const auto known = ui.session->focused_rows.find(t.id);
             known != ui.session->focused_rows.end() && known->second == t.row_index)
        ui.session->focused_rows.erase(known);
    ImGui::PopID();
    ui.semantics.close();
}

Rect begin_cell(Ui& ui, Table& t, int column) {
    const Rect place{t.columns[static_cast<std::size_t>(column)].x, t.row.y,
                     t.columns[static_cast<std::size_t>(column)].w, t.row.h};
    if (column == 0 && t.row_link)
        ui.semantics.open(t.first_cell);
    else
        ui.semantics.open(
            ui.semantics.add(Role::cell, ImHashData(&column, sizeof column, t.row_node), box_of(place), {}).id);
    return place;
}

void end_cell(Ui& ui, Table&) { ui.semantics.close(); }

RowResult begin_list_row(Ui& ui, Rect box, Id key, std::string_view name, const RowOptions& o) {
    RowResult result{.visible = true, .box = box};
    const ImGuiID item = id_of(key);
    ui.semantics.open(ui.semantics
                          .add(Role::list_item, id_of(item, "row"), box_of(box), o.target ? std::string_view{} : name,
                               o.selected ? state_selected : 0U)
                          .id);
    ImGui::PushOverrideID(item);
    if (o.target) {
        result.pressed = press(ui, box, item, Role::link, name, o.selected ? state_current : 0U,
                               {.radius = 0, .overlap = true}, o.description)
                             .pressed;
        result.hovered = pointer_on(box);
    }
    row_look(ui, box, o, result.hovered, 0);
    return result;
}

void end_list_row(Ui& ui) {
    ImGui::PopID();
    ui.semantics.close();
}

} // namespace desk::ui
