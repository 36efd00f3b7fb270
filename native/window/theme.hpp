// Whether the user's desktop is dark. Best effort: GTK_THEME, then GNOME's setting; else light.
#pragma once

namespace desk::native {

bool desktop_prefers_dark(); // may start another program, and waits for it for a moment

} // namespace desk::native
