// What happened in an incident, in the order of time: what people noted, and what the release's own history says.
#pragma once

#include "core/release/release.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace desk {

struct TimelineEntry {
    std::int64_t at_ms = 0;
    std::string by;
    std::string words; // to follow the name: "signed: Execute the rollback procedure", or ": 2 of 4 nodes are back"
    bool bad = false;  // the incident's beginning, and when it was reopened
    // "Chen signed: …", "Chen: 2 of 4 nodes are back"
    std::string text() const { return words.compare(0, 2, ": ") == 0 ? by + words : by + " " + words; }
};

// Oldest first: from the deployment before the incident to the last thing that was said about it.
std::vector<TimelineEntry> incident_timeline(const Release& release, const Incident& incident);

} // namespace desk
