// The look as values: every colour of the design, in a light and a dark theme, each also in high contrast. Sizes are in
// ui/theme/metrics.hpp.
#pragma once

#include <cstdint>

namespace desk::ui {

// 0xAABBGGRR, as Dear ImGui packs it.
using Colour = std::uint32_t;

// From the order in which the design writes it: 0xRRGGBB, and its opacity.
constexpr Colour colour_of(std::uint32_t rgb, std::uint32_t alpha = 0xFF) {
    return (rgb >> 16 & 0xFFU) | (rgb & 0xFF00U) | (rgb & 0xFFU) << 16 | alpha << 24;
}

// A colour of this set is used for that status only, always together with an icon and a word.
enum class StatusKind : std::uint8_t { done, open, active, blocked, warning, incident, not_applicable, conflict };
inline constexpr int status_kinds = 8;

struct StatusColours {
    Colour text, background;
};

struct Theme {
    bool dark;
    Colour background;    // the page
    Colour surface;       // bars, cards, tables
    Colour raised;        // menus, dialogs, toasts
    Colour sunken;        // tracks, code
    Colour hover;         // row or quiet button under the pointer
    Colour selected;      // chosen row, place, chip
    Colour border;        // hairlines
    Colour border_strong; // edges of controls
    Colour text, muted;
    Colour accent, accent_hover, on_accent, accent_text, accent_soft;
    Colour disabled_background, disabled_text;
    Colour focus;
    Colour scrim, shadow; // not opaque
    Colour danger, on_danger;
    Colour incident_banner, incident_banner_sunken, on_incident_banner;
    Colour chart1, chart2, chart_fail, chart_grid;
    StatusColours statuses[status_kinds];

    const StatusColours& status(StatusKind kind) const { return statuses[static_cast<int>(kind)]; }
};

// What every pair of colours keeps (tests/ui/theme_test.cpp): text 4.5 : 1, edges of controls 3 : 1 (WCAG 2.2 AA, 1.4.3
// and 1.4.11); in high contrast 7 : 1 (AAA, 1.4.6) and 4.5 : 1, hairlines included.
const Theme& theme_of(bool dark, bool high_contrast);
inline const Theme& light_theme() { return theme_of(false, false); }
inline const Theme& dark_theme() { return theme_of(true, false); }

// The few colours that a person chose for everything on the screen, by the names of CSS Color 4, "System Colors".
struct SystemColours {
    Colour canvas, canvas_text, link_text, button_text, button_face, highlight, highlight_text, grey_text;
    bool operator==(const SystemColours&) const = default;
};

// All of them, and no others but mixtures of the page with a little of its text: what is told by colour elsewhere is
// told by icon and word anyway.
Theme forced_theme(const SystemColours&);

// Sets ImGui's colours and sizes, for the few ImGui widgets that draw themselves (the text editor, scroll bars).
void apply_style(const Theme&);

} // namespace desk::ui
