// What a newer guide changes, in words.
#pragma once

#include "core/guide/guide.hpp"

#include <string>
#include <vector>

namespace desk {

struct GuideChange {
    enum class Kind { added, removed, changed };
    Kind kind = Kind::changed;
    std::string part;                 // where in the guide: "Deployment checklist"
    std::string title;                // what: the text of an item, the name of a role
    std::vector<std::string> details; // of a change: "Owners: QA → QA and Developers"
};

// From the older to the newer guide, in the order of the newer one; things are the same if their keys are. Empty: both
// say the same.
std::vector<GuideChange> guide_changes(const Guide& older, const Guide& newer);

// "Added", "Removed", "Changed"
const char* name_of(GuideChange::Kind kind);

} // namespace desk
