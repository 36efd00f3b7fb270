#include "ui/widgets/button.hpp"

#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"

#include <algorithm>

namespace desk::ui {
namespace {

struct Look {
    Colour fill = 0, edge = 0, text = 0; // 0: none
};

Look look_of(const Theme& t, const ButtonOptions& o, bool hovered) {
    const bool on_banner = o.kind == ButtonKind::banner || o.kind == ButtonKind::banner_primary;
    // Where the system gives the colours, what is locked differs by its edge alone.
    if (o.locked || o.disabled)
        return on_banner ? Look{t.incident_banner_sunken,
                                t.incident_banner_sunken == t.incident_banner ? t.on_incident_banner : 0,
                                t.on_incident_banner}
                         : Look{t.disabled_background, t.disabled_background == t.surface ? t.disabled_text : 0,
                                t.disabled_text};
    switch (o.kind) {
    case ButtonKind::primary:
        return {hovered ? t.accent_hover : t.accent, 0, t.on_accent};
    case ButtonKind::secondary:
        return {hovered ? t.hover : t.surface, t.border_strong, t.text};
    case ButtonKind::ghost:
        return {hovered ? t.hover : 0, 0, t.accent_text};
    case ButtonKind::danger:
        return {t.danger, 0, t.on_danger};
    case ButtonKind::banner:
        return {hovered ? t.incident_banner_sunken : 0, t.on_incident_banner, t.on_incident_banner};
    case ButtonKind::banner_primary:
        return {t.on_incident_banner, 0, t.incident_banner_sunken};
    }
    return {};
}

// What a button is made of, from left to right.
struct Parts {
    TextSize size = TextSize::body;
    Icon icon = Icon::none;
    float glyph = 16, gap = 6;
    float label = 0, count = 0, total = 0;
};

Parts parts_of(Ui& ui, std::string_view label, const ButtonOptions& o) {
    Parts p;
    p.size = o.compact ? TextSize::small : TextSize::body;
    p.glyph = o.compact ? metrics::icon_small : metrics::icon;
    p.gap = o.compact ? 4 : 6;
    p.icon = o.locked ? Icon::lock : o.icon;
    p.label = text_width(ui, label, p.size, Weight::strong);
    p.count = o.count.empty() ? 0 : p.gap + text_width(ui, o.count, TextSize::small);
    p.total = p.label + p.count + (p.icon != Icon::none ? p.glyph + p.gap : 0) +
              (o.trailing != Icon::none ? p.glyph + p.gap : 0);
    return p;
}

float padding_of(const ButtonOptions& o) {
    return o.compact || o.kind == ButtonKind::ghost ? metrics::space_s : metrics::space_m;
}

Press press_button(Ui& ui, Rect box, Id id, std::string_view name, const ButtonOptions& o, float radius) {
    const std::uint32_t state = expanded_state(o.expanded);
    const Press p =
        press(ui, box, id_of(id), Role::button, name, state, {.radius = radius, .disabled = o.disabled}, o.description);
    tip_for(ui, p.id, box, p.hovered, o.tooltip.empty() && o.locked ? o.description : o.tooltip);
    return p;
}

} // namespace

float button_width(Ui& ui, std::string_view label, const ButtonOptions& options) {
    return std::ceil(parts_of(ui, label, options).total + 2 * padding_of(options));
}

bool button(Ui& ui, Rect box, Id id, std::string_view label, const ButtonOptions& options) {
    const Press p =
        press_button(ui, box, id, options.name.empty() ? label : options.name, options, metrics::radius_control);
    if (!p.shown) return p.pressed;
    const Look look = look_of(*ui.theme, options, p.hovered);
    if (look.fill != 0) fill(ui, box, look.fill, metrics::radius_control);
    if (look.edge != 0) outline(ui, box, look.edge, metrics::radius_control);
    const Parts parts = parts_of(ui, label, options);
    Rect at = box.middle(parts.total, box.h);
    if (parts.icon != Icon::none) icon(ui, at.cut_left(parts.glyph, parts.gap), parts.icon, look.text, parts.glyph);
    draw_line(ui, at.x, at, label, parts.size, Weight::strong, look.text);
    at.cut_left(parts.label);
    if (!options.count.empty())
        draw_line(ui, at.x + parts.gap, at, options.count, TextSize::small, Weight::regular, look.text);
    at.cut_left(parts.count, parts.gap);
    if (options.trailing != Icon::none) icon(ui, at.cut_left(parts.glyph), options.trailing, look.text, parts.glyph);
    return p.pressed;
}

bool icon_button(Ui& ui, Rect box, Id id, Icon which, std::string_view name, const ButtonOptions& options) {
    ButtonOptions o = options;
    if (o.tooltip.empty()) o.tooltip = name;
    const Press p = press_button(ui, box, id, name, o, metrics::radius_control);
    if (!p.shown) return p.pressed;
    Look look = look_of(*ui.theme, o, p.hovered);
    if (o.kind == ButtonKind::ghost) look.text = p.hovered ? ui.theme->text : ui.theme->muted;
    if (look.fill != 0) fill(ui, box, look.fill, metrics::radius_control);
    if (look.edge != 0) outline(ui, box, look.edge, metrics::radius_control);
    icon(ui, box, which, look.text, o.compact ? metrics::icon_small : metrics::icon);
    return p.pressed;
}

float link_width(Ui& ui, std::string_view label, const LinkOptions& o) {
    return o.icon == Icon::none ? text_width(ui, label, o.size, o.weight)
                                : icon_text_width(ui, label, o.size, o.weight);
}

bool link(Ui& ui, Rect box, Id id, std::string_view label, const LinkOptions& o) {
    const float width = std::min(link_width(ui, label, o), std::max(box.w, 0.0F));
    Rect words = box;
    if (o.align == Align::right)
        words.x = box.right() - width;
    else if (o.align == Align::centre)
        words.x = box.x + (box.w - width) / 2;
    words.w = width;
    words = words.middle_left(width, std::min(std::max(box.h, 0.0F), line_height(o.size) + 4));
    const Press p = press(ui, words, id_of(id), Role::link, o.name.empty() ? label : o.name, 0,
                          {.radius = metrics::radius_small}, o.description);
    if (p.shown && p.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const Colour colour = o.colour.value_or(ui.theme->accent_text);
    const TextStyle style{.size = o.size, .weight = o.weight, .colour = colour, .silent = true};
    if (p.shown && (o.colour || p.hovered)) {
        const float y = words.centre_y() + line_height(o.size) / 2 - 3;
        fill(ui,
             {words.x + (o.icon == Icon::none ? 0 : link_width(ui, "", o) + 4), y,
              width - (o.icon == Icon::none ? 0 : link_width(ui, "", o) + 4), 1},
             colour);
    }
    if (o.icon != Icon::none) {
        const float glyph = o.size == TextSize::small ? metrics::icon_small : metrics::icon;
        icon(ui, words.cut_left(glyph, metrics::space_xs), o.icon, colour, glyph);
    }
    if (o.ellipsis)
        text_ellipsis(ui, words, label, style);
    else
        text(ui, words, label, style);
    return p.pressed;
}

bool pressable(Ui& ui, Rect box, Id id, std::string_view name, const PressOptions& options) {
    const std::uint32_t state = expanded_state(options.expanded) | (options.current ? state_current : 0U);
    const Press p = press(ui, box, id_of(id), options.role, name, state, {.radius = options.radius, .overlap = true},
                          options.description);
    if (p.shown && p.hovered && options.hover_fill) fill(ui, box, ui.theme->hover, options.radius);
    return p.pressed;
}

} // namespace desk::ui
