#include "ui/widgets/paint.hpp"

#include "ui/widgets/session.hpp"

#include <algorithm>
#include <cmath>

namespace desk::ui {

void fill(Ui& ui, Rect box, Colour colour, float radius) {
    if (box.w <= 0 || box.h <= 0) return;
    const Rect r = snap(ui, box);
    draw_list().AddRectFilled(min_of(r), max_of(r), colour, std::min({radius, r.w / 2, r.h / 2}));
}

void outline(Ui& ui, Rect box, Colour colour, float radius, float width) {
    if (box.w <= 0 || box.h <= 0) return;
    const Rect r = snap(ui, box);
    const float stroke = std::max(1.0F, std::round(width * ui.size.pixel_ratio)) / ui.size.pixel_ratio;
    const float half = stroke / 2;
    ImDrawList& list = draw_list();
    list.PathRect({r.x + half, r.y + half}, {r.right() - half, r.bottom() - half},
                  std::max(0.0F, std::min({radius, r.w / 2, r.h / 2}) - half));
    list.PathStroke(colour, ImDrawFlags_Closed, stroke);
}

void shadow(Ui& ui, Rect box, float radius) {
    // A blur is drawn as rings of falling opacity: few, because the shadow is faint.
    constexpr int steps = 8;
    const Rect r = box.moved(0, metrics::shadow_offset);
    const Colour colour = ui.theme->shadow;
    const auto full = static_cast<float>(colour >> 24);
    for (int step = 0; step < steps; ++step) {
        const float t = (static_cast<float>(step) + 0.5F) / steps; // 0 far, 1 near
        const float reach = metrics::shadow_blur / 2 * (1 - 2 * t);
        const auto alpha = static_cast<Colour>(full / steps * 1.1F);
        const Rect ring = r.inset(-reach);
        draw_list().AddRectFilled(min_of(ring), max_of(ring), (colour & 0x00FFFFFFU) | alpha << 24,
                                  std::max(2.0F, radius + reach));
    }
}

void icon(Ui& ui, Rect box, Icon which, Colour colour, float size) {
    if (which == Icon::none) return;
    const Rect r = box.middle(size, size);
    draw_icon(draw_list(), which, snap(ui, r.x), snap(ui, r.y), size, colour, ui.size.pixel_ratio);
}

void hairline(Ui& ui, float x, float y, float width) {
    const float thick = std::max(1.0F, std::round(ui.size.pixel_ratio)) / ui.size.pixel_ratio;
    const Rect r = snap(ui, Rect{x, y, width, 0});
    draw_list().AddRectFilled(min_of(r), {r.right(), r.y + thick}, ui.theme->border);
}

void hairline_vertical(Ui& ui, float x, float y, float height) {
    const float thick = std::max(1.0F, std::round(ui.size.pixel_ratio)) / ui.size.pixel_ratio;
    const Rect r = snap(ui, Rect{x, y, 0, height});
    draw_list().AddRectFilled(min_of(r), {r.x + thick, r.bottom()}, ui.theme->border);
}

void line(Ui&, std::span<const Point> points, Colour colour, float width) {
    ImDrawList& list = draw_list();
    for (const Point& p : points) list.PathLineTo({p.x, p.y});
    list.PathStroke(colour, ImDrawFlags_None, width);
}

void disc(Ui&, Point centre, float radius, Colour colour) {
    draw_list().AddCircleFilled({centre.x, centre.y}, radius, colour);
}

void begin_clip(Ui& ui, Rect box) {
    const Rect r = snap(ui, box);
    ImGui::PushClipRect(min_of(r), max_of(r), true);
}

void end_clip(Ui&) { ImGui::PopClipRect(); }

bool visible(Ui&, Rect box) { return im_rect(box).Overlaps(GImGui->CurrentWindow->ClipRect); }

} // namespace desk::ui
