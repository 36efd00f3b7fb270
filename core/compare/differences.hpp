// What reads otherwise in one release than in another, in the words of the history: for two copies side by side, and
// for what an import would bring.
#pragma once

#include "core/release/release.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace desk {

struct Difference {
    std::string about;    // register
    std::string title;    // "Rollback plan", "QA's vote"
    std::string from, to; // what it says in either, whole: "open", "no-go: Build 9128 fails"
    std::string by; // who said what it says now, or said before what is not there now; empty: it follows from others
    bool disputed = false; // copies disagree on it in the second release
};

// In the order of the ops that made the difference, then what follows from them: an approval that is lost, a vote that
// is stale. Both must be the same release.
std::vector<Difference> differences_between(const Release& before, const Release& after);

// "QA's vote: go → no-go: Build 9128 fails (Farah)": one line; of long texts the part where they differ.
std::string difference_words(const Difference& difference);

} // namespace desk
