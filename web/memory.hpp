// What happens when the browser gives the program no more memory: the page is told, and says so to the user.
#pragma once

namespace desk::web {

// Before Dear ImGui's context is made.
void stop_when_out_of_memory();

} // namespace desk::web
