// The look as values: every size of the design, in CSS pixels.
#pragma once

namespace desk::ui::metrics {

inline constexpr float grid = 4;
inline constexpr float space_xs = 4, space_s = 8, space_m = 12, space_l = 16, space_xl = 24, space_xxl = 32;

inline constexpr float radius_small = 4, radius_control = 6, radius_card = 8, radius_pill = 10;
inline constexpr float border = 1, focus_width = 2, focus_offset = 2, current_bar = 3;
inline constexpr float shadow_offset = 4, shadow_blur = 16;

inline constexpr float control = 32, control_touch = 44, control_compact = 24;
inline constexpr float table_row = 40, table_row_two_lines = 48, checklist_row = 52, table_head = 32;
inline constexpr float chip = 28, chip_touch = 36, chip_padding = 10, pill = 20, checkbox = 16, icon = 16,
                       icon_small = 12;
inline constexpr float avatar = 24, avatar_small = 20, progress_width = 56, progress_height = 6;
inline constexpr float card_padding = 12, card_head = 40, card_gap = 12;

inline constexpr float rail = 200, rail_collapsed = 56, top_bar = 48, side_panel = 320, content_max = 1440;
inline constexpr float gutter = 24, gutter_phone = 16, bottom_bar = 56, tabs = 40, stepper = 32, dialog = 440,
                       dialog_wide = 480;

inline constexpr double toast_seconds = 6, tooltip_delay_seconds = 0.5;

} // namespace desk::ui::metrics
