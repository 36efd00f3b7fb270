// Two copies of one release: what either has that the other lacks, and what would come of putting them together.
#pragma once

#include "core/compare/differences.hpp"
#include "core/history/history.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace desk {

struct CopyDifference {
    // Entries of one copy that the other does not hold, in file order; of a kind that is not known too. They point into
    // the releases.
    std::vector<HistoryEntry> only_a, only_b;
    std::vector<OpId> forks;             // entries of one name that say different things in the two
    std::vector<Difference> differences; // what reads otherwise in b than in a

    bool equal() const { return only_a.empty() && only_b.empty() && forks.empty() && differences.empty(); }
};
// Both must be the same release.
CopyDifference copy_difference(const Release& a, const Release& b);

// What an arriving copy would bring: counts as `absorb` gives them, and what would read otherwise.
struct Arrival {
    Release both;                           // the release as it would be
    Absorbed counts;                        // new, known, forked; of the new ones those of a kind that is not known
    std::vector<std::string> conflicts;     // registers in dispute after the union
    std::vector<std::string> new_conflicts; // those of them that were not in dispute here before
    std::vector<Difference> differences;
};
// `here` is nothing where the release is not known yet: then all is new, and nothing changes.
Arrival arrival(const Release* here, const Release& arriving);
// The entries that would be new here, in file order. They point into `arrival`.
std::vector<HistoryEntry> new_entries(const Release* here, const Arrival& arrival);

} // namespace desk
