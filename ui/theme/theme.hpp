// The look as values: every colour of the design in two themes. Sizes are in ui/theme/metrics.hpp.
#pragma once

#include <cstdint>

namespace desk::ui {

// 0xAABBGGRR, as Dear ImGui packs it.
using Colour = std::uint32_t;

// From the order in which the design writes it: 0xRRGGBB, and its opacity.
constexpr Colour colour_of(std::uint32_t rgb, std::uint32_t alpha = 0xFF) {
    return (rgb >> 16 & 0xFFU) | (rgb & 0xFF00U) | (rgb & 0xFFU) << 16 | alpha << 24;
}

// VISUAL "Colour": a colour of this set is used for that status only, always together with an icon and a word.
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

const Theme& light_theme();
const Theme& dark_theme();

// Sets ImGui's colours and sizes, for the few ImGui widgets that draw themselves (the text editor, scroll bars).
void apply_style(const Theme&);

} // namespace desk::ui
