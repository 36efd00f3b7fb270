// When a copy that may be lost ought to be exported. A rule without a clock: the present moment is given.
#pragma once

#include "core/log/log.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace desk {

// When the oldest op under this name was made that no seal names, ms UTC; nothing if there is none. Whatever leaves a
// copy is sealed first (core/commands/seal.hpp), so this is what no export holds. Seals are believed here, not held
// against the ops: that is for `verify`.
std::optional<std::int64_t> unexported_since(const Log& log, std::string_view by);

inline constexpr std::int64_t reminder_pause_ms = std::int64_t{7} * 24 * 60 * 60 * 1000;

// Is it time to remind of an export? Only where the store may be removed, once a change has been only there for seven
// days (after which WebKit removes what a page without a visit has stored), and not within seven days of "later". A
// clock that was set back does not silence it for longer than that.
bool export_is_due(bool evictable, std::optional<std::int64_t> oldest_ms, std::int64_t put_off_at_ms,
                   std::int64_t now_ms);

} // namespace desk
