// The phase table: which changes exist, who makes them, and what must hold.
#pragma once

#include "core/release/release.hpp"
#include "core/rules/blocker.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace desk {

// What a release must know of the world around it; the core never asks the system.
struct Sibling { // another release
    std::string id, product, version;
    Phase phase = Phase::draft;
    bool critical_incident_open = false;
    std::int64_t stable_ms = 0;              // when it was last confirmed stable; 0: never
    bool rolled_back = false;                // it was taken out of production, whatever its phase is now
    std::optional<TimeSpan> window = {};     // while it is still to be deployed in it
    std::vector<std::string> deployers = {}; // who holds a role that owns a checklist item of production
    std::vector<std::string> managers = {};  // its Release Managers
    std::vector<Freeze> freezes = {};        // recorded there
};
struct Surroundings {
    std::int64_t now_ms = 0;
    std::vector<Sibling> siblings; // of its product all; of other products at least those that concern_others
    TimeZones zones = {};
};

// The release as another one sees it.
Sibling sibling_of(const Release& release);
// May releases of other products have to know of it: of its window to come, or of a freeze of all products?
bool concerns_others(const State& state, std::int64_t now_ms);
// Is the release still to be deployed in its window: from Draft to Deploying, and on hold?
bool awaits_window(Phase phase);
// Who holds a role that owns a checklist item of production: they are needed in the window. Sorted.
std::vector<std::string> deployers_of(const Release& release);

// RB-3: what production would go back to, by the product's history: the release that was confirmed stable last. Never
// the release itself, never one that was rolled back. Nothing if there is none.
std::optional<Sibling> last_known_good(const Release& release, const Surroundings& around);

struct Transition {
    Phase from, to;
    std::vector<std::string> who; // role keys, any of which may record it
    const char* act;              // the button: "Start staging"
    bool needs_reason = false;
};

// The whole table; of the changes that leave a phase, the next step of the straight way stands first.
const std::vector<Transition>& transitions();
// The changes that leave the present phase (phase_now), the next step of the straight way first.
std::vector<const Transition*> ways_on(const State& state, const Surroundings& around);
const Transition* transition(Phase from, Phase to);

struct Gate {
    Phase to = Phase::draft;
    bool exists = true;                // false: the table has no such change
    std::vector<Blocker> blockers;     // of the guards; who acts is checked when it is done
    std::vector<std::string> in_place; // what is already there: "Rollback plan, last known-good 4.1.3"
    std::vector<Blocker>
        advice; // does not block: a Patch without a critical issue; a version that contradicts its type
    bool open() const { return exists && blockers.empty(); }
};

// May it go there? Changes nothing. Every failing guard is listed.
Gate gate(const Release& release, Phase to, const Surroundings& around);

// The phase with the clock taken into account: an approval whose window has passed reads Deciding.
Phase phase_now(const State& state, const Surroundings& around);

// The settled reading of a requirement with the clock taken into account: an expired waiver is open again.
bool waiver_expired(const Item& item, std::int64_t now_ms);
// How many are done, not applicable, or waived by a waiver that still holds.
std::size_t settled_count(const std::vector<Item>& items, std::int64_t now_ms);

} // namespace desk
