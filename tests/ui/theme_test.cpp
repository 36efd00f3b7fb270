#include "ui/icons/icon.hpp"
#include "ui/theme/theme.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

using namespace desk::ui;

namespace {

// WCAG 2.2, relative luminance and contrast ratio.
double luminance(Colour colour) {
    const auto part = [colour](int shift) {
        const double c = static_cast<double>(colour >> shift & 0xFFU) / 255;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(0) + 0.7152 * part(8) + 0.0722 * part(16);
}

double contrast(Colour a, Colour b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

// What a theme has to reach: WCAG 2.2 AA (1.4.3 text, 1.4.11 controls), in high contrast AAA for text (1.4.6).
struct Reached {
    const Theme& theme;
    double text, controls;
};

std::vector<Reached> all_themes() {
    std::vector<Reached> all;
    for (const bool dark : {false, true}) {
        all.push_back({theme_of(dark, false), 4.5, 3});
        all.push_back({theme_of(dark, true), 7, 4.5});
    }
    return all;
}

std::vector<Colour> surfaces(const Theme& t) {
    return {t.background, t.surface, t.raised, t.sunken, t.hover, t.selected};
}

// What ImGui draws behind selected text is set here, and only there.
Colour selection(const Theme& t) {
    apply_style(t);
    return ImGui::ColorConvertFloat4ToU32(ImGui::GetStyle().Colors[ImGuiCol_TextSelectedBg]);
}

void check_text(const Theme& t, double least) {
    for (const Colour under : surfaces(t))
        for (const Colour text : {t.text, t.muted, t.accent_text}) CHECK(contrast(text, under) >= least);
    const std::pair<Colour, Colour> pairs[] = {
        {t.on_accent, t.accent},
        {t.on_accent, t.accent_hover},
        {t.accent_text, t.accent_soft}, // one's own avatar
        {t.text, selection(t)},
        {t.on_danger, t.danger},
        {t.on_incident_banner, t.incident_banner},
        {t.on_incident_banner, t.incident_banner_sunken}, // also the other way round: the banner's first button
    };
    for (const auto& [text, under] : pairs) CHECK(contrast(text, under) >= least);
}

void check_statuses(const Theme& t, double least) {
    for (int kind = 0; kind < status_kinds; ++kind) {
        CAPTURE(kind);
        const StatusColours& status = t.status(static_cast<StatusKind>(kind));
        CHECK(contrast(status.text, status.background) >= least);
        for (const Colour under : surfaces(t)) CHECK(contrast(status.text, under) >= least);
        for (const Colour text : {t.text, t.muted}) CHECK(contrast(text, status.background) >= least);
    }
}

void check_controls(const Theme& t, double least) {
    for (const Colour under : surfaces(t)) {
        CHECK(contrast(t.focus, under) >= least);
        CHECK(contrast(t.accent, under) >= least); // ticked boxes, chosen chips, the bar of a chosen row, progress
    }
    for (const Colour under : {t.background, t.surface, t.raised}) CHECK(contrast(t.border_strong, under) >= least);
    CHECK(contrast(t.danger, t.raised) >= least);
    CHECK(contrast(t.status(StatusKind::done).text, t.sunken) >= least);      // progress that is full
    CHECK(contrast(t.status(StatusKind::incident).text, t.surface) >= least); // edge of a field that is wrong
    for (const Colour mark : {t.chart1, t.chart2, t.chart_fail}) CHECK(contrast(mark, t.surface) >= least);
}

// A context, for what apply_style sets.
struct Context {
    Context() { ImGui::CreateContext(); }
    ~Context() { ImGui::DestroyContext(); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
};

// Palettes as systems offer them for high contrast: white on black, black on white, and two that are tinted.
constexpr SystemColours palettes[] = {
    {colour_of(0x000000), colour_of(0xFFFFFF), colour_of(0x8080FF), colour_of(0xFFEE32), colour_of(0x000000),
     colour_of(0xD6B4FD), colour_of(0x2B2B2B), colour_of(0xA6A6A6)},
    {colour_of(0xFFFFFF), colour_of(0x000000), colour_of(0x00009F), colour_of(0x000000), colour_of(0xFFFFFF),
     colour_of(0x37006E), colour_of(0xFFFFFF), colour_of(0x600000)},
    {colour_of(0xFFFAEF), colour_of(0x3D3D3D), colour_of(0x1C5E75), colour_of(0x202020), colour_of(0xFFFAEF),
     colour_of(0x903909), colour_of(0xFFF5E3), colour_of(0x676767)},
    {colour_of(0x2D3236), colour_of(0xFFFFFF), colour_of(0x70EBDE), colour_of(0xB6F6F0), colour_of(0x2D3236),
     colour_of(0xA1BFDE), colour_of(0x212D3B), colour_of(0xA6A6A6)},
};

} // namespace

TEST_CASE("white on black has the largest contrast there is") {
    CHECK(contrast(colour_of(0x000000), colour_of(0xFFFFFF)) == doctest::Approx(21));
    CHECK(contrast(colour_of(0x3F51C9), colour_of(0xFFFFFF)) == doctest::Approx(6.5).epsilon(0.01));
}

TEST_CASE("text can be read and controls can be seen, in light and dark, and better in high contrast") {
    const Context context;
    for (const auto& [theme, text, controls] : all_themes()) {
        CAPTURE(theme.dark);
        CAPTURE(text);
        check_text(theme, text);
        check_statuses(theme, text);
        check_controls(theme, controls);
        CHECK(contrast(theme.disabled_text, theme.disabled_background) >=
              4.5); // more than is asked of what is disabled
    }
}

TEST_CASE("in high contrast also hairlines, cards and charts have edges that can be seen") {
    for (const bool dark : {false, true}) {
        const Theme& t = theme_of(dark, true);
        for (const Colour under : {t.background, t.surface, t.raised}) CHECK(contrast(t.border, under) >= 4.5);
        CHECK(contrast(t.chart_grid, t.surface) >= 4.5);
        CHECK(t.dark == dark);
    }
}

TEST_CASE("where the system gives the colours, nothing is drawn in others") {
    const Context context;
    for (const SystemColours& c : palettes) {
        CAPTURE(c.canvas);
        const Theme t = forced_theme(c);
        CHECK(t.dark == (luminance(c.canvas) < 0.2));
        check_text(t, 4.5);
        check_statuses(t, 4.5);
        check_controls(t, 3);
        CHECK(contrast(t.disabled_text, t.disabled_background) >= 3);
        const Colour given[] = {c.canvas,      c.canvas_text, c.link_text,      c.button_text,
                                c.button_face, c.highlight,   c.highlight_text, c.grey_text};
        for (const Colour used : {t.background,
                                  t.surface,
                                  t.raised,
                                  t.border,
                                  t.border_strong,
                                  t.text,
                                  t.muted,
                                  t.accent,
                                  t.accent_hover,
                                  t.on_accent,
                                  t.accent_text,
                                  t.disabled_background,
                                  t.disabled_text,
                                  t.focus,
                                  t.danger,
                                  t.on_danger,
                                  t.incident_banner,
                                  t.incident_banner_sunken,
                                  t.on_incident_banner,
                                  t.chart1,
                                  t.chart2,
                                  t.chart_fail,
                                  t.chart_grid})
            CHECK(std::count(std::begin(given), std::end(given), used) > 0);
        // The others are the page with a little of its text.
        for (const Colour tint : {t.sunken, t.hover, t.selected, t.accent_soft}) {
            CHECK(contrast(tint, c.canvas) > 1);
            CHECK(contrast(tint, c.canvas) < 1.6);
        }
    }
}

TEST_CASE("no two statuses share an icon, so that none is told by its colour alone") {
    for (int a = 0; a < status_kinds; ++a)
        for (int b = a + 1; b < status_kinds; ++b)
            CHECK(status_icon(static_cast<StatusKind>(a)) != status_icon(static_cast<StatusKind>(b)));
}
