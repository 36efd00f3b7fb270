#include "core/log/gaps.hpp"

#include "core/log/seals.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace desk {

std::vector<Gap> gaps(const Log& log) {
    std::map<ActorId, std::set<std::uint64_t>> here; // sequence numbers by actor
    std::map<ActorId, std::uint64_t> largest;
    const auto name = [&](const OpId& id) { largest[id.actor] = std::max(largest[id.actor], id.seq); };
    for (const Op* op : log.ordered()) {
        here[op->id.actor].insert(op->id.seq);
        name(op->id);
        for (const OpId& id : op->replaces) name(id);
    }
    for (const OpId& id : sealed_ends(log)) name(id);
    std::vector<Gap> found;
    for (const auto& [actor, last] : largest) {
        std::uint64_t next = 1; // the first that is not accounted for
        for (const std::uint64_t seq : here[actor]) {
            if (next < seq) found.push_back({actor.text(), next, seq - 1});
            next = seq + 1;
        }
        if (next <= last) found.push_back({actor.text(), next, last});
    }
    return found;
}

} // namespace desk
