// The words in which a refusal names its owner and its remedy (VISUAL.md "Words").
#pragma once

#include "core/release/release.hpp"
#include "core/rules/blocker.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace desk {

// "Farah, QA"; "Chen, Kofi, Developers"; "Ana, Release Manager and Chen, Developers"; "No owner yet. Assign QA".
std::string owners_text(const Release& release, const std::vector<std::string>& roles);

// "Ana", "Ana and Chen", "Ana, Chen and Kofi".
std::string listed(const std::vector<std::string>& words);

// "met" or "done", "open", "partly signed", "waived", "not applicable", "two copies disagree": as the status words say.
std::string status_word(const Item& item, bool requirement);

// A blocker about an item, in its three parts.
Blocker item_blocker(const Release& release, const Item& item, std::string rule, bool requirement);

} // namespace desk
