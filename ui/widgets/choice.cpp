#include "ui/widgets/choice.hpp"

#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"
#include "ui/widgets/surface.hpp"

#include <algorithm>
#include <cmath>

namespace desk::ui {
namespace {

constexpr float chip_gap = 6, segment_padding = 12, label_gap = 8;
constexpr float radio_indent = metrics::checkbox + label_gap;

float target_of(const Ui& ui) { return touch(ui) ? metrics::control_touch : metrics::control; }

} // namespace

float checkbox_width(Ui& ui, std::string_view label) {
    return metrics::checkbox + label_gap + std::ceil(text_width(ui, label));
}

bool checkbox(Ui& ui, Rect box, Id id, std::string_view label, bool checked, const CheckboxOptions& o) {
    const float reach = target_of(ui);
    // With its words the box stands at the very left, in line with what is above and below it.
    const Rect square = o.show_label ? box.middle_left(metrics::checkbox, metrics::checkbox)
                                     : box.middle_left(reach, reach).middle(metrics::checkbox, metrics::checkbox);
    const float spare = (reach - metrics::checkbox) / 2;
    Rect target = square.inset(-spare);
    const float room = box.right() - square.right() - label_gap;
    if (o.show_label) target.w += label_gap + std::min(std::ceil(text_width(ui, label)), room) - spare + 4;
    const Press p = press(ui, target, id_of(id), Role::checkbox, label, checked ? state_checked : 0U,
                          {.radius = metrics::radius_small, .disabled = o.disabled}, o.description);
    tip_for(ui, p.id, target, p.hovered, o.locked ? o.description : std::string_view{});
    if (!p.shown) return p.pressed;
    const Theme& t = *ui.theme;
    const bool dull = o.locked || o.disabled;
    if (has_focus_ring(p.id)) ui.session->ring.box = square;
    fill(ui, square,
         dull        ? t.disabled_background
         : checked   ? t.accent
         : p.hovered ? t.hover
                     : t.surface,
         metrics::radius_small);
    if (!checked || dull) outline(ui, square, dull ? t.border : t.border_strong, metrics::radius_small);
    if (checked) icon(ui, square, Icon::check, dull ? t.disabled_text : t.on_accent, metrics::icon_small);
    if (o.show_label)
        text_ellipsis(ui, Rect{square.right() + label_gap, box.y, room, box.h}, label,
                      {.colour = o.disabled ? t.disabled_text : t.text, .silent = true});
    return p.pressed;
}

float segmented_width(Ui& ui, std::span<const std::string_view> labels) {
    float width = 0;
    for (const std::string_view label : labels)
        width += std::ceil(text_width(ui, label, TextSize::body, Weight::strong)) + 2 * segment_padding;
    return width;
}

int segmented(Ui& ui, Rect box, Id id, std::string_view name, std::span<const std::string_view> labels, int chosen) {
    const Theme& t = *ui.theme;
    const float spare = (box.w - segmented_width(ui, labels)) / static_cast<float>(labels.size());
    int pressed = -1;
    begin_group(ui, Role::group, id, name, box);
    fill(ui, box, t.surface, metrics::radius_control);
    outline(ui, box, t.border_strong, metrics::radius_control);
    Rect rest = box, chosen_box;
    for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
        const std::string_view label = labels[static_cast<std::size_t>(i)];
        const Rect segment = rest.cut_left(std::ceil(text_width(ui, label, TextSize::body, Weight::strong)) +
                                           2 * segment_padding + spare);
        const bool on = i == chosen;
        const Press p = press(ui, segment, id_of(GImGui->CurrentWindow->IDStack.back(), label), Role::radio, label,
                              on ? state_checked : 0U);
        if (p.pressed) pressed = i;
        if (on || p.hovered)
            fill(ui, on ? segment : segment.inset(1), on ? t.selected : t.hover, metrics::radius_control);
        if (on) chosen_box = segment;
        if (i > 0 && !on && i != chosen + 1) hairline_vertical(ui, segment.x, segment.y + 8, segment.h - 16);
        text(ui, segment, label,
             {.weight = on ? Weight::strong : Weight::regular,
              .colour = on ? t.accent_text : t.text,
              .align = Align::centre,
              .silent = true});
    }
    outline(ui, chosen_box, t.accent, metrics::radius_control);
    end_group(ui);
    return pressed;
}

