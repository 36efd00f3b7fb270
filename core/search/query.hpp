// How well a text answers what somebody typed to find it. The better the place of a word, the more it counts: at the
// very beginning, at the beginning of a word, inside of one, and its letters in order ("rdns" in "readiness") least.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

// What each of the typed words is worth in a text.
struct Match {
    std::uint32_t words = 0; // bit i: word i was found
    int score = 0;           // of those together
};

class Query {
public:
    // Words are parted by blanks; those after the eighth are left out.
    explicit Query(std::string_view typed);

    bool empty() const { return words_.empty(); }
    std::uint32_t all() const { return (1U << words_.size()) - 1; }
    // Of a text that is folded already. `letters` allows a word whose letters stand in it in order, with others
    // between.
    Match match(std::string_view folded, bool letters = true) const;
    // The score if all words are found, else 0.
    int score(std::string_view folded) const;

private:
    std::vector<std::string> words_; // folded
};

} // namespace desk
