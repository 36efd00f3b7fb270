#include "ui/widgets/button.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"

#include <algorithm>
#include <cmath>

namespace desk::ui {
namespace {

constexpr float menu_padding = 4, note_line = 16;

float item_height(const Ui& ui, const MenuItem& item) {
    return item.note.empty() ? control_height(ui) : std::max(control_height(ui), 6 + 20 + note_line + 6);
}

float menu_width(Ui& ui, std::span<const MenuItem> items) {
    float width = 160;
    for (const MenuItem& item : items)
        width = std::max(
            {width, text_width(ui, item.label) + 24 + 16 + 8, text_width(ui, item.note, TextSize::small) + 48});
    return std::min(std::ceil(width), ui.size.width - 16);
}

bool menu_row(Ui& ui, Rect row, ImGuiID id, const MenuItem& item, bool with_icons) {
    const Theme& t = *ui.theme;
    const Press p = press(ui, row, id, Role::button, item.label, 0,
                          {.radius = metrics::radius_small, .disabled = item.disabled}, item.note);
    if (!p.shown) return p.pressed;
    // Around the row it would lie on the menu's own edge.
    if (has_focus_ring(p.id)) ui.session->ring.box = row.inset(metrics::focus_offset + metrics::focus_width);
    if (p.hovered) fill(ui, row, t.hover, metrics::radius_small);
    Rect at = row.inset(8, item.note.empty() ? 0 : 6);
    const Colour words = item.disabled ? t.disabled_text : t.text;
    if (with_icons) icon(ui, at.cut_left(16, 8).with_height(item.note.empty() ? at.h : 20), item.icon, words);
    text_ellipsis(ui, item.note.empty() ? at : at.cut_top(20), item.label, {.colour = words, .silent = true});
    if (!item.note.empty())
        text_ellipsis(ui, at, item.note, {.size = TextSize::small, .colour = t.muted, .silent = true});
    return p.pressed;
}

// The button that opens it was recorded at `button`.
int open_menu(Ui& ui, ImGuiID popup, Rect anchor, std::string_view name, std::span<const MenuItem> items,
              std::size_t button) {
    float height = 2 * menu_padding;
    bool with_icons = false;
    for (const MenuItem& item : items)
        height += item_height(ui, item), with_icons = with_icons || item.icon != Icon::none;
    const float width = menu_width(ui, items);
    const Rect below = place_below(ui, anchor, width, std::min(height, ui.size.height - 8));
    const Floating floating = begin_floating(ui, popup, below, Role::group, name, false, 0);
    if (!floating.open) return -1;
    ui.semantics.at(button).controls = floating.window;
    ui.semantics.at(button).state |= state_expanded;
    if (floating.appearing) ui.session->focus_next = true;
    Rect rest = below.inset(menu_padding).moved(0, -GImGui->CurrentWindow->Scroll.y);
    int pressed = -1;
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        const MenuItem& item = items[static_cast<std::size_t>(i)];
        if (menu_row(ui, rest.cut_top(item_height(ui, item)), ImHashData(&i, sizeof i, popup), item, with_icons))
            pressed = i;
    }
    GImGui->CurrentWindow->DC.CursorMaxPos.y = rest.y + menu_padding;
    if (pressed >= 0) ImGui::CloseCurrentPopup();
    end_floating(ui);
    return pressed;
}

template <typename Draw>
int menu_with(Ui& ui, Rect box, Id id, std::string_view name, std::span<const MenuItem> items, Draw&& draw) {
    const ImGuiID popup = id_of(id_of(id), "menu");
    const bool open = ImGui::IsPopupOpen(popup, ImGuiPopupFlags_None);
    const std::size_t button = ui.semantics.count();
    const bool pressed = draw(open);
    ui.semantics.at(button).state |= state_popup;
    if (pressed && !open) ImGui::OpenPopupEx(popup);
    return open_menu(ui, popup, box, name, items, button);
}

} // namespace

int menu(Ui& ui, Rect box, Id id, Icon which, std::string_view name, std::span<const MenuItem> items) {
    return menu_with(ui, box, id, name, items, [&](bool open) {
        const ButtonOptions o{.kind = box.h < metrics::control ? ButtonKind::ghost : ButtonKind::secondary,
                              .expanded = open};
        return icon_button(ui, box, id, which, name, o);
    });
}

int menu_button(Ui& ui, Rect box, Id id, std::string_view label, std::span<const MenuItem> items) {
    return menu_with(ui, box, id, label, items, [&](bool open) {
        return button(ui, box, id, label,
                      {.kind = ButtonKind::ghost, .trailing = Icon::chevron_down, .expanded = open});
    });
}

float menu_button_width(Ui& ui, std::string_view label) {
    return button_width(ui, label, {.kind = ButtonKind::ghost, .trailing = Icon::chevron_down});
}

} // namespace desk::ui