float radio_list_height(Ui& ui, std::span<const RadioChoice> choices, float width) {
    float height = 0;
    for (const RadioChoice& c : choices)
        height += c.note.empty()
                      ? target_of(ui)
                      : std::max(target_of(ui),
                                 6 + 20 + 6 + wrapped_height(ui, c.note, width - radio_indent, TextSize::small));
    return height;
}

int radio_list(Ui& ui, Rect box, Id id, std::string_view name, std::span<const RadioChoice> choices, int chosen) {
    const Theme& t = *ui.theme;
    int pressed = -1;
    begin_group(ui, Role::group, id, name, box.with_height(radio_list_height(ui, choices, box.w)));
    Rect rest = box;
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
        const RadioChoice& c = choices[static_cast<std::size_t>(i)];
        Rect row = rest.cut_top(radio_list_height(ui, choices.subspan(static_cast<std::size_t>(i), 1), box.w));
        const Press p = press(ui, row.inset(-4, 0), id_of(GImGui->CurrentWindow->IDStack.back(), c.label), Role::radio,
                              c.label, i == chosen ? state_checked : 0U, {}, c.note);
        if (p.pressed) pressed = i;
        const float first = c.note.empty() ? row.h : 32;
        const Rect mark = row.cut_left(radio_indent).with_height(first).middle_left(16, 16);
        const Point centre{snap(ui, mark.centre_x()), snap(ui, mark.centre_y())};
        disc(ui, centre, 8, i == chosen ? t.accent : t.border_strong);
        disc(ui, centre, 7, i == chosen ? t.accent : p.hovered ? t.hover : t.surface);
        if (i == chosen) disc(ui, centre, 3, t.on_accent);
        text(ui, row.with_height(first), c.label, {.silent = true});
        if (!c.note.empty())
            text_wrapped(ui, {row.x, row.y + 26, row.w, 0}, c.note,
                         {.size = TextSize::small, .colour = t.muted, .silent = true});
    }
    end_group(ui);
    return pressed;
}

float chip_height(const Ui& ui) { return touch(ui) ? metrics::chip_touch : metrics::chip; }

float chip_width(Ui& ui, std::string_view label, bool on, const ChipOptions& o) {
    return std::ceil(2 * metrics::chip_padding +
                     text_width(ui, label, TextSize::small, on ? Weight::strong : Weight::regular) +
                     (o.icon != Icon::none ? metrics::icon + chip_gap : 0) +
                     (o.count.empty() ? 0 : chip_gap + text_width(ui, o.count, TextSize::small)));
}

float chip_height(Ui& ui, std::string_view label, bool on, float width) {
    if (chip_width(ui, label, on) <= width) return chip_height(ui);
    const Weight weight = on ? Weight::strong : Weight::regular;
    return std::max(chip_height(ui),
                    12 + wrapped_height(ui, label, width - 2 * metrics::chip_padding, TextSize::small, weight));
}

bool chip(Ui& ui, Rect box, Id id, std::string_view label, bool on, const ChipOptions& o) {
    const Rect pill = box.middle_left(box.w, std::min(box.h, chip_height(ui, label, on, box.w)));
    const float radius = std::min(pill.h, chip_height(ui)) / 2;
    std::string name(label);
    if (!o.count.empty()) name.append(" ").append(o.count);
    const Press p =
        press(ui, pill, id_of(id), Role::button, name, state_toggle | (on ? state_checked : 0U), {.radius = radius});
    if (!p.shown) return p.pressed;
    const Theme& t = *ui.theme;
    fill(ui, pill, on ? t.selected : p.hovered ? t.hover : t.surface, radius);
    outline(ui, pill, on ? t.accent : t.border, radius);
    Rect at = pill.inset(metrics::chip_padding, 0);
    const Colour words = on ? t.accent_text : t.text;
    if (o.icon != Icon::none)
        icon(ui, at.cut_left(metrics::icon, chip_gap), o.icon, o.icon_colour != 0 ? o.icon_colour : words);
    const TextStyle style{
        .size = TextSize::small, .weight = on ? Weight::strong : Weight::regular, .colour = words, .silent = true};
    if (pill.h > chip_height(ui)) {
        text_wrapped(ui, at.inset(0, 6), label, style);
        return p.pressed;
    }
    at.cut_left(text(ui, at, label, style), chip_gap);
    if (!o.count.empty())
        text(ui, at, o.count, {.size = TextSize::small, .colour = on ? t.accent_text : t.muted, .silent = true});
    return p.pressed;
}

} // namespace desk::ui
