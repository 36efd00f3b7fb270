// What the core's values are called, in a word or two.
#pragma once

#include "core/release/release.hpp"

#include <string>
#include <vector>

namespace desk::native {

// "met" (a requirement) or "done", "open", "partial", "waived", "not applicable"; "disputed" where copies disagree.
std::string status_words(const Release& release, const Item& item);

// "go", "no-go", "withdrawn", "no vote"; "go, stale"; "disputed".
std::string answer_words(const Vote& vote);

// "Ana, Bruno"; "nobody".
std::string people_words(const std::vector<std::string>& names);

// What a head of a conflict says, as the status shows it and as `resolve` takes it: a text itself, the one word of a
// vote, an item or a phase, "add" or "drop" for what is only there or not, else compact JSON.
std::string head_words(const ConflictHead& head);

} // namespace desk::native
