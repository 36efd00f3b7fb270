#include "ui/widgets/field.hpp"
#include "ui/widgets/field_frame.hpp"
#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"
#include "ui/widgets/surface.hpp"

#include <algorithm>
#include <cmath>

namespace desk::ui {
namespace {

constexpr float list_padding = 4;
constexpr int rows_at_once = 8;

std::string_view chosen_words(std::span<const std::string_view> options, int chosen, std::string_view placeholder) {
    return chosen >= 0 && chosen < static_cast<int>(options.size()) ? options[static_cast<std::size_t>(chosen)]
                                                                    : placeholder;
}

// The list while it is open. Returns the index chosen, or -1.
int list(Ui& ui, ImGuiID popup, Rect anchor, std::string_view name, std::span<const std::string_view> options,
         int chosen, std::uint32_t& list_node) {
    const float row_height = control_height(ui);
    float width = anchor.w;
    for (const std::string_view option : options)
        width = std::max(width, std::ceil(text_width(ui, option, TextSize::body, Weight::strong)) + 16 + 24 + 12);
    width = std::min(width, ui.size.width - 16);
    const auto count = static_cast<int>(options.size());
    const float height = static_cast<float>(std::min(count, rows_at_once)) * row_height + 2 * list_padding;
    // The list lies beside the landmarks of the page: it is in one of its own.
    const Floating floating = begin_floating(ui, popup, place_below(ui, anchor, width, height), Role::group, "Choices",
                                             false, count > rows_at_once ? state_scrolls : 0U);
    if (!floating.open) return -1;
    const Theme& t = *ui.theme;
    const ImGuiWindow* here = GImGui->CurrentWindow;
    Rect rest{here->Pos.x, here->DC.CursorStartPos.y, here->Size.x, 0};
    begin_group(ui, Role::listbox, "list", name, rest.with_height(static_cast<float>(count) * row_height));
    list_node = ui.semantics.parent();
    rest = rest.inset(list_padding, 0);
    rest.cut_top(list_padding);
    int pressed = -1;
    for (int i = 0; i < count; ++i) {
        const std::string_view words = options[static_cast<std::size_t>(i)];
        Rect row = rest.cut_top(row_height);
        if (floating.appearing && i == std::max(chosen, 0)) {
            ui.session->focus_next = true;
            ImGui::ScrollToRectEx(GImGui->CurrentWindow, im_rect(row), ImGuiScrollFlags_KeepVisibleEdgeY);
        }
        const Press p = press(ui, row, ImHashData(&i, sizeof i, popup), Role::option, words,
                              i == chosen ? state_selected : 0U, {.radius = metrics::radius_small});
        if (p.pressed) pressed = i;
        if (!p.shown) continue;
        if (p.hovered || i == chosen) fill(ui, row, p.hovered ? t.hover : t.selected, metrics::radius_small);
        row = row.inset(8, 0);
        if (i == chosen) icon(ui, row.cut_right(16, 8), Icon::check, t.accent_text);
        text_ellipsis(ui, row, words, {.weight = i == chosen ? Weight::strong : Weight::regular, .silent = true});
    }
    GImGui->CurrentWindow->DC.CursorMaxPos.y = rest.y + list_padding;
    end_group(ui);
    if (pressed >= 0) ImGui::CloseCurrentPopup();
    end_floating(ui);
    return pressed;
}

void draw_box(Ui& ui, Rect box, std::string_view words, bool placeholder, bool hovered, const SelectOptions& o) {
    const Theme& t = *ui.theme;
    draw_field_box(ui, box, {.invalid = is_invalid(o), .disabled = o.disabled, .hovered = hovered});
    Rect at = box.inset(10, 0);
    icon(ui, at.cut_right(16, 6), Icon::chevron_down, t.muted);
    text_ellipsis(ui, at, words,
                  {.colour = o.disabled    ? t.disabled_text
                             : placeholder ? t.muted
                                           : t.text,
                   .silent = true});
}

void draw_chip(Ui& ui, Rect box, std::string_view label, std::string_view words, bool hovered) {
    const Theme& t = *ui.theme;
    fill(ui, box, hovered ? t.hover : t.surface, box.h / 2);
    outline(ui, box, t.border, box.h / 2);
    Rect at = box.inset(metrics::chip_padding, 0);
    at.cut_left(text(ui, at, label, {.size = TextSize::small, .colour = t.muted, .silent = true}), 6);
    icon(ui, at.cut_right(12, 6), Icon::chevron_down, t.muted, 12);
    text(ui, at, words, {.size = TextSize::small, .silent = true});
}

} // namespace

float select_height(Ui& ui, float width, const SelectOptions& o) {
    return field_frame_height(ui, width, control_height(ui), {o.hint, o.error, o.show_label});
}

float select_chip_width(Ui& ui, std::string_view label, std::string_view chosen) {
    return std::ceil(2 * metrics::chip_padding + text_width(ui, label, TextSize::small) + 6 +
                     text_width(ui, chosen, TextSize::small) + 6 + 12);
}

int select(Ui& ui, Rect area, Id id, std::string_view label, std::span<const std::string_view> options, int chosen,
           const SelectOptions& o) {
    const FieldLines lines{o.hint, o.error, o.show_label};
    const float chip_high = touch(ui) ? metrics::chip_touch : metrics::chip;
    const Rect box = o.as_chip ? area.middle_left(area.w, chip_high)
                               : begin_field_frame(ui, area, control_height(ui), label, lines, o.required);
    const ImGuiID key = id_of(id), popup = id_of(key, "list");
    const bool open = ImGui::IsPopupOpen(popup, ImGuiPopupFlags_None);
    const std::uint32_t state = state_popup | state_expandable | (open ? state_expanded : 0U) |
                                (o.required ? state_required : 0U) | (is_invalid(o) ? state_invalid : 0U);
    const float radius = o.as_chip ? box.h / 2 : metrics::radius_control;
    const std::size_t index = ui.semantics.count();
    const Press p = press(ui, box, key, Role::combobox, label, state, {.radius = radius, .disabled = o.disabled});
    const std::string_view words = chosen_words(options, chosen, o.placeholder);
    std::uint32_t list_node = 0;
    if (p.shown && o.as_chip)
        draw_chip(ui, box, label, words, p.hovered);
    else if (p.shown)
        draw_box(ui, box, words, chosen < 0, p.hovered, o);
    if (p.pressed && !open) ImGui::OpenPopupEx(popup);
    const int answer = list(ui, popup, box, label, options, chosen, list_node);

    Node& node = ui.semantics.at(index);
    node.value.assign(chosen >= 0 ? words : std::string_view{});
    node.controls = list_node;
    if (list_node != 0) node.state |= state_expanded;
    describe_field(node, o.description, lines);
    return answer;
}

} // namespace desk::ui
