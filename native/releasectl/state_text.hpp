// A release as text for a terminal: aligned, without colour, one fact a line.
#pragma once

#include "core/release/release.hpp"
#include "core/rules/gate.hpp"

#include <string>

namespace desk::native {

std::string state_text(const Release& release, const Surroundings& around);

} // namespace desk::native
