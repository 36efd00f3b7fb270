// What adopting another guide would do to a release: the difference, and what becomes of that which was ticked.
// Items are the same if their keys are; what was said about one that is no longer asked for stays in the history, and
// counts again if a later guide asks for it.
#pragma once

#include "core/guide/guide_changes.hpp"
#include "core/release/release.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace desk {

struct Adoption {
    struct Effect {
        std::string title; // of the requirement or checklist item
        std::string was;   // "met", "partly signed"; "not asked for"
        std::string is;    // the same, afterwards
    };
    std::vector<GuideChange> changes;
    std::size_t kept = 0;             // settled before and after
    std::vector<Effect> effects;      // those of which the status changes, in the newer guide's order
    std::vector<std::string> stale;   // roles whose go does not count any more, by name
    std::vector<std::string> unowned; // roles that are needed then and that nobody holds, by name
};

// A release in production, or after it, stays with the guide that it was deployed by. On hold it is not there yet.
bool guide_is_settled(Phase phase);

Adoption adoption_of(const Release& release, const Guide& newer);

} // namespace desk
