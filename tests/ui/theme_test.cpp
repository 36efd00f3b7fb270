#include "ui/icons/icon.hpp"
#include "ui/theme/theme.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

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

constexpr double for_text = 4.5, for_controls = 3;

} // namespace

TEST_CASE("white on black has the largest contrast there is") {
    CHECK(contrast(colour_of(0x000000), colour_of(0xFFFFFF)) == doctest::Approx(21));
    CHECK(contrast(colour_of(0x3F51C9), colour_of(0xFFFFFF)) == doctest::Approx(6.5).epsilon(0.01));
}

TEST_CASE("text can be read and controls can be seen in both themes (WCAG 2.2 AA)") {
    for (const Theme* t : {&light_theme(), &dark_theme()}) {
        CAPTURE(t->dark);
        for (const Colour surface : {t->background, t->surface, t->raised, t->sunken, t->hover, t->selected}) {
            CAPTURE(surface);
            for (const Colour text : {t->text, t->muted, t->accent_text}) CHECK(contrast(text, surface) >= for_text);
            CHECK(contrast(t->focus, surface) >= for_controls);
        }
        for (const Colour surface : {t->background, t->surface, t->raised}) {
            CHECK(contrast(t->border_strong, surface) >= for_controls);
            CHECK(contrast(t->accent, surface) >= for_controls);
        }
        CHECK(contrast(t->on_accent, t->accent) >= for_text);
        CHECK(contrast(t->on_accent, t->accent_hover) >= for_text);
        CHECK(contrast(t->accent_text, t->accent_soft) >= for_text);
        CHECK(contrast(t->on_danger, t->danger) >= for_text);
        CHECK(contrast(t->on_incident_banner, t->incident_banner) >= for_text);
        CHECK(contrast(t->on_incident_banner, t->incident_banner_sunken) >= for_text);
        CHECK(contrast(t->disabled_text, t->disabled_background) >= for_text);
        for (const Colour mark : {t->chart1, t->chart2, t->chart_fail})
            CHECK(contrast(mark, t->surface) >= for_controls);
    }
}

TEST_CASE("every status can be read, on its own fill and without it, and so can other words on the fill") {
    for (const Theme* t : {&light_theme(), &dark_theme()}) {
        for (int kind = 0; kind < status_kinds; ++kind) {
            CAPTURE(kind);
            const StatusColours& status = t->status(static_cast<StatusKind>(kind));
            for (const Colour under : {status.background, t->background, t->surface, t->raised, t->hover, t->selected})
                CHECK(contrast(status.text, under) >= for_text);
            CHECK(contrast(t->text, status.background) >= for_text);
            CHECK(contrast(t->muted, status.background) >= for_text);
        }
    }
}

TEST_CASE("no two statuses share an icon, so that none is told by its colour alone") {
    for (int a = 0; a < status_kinds; ++a)
        for (int b = a + 1; b < status_kinds; ++b)
            CHECK(status_icon(static_cast<StatusKind>(a)) != status_icon(static_cast<StatusKind>(b)));
}
