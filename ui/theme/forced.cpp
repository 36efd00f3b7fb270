// The theme of a person whose system gives all colours (CSS Color Adjust 1, "Forced Color Palettes").
#include "ui/theme/theme.hpp"

namespace desk::ui {
namespace {

// So many sixteenths of `b` in `a`.
Colour mixed(Colour a, Colour b, unsigned sixteenths) {
    Colour result = 0xFF000000U;
    for (int shift = 0; shift < 24; shift += 8)
        result |= ((a >> shift & 0xFFU) * (16 - sixteenths) + (b >> shift & 0xFFU) * sixteenths) / 16 << shift;
    return result;
}

bool is_dark(Colour colour) {
    // Thousandths, by the weights of BT.601: which of black and white is nearer needs no more.
    const unsigned light = 299 * (colour & 0xFFU) + 587 * (colour >> 8 & 0xFFU) + 114 * (colour >> 16 & 0xFFU);
    return light < 127'500;
}

} // namespace

Theme forced_theme(const SystemColours& c) {
    const Colour tint = mixed(c.canvas, c.canvas_text, 2);
    Theme t{};
    t.dark = is_dark(c.canvas);
    t.background = t.surface = t.raised = c.canvas;
    t.sunken = t.hover = t.selected = t.accent_soft = tint;
    t.border = t.text = t.muted = c.canvas_text;
    t.border_strong = c.button_text;
    t.accent = t.accent_hover = t.focus = c.highlight;
    t.on_accent = c.highlight_text;
    t.accent_text = c.link_text;
    t.disabled_background = c.button_face;
    t.disabled_text = c.grey_text;
    t.scrim = (c.canvas & 0x00FFFFFFU) | 0xB3000000U;
    t.danger = c.button_text;
    t.on_danger = c.button_face;
    t.incident_banner = t.incident_banner_sunken = c.highlight;
    t.on_incident_banner = c.highlight_text;
    t.chart1 = t.chart_grid = c.canvas_text;
    t.chart2 = c.grey_text;
    t.chart_fail = c.highlight;
    for (StatusColours& status : t.statuses) status = {c.canvas_text, c.canvas};
    return t;
}

} // namespace desk::ui
