#include "ui/widgets/choice.hpp"

#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"
#include "ui/widgets/surface.hpp"

#include <algorithm>
#include <cmath>

namespace desk::ui {
namespace {

constexpr float chip_padding = 10, chip_gap = 6, segment_padding = 12;

float target_of(const Ui& ui) { return touch(ui) ? metrics::control_touch : metrics::control; }

} // namespace

float checkbox_width(Ui& ui, std::string_view label) { return target_of(ui) + text_width(ui, label) + 8; }

bool checkbox(Ui& ui, Rect box, Id id, std::string_view label, bool checked, const CheckboxOptions& o) {
    Rect target = box.middle_left(target_of(ui), target_of(ui));
    const Rect square = target.middle(metrics::checkbox, metrics::checkbox);
    if (o.show_label)
        target.w = std::max(target.w, std::min(box.w, checkbox_width(ui, label)));
    const Press p = press(ui, target, id_of(id), Role::checkbox, label, checked ? state_checked : 0U,
                          {.radius = metrics::radius_small, .disabled = o.disabled}, o.description);
    tip_for(ui, p.id, target, p.hovered, o.locked ? o.description : std::string_view{});
    if (!p.shown)
        return p.pressed;
    const Theme& t = *ui.theme;
    const bool dull = o.locked || o.disabled;
    if (has_focus_ring(p.id) && !o.show_label)
        ui.session->ring.box = square;
    fill(ui, square, dull ? t.disabled_background : checked ? t.accent : p.hovered ? t.hover : t.surface,
         metrics::radius_small);
    if (!checked || dull)
        outline(ui, square, dull ? t.border : t.border_strong, metrics::radius_small);
    if (checked)
        icon(ui, square, Icon::check, dull ? t.disabled_text : t.on_accent, metrics::icon_small);
    if (o.show_label) {
        Rect words = target;
        words.cut_left(target_of(ui) - 4);
        text(ui, words, label, {.colour = o.disabled ? t.disabled_text : t.text, .silent = true});
    }
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
    Rect rest = box;
    for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
        const std::string_view label = labels[static_cast<std::size_t>(i)];
        const Rect segment = rest.cut_left(std::ceil(text_width(ui, label, TextSize::body, Weight::strong)) +
                                           2 * segment_padding + spare);
        const bool on = i == chosen;
        const Press p = press(ui, segment, id_of(GImGui->CurrentWindow->IDStack.back(), label), Role::radio, label,
                              on ? state_checked : 0U);
        if (p.pressed)
            pressed = i;
        if (on || p.hovered)
            fill(ui, segment, on ? t.selected : t.hover, metrics::radius_control);
        if (i > 0 && !on && i != chosen + 1)
            hairline_vertical(ui, segment.x, segment.y + 8, segment.h - 16);
        text(ui, segment, label,
             {.weight = on ? Weight::strong : Weight::regular,
              .colour = on ? t.accent_text : t.text,
              .align = Align::centre,
              .silent = true});
        if (on)
            outline(ui, segment, t.accent, metrics::radius_control);
    }
    if (chosen < 0)
        outline(ui, box, t.border_strong, metrics::radius_control);
    else
        outline(ui, box, t.border, metrics::radius_control);
    end_group(ui);
    return pressed;
}

float radio_list_height(Ui& ui, std::span<const RadioChoice> choices, float width) {
    float height = 0;
    for (const RadioChoice& c : choices)
        height += c.note.empty() ? target_of(ui)
                                 : std::max(target_of(ui), 6 + 20 + 6 + wrapped_height(ui, c.note, width - target_of(ui),
                                                                                       TextSize::small));
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
        const Press p = press(ui, row, id_of(GImGui->CurrentWindow->IDStack.back(), c.label), Role::radio, c.label,
                              i == chosen ? state_checked : 0U, {}, c.note);
        if (p.pressed)
            pressed = i;
        const float first = c.note.empty() ? row.h : 32;
        const Rect mark = row.cut_left(target_of(ui)).with_height(first).middle(16, 16);
        const Point centre{snap(ui, mark.centre_x()), snap(ui, mark.centre_y())};
        disc(ui, centre, 8, i == chosen ? t.accent : t.border_strong);
        disc(ui, centre, 7, i == chosen ? t.accent : p.hovered ? t.hover : t.surface);
        if (i == chosen)
            disc(ui, centre, 3, t.on_accent);
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
    return std::ceil(2 * chip_padding + text_width(ui, label, TextSize::small, on ? Weight::strong : Weight::regular) +
                     (o.icon != Icon::none ? metrics::icon + chip_gap : 0) +
                     (o.count.empty() ? 0 : chip_gap + text_width(ui, o.count, TextSize::small)));
}

bool chip(Ui& ui, Rect box, Id id, std::string_view label, bool on, const ChipOptions& o) {
    const Rect pill = box.middle_left(box.w, std::min(box.h, chip_height(ui)));
    const float radius = pill.h / 2;
    std::string name(label);
    if (!o.count.empty())
        name.append(" ").append(o.count);
    const Press p =
        press(ui, pill, id_of(id), Role::button, name, state_toggle | (on ? state_checked : 0U), {.radius = radius});
    if (!p.shown)
        return p.pressed;
    const Theme& t = *ui.theme;
    fill(ui, pill, on ? t.selected : p.hovered ? t.hover : t.surface, radius);
    outline(ui, pill, on ? t.accent : t.border, radius);
    Rect at = pill.inset(chip_padding, 0);
    const Colour words = on ? t.accent_text : t.text;
    if (o.icon != Icon::none)
        icon(ui, at.cut_left(metrics::icon, chip_gap), o.icon, o.icon_colour != 0 ? o.icon_colour : words);
    at.cut_left(text(ui, at, label,
                     {.size = TextSize::small,
                      .weight = on ? Weight::strong : Weight::regular,
                      .colour = words,
                      .silent = true}),
                chip_gap);
    if (!o.count.empty())
        text(ui, at, o.count, {.size = TextSize::small, .colour = on ? t.accent_text : t.muted, .silent = true});
    return p.pressed;
}

} // namespace desk::ui
