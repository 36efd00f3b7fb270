// The deployment window and the freezes of a release, from its log.
#pragma once

#include "core/log/log.hpp"
#include "core/release/window.hpp"

#include <optional>
#include <vector>

namespace desk {

std::optional<Window> derive_window(const Log& log);
std::vector<Freeze> derive_freezes(const Log& log); // by their ids

TimeSpan span_of(const Value& value); // what both keep of it

// As the registers keep them (core/release/registers.hpp).
Value window_value(const TimeSpan& span);
Value freeze_value(const Freeze& freeze);

} // namespace desk
