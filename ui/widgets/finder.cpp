#include "ui/widgets/finder.hpp"

#include "ui/widgets/field.hpp"
#include "ui/widgets/field_frame.hpp"
#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"
#include "ui/widgets/surface.hpp"

#include <algorithm>

namespace desk::ui {
namespace {

constexpr float result_height = 44, rows_a_page = 6;

// Where the keys lead; they are the list's while the field has the focus.
bool move_mark(ImGuiID owner, int count, int& marked) {
    struct Way {
        ImGuiKey key;
        int rows;
    };
    constexpr Way ways[] = {{ImGuiKey_DownArrow, 1},
                            {ImGuiKey_UpArrow, -1},
                            {ImGuiKey_PageDown, static_cast<int>(rows_a_page)},
                            {ImGuiKey_PageUp, -static_cast<int>(rows_a_page)}};
    const int before = marked;
    for (const Way& way : ways) {
        ImGui::SetKeyOwner(way.key, owner);
        if (count == 0 || !ImGui::IsKeyPressed(way.key, true)) continue;
        const int next = marked + way.rows;
        // One more step leads from an end to the other, a page only to the end.
        const bool around = way.rows == 1 || way.rows == -1;
        marked = next < 0 ? (around ? count - 1 : 0) : next >= count ? (around ? 0 : count - 1) : next;
    }
    return marked != before;
}

void draw_row(Ui& ui, Rect row, const FinderRow& r, bool marked, bool hovered) {
    const Theme& t = *ui.theme;
    if (marked || hovered) fill(ui, row, marked ? t.selected : t.hover, metrics::radius_small);
    Rect at = row.inset(8, 0);
    icon(ui, at.cut_left(16, 10), r.locked ? Icon::lock : r.icon, marked ? t.accent_text : t.muted);
    if (!r.keys.empty()) {
        const float width = text_width(ui, r.keys, TextSize::small) + 10 + 16;
        draw_shortcut(ui, at.cut_right(width - 8, 0), r.keys);
        at.w -= 8;
    }
    const TextStyle quiet{.size = TextSize::small, .colour = t.muted, .silent = true};
    if (const float width = text_width(ui, r.kind, TextSize::small); width > 0)
        text(ui, at.cut_right(width, 12), r.kind, quiet);
    if (r.note.empty()) {
        text_ellipsis(ui, at, r.label, {.colour = r.locked ? t.muted : t.text, .silent = true});
        return;
    }
    Rect lines = at.middle_left(at.w, 36);
    text_ellipsis(ui, lines.cut_top(20), r.label, {.colour = r.locked ? t.muted : t.text, .silent = true});
    text_ellipsis(ui, lines, r.note, quiet);
}

} // namespace

FinderResult finder(Ui& ui, Rect area, Id id, std::string_view label, std::string& words,
                    std::span<const FinderRow> rows, int& marked, std::string_view placeholder) {
    FinderResult result;
    const auto count = static_cast<int>(rows.size());
    const std::size_t field = ui.semantics.count();
    focus_on_open(ui);
    const FieldOptions options{.placeholder = placeholder, .show_label = false, .icon = Icon::search};
    const FieldResult typed =
        text_field(ui, area.cut_top(field_height(ui, area.w, options), 8), id, label, words, options);
    result.changed = typed.changed;
    if (typed.changed) marked = 0;
    marked = std::clamp(marked, 0, std::max(0, count - 1));
    bool show = typed.changed;
    if (typed.focused) show |= move_mark(ui.semantics.at(field).id, count, marked);
    if (typed.entered && count > 0) result.taken = marked;

    Rect at = begin_scroll(ui, "found", {area.x - 4, area.y, area.w + 8, area.h}, label, Role::listbox).inset(4, 0);
    const ImGuiID list = GImGui->CurrentWindow->ID;
    std::uint32_t active = 0;
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav | ImGuiItemFlags_NoTabStop, true); // the field keeps the focus
    for (int i = 0; i < count; ++i) {
        const FinderRow& r = rows[static_cast<std::size_t>(i)];
        const Rect row = at.cut_top(result_height);
        if (i == marked && show) scroll_into_view(ui, row);
        const std::size_t node = ui.semantics.count();
        std::string name(r.label);
        if (!r.note.empty()) name.append(", ").append(r.note);
        const Press p = press(ui, row, ImHashData(&i, sizeof i, list), Role::option, name,
                              i == marked ? state_selected : 0U, {.radius = metrics::radius_small}, r.kind);
        if (i == marked) active = ui.semantics.at(node).id;
        if (p.pressed) result.taken = i;
        if (p.shown) draw_row(ui, row, r, i == marked, p.hovered);
    }
    ImGui::PopItemFlag();
    end_scroll(ui, at.y);
    Node& box = ui.semantics.at(field);
    box.state |= state_popup | state_expandable | (count > 0 ? state_expanded : 0U);
    box.controls = list;
    box.active = active;
    return result;
}

} // namespace desk::ui
