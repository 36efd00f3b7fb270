// Windows and freezes as the commands tell them.
#pragma once

#include "core/rules/gate.hpp"
#include "native/releasectl/terminal.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace desk::native {

// "Window: Wed 25 Nov, 21:00–22:30, Europe/Berlin, UTC+1"; "Window: none, REASON"; "Window: not set".
std::string window_text(const Release& release, std::int64_t now_ms);

// A message for each thing that speaks against the release's window, then where it could go. True if there was one.
bool tell_conflicts(const Terminal& terminal, std::string_view file, const Release& release,
                    const Surroundings& around);

} // namespace desk::native
