// When a release may be deployed: the card in the section Decision, and what is asked about it.
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

// The window in the team's time and in one's own, what speaks against it, where else it could go, and the freezes.
void draw_window_card(const Part&, Rect& body);

void ask_window(const Part&);

// A page at rest is drawn anew when a window or a freeze within a day begins or ends: the gates then say another thing.
void wake_at_boundary(const Part&);

// The side panel's summary: when it is deployed.
void lay_window_summary(const Part&, Stack&);

} // namespace desk::ui
