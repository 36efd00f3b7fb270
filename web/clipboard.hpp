// Dear ImGui's clipboard. Text fields are the page's own and copy and paste by themselves; this serves the rest.
#pragma once

#include <string>

namespace desk::web {

// Copies go to the system; a paste gives back what was copied here last, which is kept in `last`.
void connect_clipboard(std::string& last);

} // namespace desk::web
