// The words in which a refusal names its owner and its remedy.
#pragma once

#include "core/release/release.hpp"
#include "core/rules/blocker.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

// "Farah, QA"; "Chen, Kofi, Developers"; "Ana, Release Manager and Chen, Developers"; "No owner yet. Assign QA".
std::string owners_text(const Release& release, const std::vector<std::string>& roles);

// "Ana", "Ana and Chen", "Ana, Chen and Kofi".
std::string listed(const std::vector<std::string>& words);

// "1 release", "3 releases".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

// "met" or "done", "open", "partly signed", "waived", "not applicable", "copies disagree": as the status words say.
std::string status_word(const Item& item, bool requirement);

// The remedy where copies disagree, however many they are.
inline constexpr const char* choose_one = "Choose one of the answers.";

// The parts, one after another: shorter than a chain of `+`, in the source and in the program.
std::string sentence(std::initializer_list<std::string_view> parts);

// "Ana, Release Manager", for those who manage another release; "Release Manager" if nobody does.
std::string managers_text(const Release& release, const std::vector<std::string>& names);

// A blocker that the Release Manager of the release owns.
Blocker manager_blocker(const Release& release, std::string_view rule, std::string_view item, std::string text,
                        std::string_view fix);

// A blocker about an item, in its three parts.
Blocker item_blocker(const Release& release, const Item& item, std::string rule, bool requirement);

} // namespace desk
