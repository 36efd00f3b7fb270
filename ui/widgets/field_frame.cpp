#include "ui/widgets/field_frame.hpp"

#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"

namespace desk::ui {
namespace {

constexpr float label_height = 16, gap = 4, error_mark = 12 + 4;

std::string_view line_below(const FieldLines& lines) { return lines.error.empty() ? lines.hint : lines.error; }

float line_room(float width, const FieldLines& lines) { return lines.error.empty() ? width : width - error_mark; }

} // namespace

float field_frame_height(Ui& ui, float width, float box_height, const FieldLines& lines) {
    const std::string_view below = line_below(lines);
    return (lines.show_label ? label_height + gap : 0) + box_height +
           (below.empty() ? 0 : gap + wrapped_height(ui, below, line_room(width, lines), TextSize::small));
}

// The words around a field are its name and description: recorded there, not again as texts.
Rect begin_field_frame(Ui& ui, Rect area, float box_height, std::string_view label, const FieldLines& lines,
                       bool required) {
    const Theme& t = *ui.theme;
    if (lines.show_label) {
        Rect head = area.cut_top(label_height, gap);
        head.cut_left(text_ellipsis(ui, head, label, {.size = TextSize::small, .colour = t.muted, .silent = true}), 0);
        if (required) text(ui, head, ", required", {.size = TextSize::small, .colour = t.muted, .silent = true});
    }
    const Rect box = area.cut_top(box_height, gap);
    const std::string_view below = line_below(lines);
    if (below.empty()) return box;
    const Colour colour = lines.error.empty() ? t.muted : t.status(StatusKind::incident).text;
    if (!lines.error.empty())
        icon(ui, area.cut_left(12, 4).with_height(16), Icon::warning, colour, metrics::icon_small);
    text_wrapped(ui, area, below, {.size = TextSize::small, .colour = colour, .silent = true});
    return box;
}

namespace {

Colour inside_of(const Theme& t, const FieldLook& look) {
    return look.disabled ? t.disabled_background : look.read_only ? t.background : t.surface;
}

void draw_edge(Ui& ui, Rect box, const FieldLook& look) {
    const Theme& t = *ui.theme;
    outline(ui, box,
            look.invalid                      ? t.status(StatusKind::incident).text
            : look.disabled || look.read_only ? t.border
            : look.hovered                    ? t.muted
                                              : t.border_strong,
            metrics::radius_control);
}

} // namespace

void draw_field_box(Ui& ui, Rect box, const FieldLook& look) {
    fill(ui, box, inside_of(*ui.theme, look), metrics::radius_control);
    draw_edge(ui, box, look);
}

void end_field_text(Ui& ui, Rect box, float padding, const FieldLook& look) {
    constexpr float round = metrics::radius_control;
    fill(ui, {box.right() - padding, box.y + round, padding, box.h - 2 * round}, inside_of(*ui.theme, look));
    draw_edge(ui, box, look);
}

void draw_shortcut(Ui& ui, Rect box, std::string_view keys) {
    const float width = text_width(ui, keys, TextSize::small) + 10;
    const Rect frame = box.inset(8, 0).middle_right(width, 18);
    outline(ui, frame, ui.theme->border, metrics::radius_small);
    text(ui, frame, keys, {.size = TextSize::small, .colour = ui.theme->muted, .align = Align::centre, .silent = true});
}

void describe_field(Node& node, std::string_view description, const FieldLines& lines) {
    node.description.assign(line_below(lines));
    if (description.empty()) return;
    if (!node.description.empty()) node.description += ". ";
    node.description += description;
}

} // namespace desk::ui
