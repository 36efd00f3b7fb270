// The registers of a release in words: what each is called, and what a value of it says.
#pragma once

#include "core/release/release.hpp"

#include <string>
#include <string_view>

namespace desk {

// "Smoke tests prepared", "QA's vote", "Rollback plan": what the register is about.
std::string register_title(const Release&, std::string_view about);

// What one head of the register says. `short_words` name the choice ("not met", "no-go", "4.2.0"); `rest` is its
// reason, or the whole of a long text; may be empty.
struct SaidWords {
    std::string short_words, rest;
};
inline constexpr std::string_view this_text = "this text"; // short words that say only that there is a long one
SaidWords said_words(const Release&, std::string_view about, const Value& value, std::string_view kind);

// The whole of it in one: "this text" gives way to the text, "no-go" stands before its reason.
std::string in_full(const SaidWords&);

// What a register says that nobody has written yet: "open", "no vote", "Draft", "not set".
std::string unsaid_words(std::string_view about);

// What holds while its heads differ: "Until then it counts as open."
std::string safe_reading(const Release&, const Conflict&);

// One op as what its author did, to follow their name: "said not met: Smoke tests prepared".
std::string deed_words(const Release&, const Op&);

} // namespace desk
