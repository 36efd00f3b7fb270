#include "core/search/query.hpp"

#include "core/search/fold.hpp"

#include <algorithm>

namespace desk {

namespace {

constexpr std::size_t most_words = 8;
// Each place is worth more than any number of letters below it.
constexpr int at_beginning = 100, at_word = 70, inside = 30, letters_alone = 4, whole_word = 10;

bool part_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool begins_word(std::string_view text, std::size_t at) { return at == 0 || !part_of_word(text[at - 1]); }

// The letters of the word in order; those that begin words of the text count more.
int in_order(std::string_view text, std::string_view word) {
    if (word.size() < 2) return 0;
    int score = letters_alone;
    std::size_t at = 0, first = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        at = text.find(word[i], at);
        if (at == std::string_view::npos) return 0;
        if (i == 0) first = at;
        if (begins_word(text, at)) score += 2;
        ++at;
    }
    // Letters that are strewn all over a long text are there by chance.
    return at - first <= 4 * word.size() ? score : 0;
}

int score_of(std::string_view text, std::string_view word, bool letters) {
    int best = 0;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        int score = at == 0 ? at_beginning : begins_word(text, at) ? at_word : inside;
        if (score > inside && (end == text.size() || !part_of_word(text[end]))) score += whole_word;
        best = std::max(best, score);
        if (best >= at_word) break; // what comes later is no better
    }
    return best > 0 || !letters ? best : in_order(text, word);
}

} // namespace

Query::Query(std::string_view typed) {
    const std::string folded = fold(typed);
    std::size_t at = 0;
    while (words_.size() < most_words) {
        at = folded.find_first_not_of(" \t", at);
        if (at == std::string::npos) return;
        const std::size_t end = std::min(folded.find_first_of(" \t", at), folded.size());
        words_.push_back(folded.substr(at, end - at));
        at = end;
    }
}

Match Query::match(std::string_view folded, bool letters) const {
    Match match;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const int score = score_of(folded, words_[i], letters);
        if (score == 0) continue;
        match.words |= 1U << i;
        match.score += score;
    }
    return match;
}

int Query::score(std::string_view folded) const {
    const Match found = match(folded);
    return found.words == all() ? found.score : 0;
}

} // namespace desk
