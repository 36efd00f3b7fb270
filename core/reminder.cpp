#include "core/reminder.hpp"

#include "core/log/seals.hpp"

#include <algorithm>
#include <map>

namespace desk {

std::optional<std::int64_t> unexported_since(const Log& log, std::string_view by) {
    std::map<ActorId, std::uint64_t> ends;
    for (const OpId& id : sealed_ends(log)) ends[id.actor] = std::max(ends[id.actor], id.seq);
    std::optional<std::int64_t> oldest;
    for (const Op* op : log.ordered()) {
        if (op->by != by || op->is_seal() || (oldest && *oldest <= op->wall_ms)) continue;
        const auto end = ends.find(op->id.actor);
        if (end == ends.end() || op->id.seq > end->second) oldest = op->wall_ms;
    }
    return oldest;
}

bool export_is_due(bool evictable, std::optional<std::int64_t> oldest_ms, std::int64_t put_off_at_ms,
                   std::int64_t now_ms) {
    if (!evictable || !oldest_ms || now_ms - *oldest_ms < reminder_pause_ms) return false;
    return put_off_at_ms == 0 || now_ms < put_off_at_ms || now_ms - put_off_at_ms >= reminder_pause_ms;
}

} // namespace desk
