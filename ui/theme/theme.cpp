#include "ui/theme/theme.hpp"

#include "ui/theme/metrics.hpp"

#include <imgui.h>

namespace desk::ui {
namespace {

constexpr Theme light{
    .dark = false,
    .background = colour_of(0xF5F6F8),
    .surface = colour_of(0xFFFFFF),
    .raised = colour_of(0xFFFFFF),
    .sunken = colour_of(0xECEEF2),
    .hover = colour_of(0xF0F2F6),
    .selected = colour_of(0xEBEEFB),
    .border = colour_of(0xDCE0E7),
    .border_strong = colour_of(0x828B99),
    .text = colour_of(0x1A202B),
    .muted = colour_of(0x566071),
    .accent = colour_of(0x3F51C9),
    .accent_hover = colour_of(0x3443AE),
    .on_accent = colour_of(0xFFFFFF),
    .accent_text = colour_of(0x3546B8),
    .accent_soft = colour_of(0xE6EAFB),
    .disabled_background = colour_of(0xE7EAEF),
    .disabled_text = colour_of(0x5C6675),
    .focus = colour_of(0x3F51C9),
    .scrim = colour_of(0x1A202B, 0x66),
    .shadow = colour_of(0x1A202B, 0x24),
    .danger = colour_of(0xB8251F),
    .on_danger = colour_of(0xFFFFFF),
    .incident_banner = colour_of(0xB8251F),
    .incident_banner_sunken = colour_of(0x8F1B16),
    .on_incident_banner = colour_of(0xFFFFFF),
    .chart1 = colour_of(0x3F51C9),
    .chart2 = colour_of(0x868FA0),
    .chart_fail = colour_of(0xC4372F),
    .chart_grid = colour_of(0xE4E7EC),
    .statuses =
        {
            {colour_of(0x14633A), colour_of(0xE1F3E8)}, // done
            {colour_of(0x434E5F), colour_of(0xE3E7ED)}, // open
            {colour_of(0x3546B8), colour_of(0xDAE1FB)}, // active
            {colour_of(0x8F3D0C), colour_of(0xFCE9DB)}, // blocked
            {colour_of(0x6E5108), colour_of(0xFBF0C8)}, // warning
            {colour_of(0xAD211C), colour_of(0xFCE5E3)}, // incident
            {colour_of(0x566071), colour_of(0xF1F2F5)}, // not applicable
            {colour_of(0x77309B), colour_of(0xF4E7FA)}, // conflict
        },
};

constexpr Theme dark{
    .dark = true,
    .background = colour_of(0x0F1216),
    .surface = colour_of(0x161A20),
    .raised = colour_of(0x1E232B),
    .sunken = colour_of(0x0B0D11),
    .hover = colour_of(0x1C2129),
    .selected = colour_of(0x20263A),
    .border = colour_of(0x2B323C),
    .border_strong = colour_of(0x6F7A8A),
    .text = colour_of(0xE7EAEF),
    .muted = colour_of(0x9EA8B6),
    .accent = colour_of(0x95A4FF),
    .accent_hover = colour_of(0xAAB6FF),
    .on_accent = colour_of(0x0D1233),
    .accent_text = colour_of(0xA5B2FF),
    .accent_soft = colour_of(0x252C4C),
    .disabled_background = colour_of(0x262C35),
    .disabled_text = colour_of(0x8F99A8),
    .focus = colour_of(0x95A4FF),
    .scrim = colour_of(0x000000, 0xA6),
    .shadow = colour_of(0x000000, 0x80),
    .danger = colour_of(0xF0837B),
    .on_danger = colour_of(0x2A0806),
    .incident_banner = colour_of(0xB53129),
    .incident_banner_sunken = colour_of(0x8A221C),
    .on_incident_banner = colour_of(0xFFFFFF),
    .chart1 = colour_of(0x95A4FF),
    .chart2 = colour_of(0x67728A),
    .chart_fail = colour_of(0xF0837B),
    .chart_grid = colour_of(0x262C35),
    .statuses =
        {
            {colour_of(0x82D8A4), colour_of(0x15301F)}, // done
            {colour_of(0xB0BAC8), colour_of(0x262D37)}, // open
            {colour_of(0xA5B2FF), colour_of(0x2C3563)}, // active
            {colour_of(0xF4AC7C), colour_of(0x392315)}, // blocked
            {colour_of(0xE8C862), colour_of(0x332A0E)}, // warning
            {colour_of(0xFF9F98), colour_of(0x411A1A)}, // incident
            {colour_of(0x9EA8B6), colour_of(0x20262E)}, // not applicable
            {colour_of(0xDCACF1), colour_of(0x34203F)}, // conflict
        },
};

constexpr Theme light_contrast{
    .dark = false,
    .background = colour_of(0xFFFFFF),
    .surface = colour_of(0xFFFFFF),
    .raised = colour_of(0xFFFFFF),
    .sunken = colour_of(0xF0F0F0),
    .hover = colour_of(0xEDEDED),
    .selected = colour_of(0xE3E8FF),
    .border = colour_of(0x5A5A5A),
    .border_strong = colour_of(0x000000),
    .text = colour_of(0x000000),
    .muted = colour_of(0x474747),
    .accent = colour_of(0x1B2A9E),
    .accent_hover = colour_of(0x0F1A73),
    .on_accent = colour_of(0xFFFFFF),
    .accent_text = colour_of(0x1B2A9E),
    .accent_soft = colour_of(0xE3E8FF),
    .disabled_background = colour_of(0xE6E6E6),
    .disabled_text = colour_of(0x404040),
    .focus = colour_of(0x1B2A9E),
    .scrim = colour_of(0x000000, 0xB3),
    .shadow = colour_of(0x000000, 0x00),
    .danger = colour_of(0x8A0F0A),
    .on_danger = colour_of(0xFFFFFF),
    .incident_banner = colour_of(0x8A0F0A),
    .incident_banner_sunken = colour_of(0x5C0603),
    .on_incident_banner = colour_of(0xFFFFFF),
    .chart1 = colour_of(0x1B2A9E),
    .chart2 = colour_of(0x5A5A5A),
    .chart_fail = colour_of(0xA3120C),
    .chart_grid = colour_of(0x5A5A5A),
    .statuses =
        {
            {colour_of(0x0B4A28), colour_of(0xE3F5EA)}, // done
            {colour_of(0x2B3442), colour_of(0xECEFF3)}, // open
            {colour_of(0x1B2A9E), colour_of(0xE3E8FF)}, // active
            {colour_of(0x6B2A05), colour_of(0xFDEEE3)}, // blocked
            {colour_of(0x533C04), colour_of(0xFBF3D5)}, // warning
            {colour_of(0x8A0F0A), colour_of(0xFDEAE8)}, // incident
            {colour_of(0x333333), colour_of(0xF2F2F2)}, // not applicable
            {colour_of(0x5A1F7A), colour_of(0xF6EAFB)}, // conflict
        },
};

constexpr Theme dark_contrast{
    .dark = true,
    .background = colour_of(0x000000),
    .surface = colour_of(0x000000),
    .raised = colour_of(0x0D0D0D),
    .sunken = colour_of(0x1A1A1A),
    .hover = colour_of(0x262626),
    .selected = colour_of(0x1F2A5C),
    .border = colour_of(0x8F8F8F),
    .border_strong = colour_of(0xFFFFFF),
    .text = colour_of(0xFFFFFF),
    .muted = colour_of(0xBFBFBF),
    .accent = colour_of(0xB3C0FF),
    .accent_hover = colour_of(0xD0D8FF),
    .on_accent = colour_of(0x000000),
    .accent_text = colour_of(0xC2CCFF),
    .accent_soft = colour_of(0x1F2A5C),
    .disabled_background = colour_of(0x2B2B2B),
    .disabled_text = colour_of(0xC4C4C4),
    .focus = colour_of(0xB3C0FF),
    .scrim = colour_of(0x000000, 0xCC),
    .shadow = colour_of(0x000000, 0x00),
    .danger = colour_of(0xFFB3AD),
    .on_danger = colour_of(0x000000),
    .incident_banner = colour_of(0x8A0F0A),
    .incident_banner_sunken = colour_of(0x5C0603),
    .on_incident_banner = colour_of(0xFFFFFF),
    .chart1 = colour_of(0xB3C0FF),
    .chart2 = colour_of(0xA6A6A6),
    .chart_fail = colour_of(0xFFB3AD),
    .chart_grid = colour_of(0x8F8F8F),
    .statuses =
        {
            {colour_of(0xA6F0C4), colour_of(0x0A2A18)}, // done
            {colour_of(0xE0E4EA), colour_of(0x20242B)}, // open
            {colour_of(0xC2CCFF), colour_of(0x1F2A5C)}, // active
            {colour_of(0xFFC9A3), colour_of(0x301A0B)}, // blocked
            {colour_of(0xFFE28A), colour_of(0x2B2204)}, // warning
            {colour_of(0xFFC2BD), colour_of(0x3A1210)}, // incident
            {colour_of(0xD6D6D6), colour_of(0x1F1F1F)}, // not applicable
            {colour_of(0xEFCBFF), colour_of(0x2B1536)}, // conflict
        },
};

} // namespace

const Theme& theme_of(bool is_dark, bool high_contrast) {
    return high_contrast ? (is_dark ? dark_contrast : light_contrast) : is_dark ? dark : light;
}

void apply_style(const Theme& theme) {
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = style.FramePadding = style.ItemSpacing = style.CellPadding = {0, 0};
    style.WindowBorderSize = style.PopupBorderSize = style.ChildBorderSize = style.FrameBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.WindowRounding = style.PopupRounding = metrics::radius_card;
    style.FrameRounding = metrics::radius_control;
    style.ScrollbarSize = metrics::space_s;
    style.ScrollbarRounding = metrics::space_xs;
    style.DisabledAlpha = 1; // the widgets draw what is out of reach in its own colours

    auto set = [&style](ImGuiCol which, Colour colour) {
        style.Colors[which] = ImGui::ColorConvertU32ToFloat4(colour);
    };
    for (int which = 0; which < ImGuiCol_COUNT; ++which) set(which, 0);
    set(ImGuiCol_Text, theme.text);
    // What a field may hold must not look like what it holds.
    set(ImGuiCol_TextDisabled, theme.muted == theme.text ? theme.disabled_text : theme.muted);
    set(ImGuiCol_TextSelectedBg, theme.dark ? theme.status(StatusKind::active).background : theme.accent_soft);
    set(ImGuiCol_InputTextCursor, theme.text);
    set(ImGuiCol_ScrollbarGrab, theme.border);
    set(ImGuiCol_ScrollbarGrabHovered, theme.border_strong);
    set(ImGuiCol_ScrollbarGrabActive, theme.border_strong);
    set(ImGuiCol_ModalWindowDimBg, theme.scrim);
}

} // namespace desk::ui
