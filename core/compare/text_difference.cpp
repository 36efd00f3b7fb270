#include "core/compare/text_difference.hpp"

#include <algorithm>
#include <cstdint>

namespace desk {

namespace {

constexpr std::size_t most_words = 600; // of either text that are compared each with each

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Words, each with the white space after it. A line's end stands alone, so that moved line breaks do not hide words.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        if (text[at] == '\n') {
            ++end;
        } else {
            while (end < text.size() && !is_space(text[end])) ++end;
            while (end < text.size() && is_space(text[end]) && text[end] != '\n') ++end;
        }
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

std::string_view bare(std::string_view word) {
    while (word.size() > 1 && is_space(word.back())) word.remove_suffix(1);
    return word;
}

using Words = std::vector<std::string_view>;

// Which words of either are in a longest common subsequence.
std::array<std::vector<bool>, 2> common_words(const Words& a, const Words& b) {
    std::array<std::vector<bool>, 2> common{std::vector<bool>(a.size()), std::vector<bool>(b.size())};
    std::size_t first = 0, last = 0;
    const std::size_t shorter = std::min(a.size(), b.size());
    while (first < shorter && bare(a[first]) == bare(b[first])) ++first;
    while (last < shorter - first && bare(a[a.size() - 1 - last]) == bare(b[b.size() - 1 - last])) ++last;
    for (std::size_t i = 0; i < first; ++i) common[0][i] = common[1][i] = true;
    for (std::size_t i = 1; i <= last; ++i) common[0][a.size() - i] = common[1][b.size() - i] = true;
    const std::size_t rows = a.size() - first - last, columns = b.size() - first - last;
    if (rows == 0 || columns == 0 || rows > most_words || columns > most_words) return common;

    // length[i][j]: of the longest one of what is left from there.
    std::vector<std::uint16_t> length((rows + 1) * (columns + 1));
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return length[i * (columns + 1) + j]; };
    const auto same = [&](std::size_t i, std::size_t j) { return bare(a[first + i]) == bare(b[first + j]); };
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            at(i, j) =
                same(i, j) ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (same(i, j)) {
            common[0][first + i++] = common[1][first + j++] = true;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
    return common;
}

// Not inside of a character of UTF-8.
std::size_t character_edge(std::string_view text, std::size_t at) {
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    return at;
}

// Behind the next white space, where that is near; scripts that have none are cut between characters.
std::size_t word_edge(std::string_view text, std::size_t at) {
    constexpr std::size_t near = 24; // bytes
    for (std::size_t edge = at; edge < text.size() && edge <= at + near; ++edge)
        if (edge == 0 || is_space(text[edge - 1])) return edge;
    return character_edge(text, at);
}

void shorten(std::vector<TextPiece>& pieces, std::size_t context) {
    std::vector<TextPiece> result;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        TextPiece& piece = pieces[i];
        const std::size_t before = i > 0 ? context : 0, after = i + 1 < pieces.size() ? context : 0;
        if (piece.differs || pieces.size() == 1 || piece.text.size() <= before + after + context) {
            result.push_back(std::move(piece));
            continue;
        }
        const std::size_t head = word_edge(piece.text, before);
        const std::size_t tail = word_edge(piece.text, piece.text.size() - after);
        if (head > 0) result.push_back({piece.text.substr(0, head), false, false});
        result.push_back({"… ", false, true});
        if (tail < piece.text.size()) result.push_back({piece.text.substr(tail), false, false});
    }
    pieces = std::move(result);
}

// Where the character begins in which this place lies.
std::size_t character_begin(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return std::min(at, text.size());
}

} // namespace

std::string excerpt(const std::string& text, std::size_t place, std::size_t most) {
    constexpr std::size_t lead_in = 16; // bytes before the place
    if (text.size() <= most) return text;
    std::size_t from = place <= lead_in ? 0 : character_begin(text, place - lead_in);
    if (from > 0) from = std::min(word_edge(text, from), character_begin(text, place));
    const std::size_t to = text.size() - from <= most ? text.size() : character_begin(text, from + most);
    return (from > 0 ? "…" : "") + text.substr(from, to - from) + (to < text.size() ? "…" : "");
}

std::array<std::vector<TextPiece>, 2> text_difference(std::string_view a, std::string_view b, std::size_t context) {
    const std::array<Words, 2> words{words_of(a), words_of(b)};
    const auto common = common_words(words[0], words[1]);
    std::array<std::vector<TextPiece>, 2> result;
    for (std::size_t side = 0; side < 2; ++side) {
        auto& pieces = result[side];
        for (std::size_t i = 0; i < words[side].size(); ++i) {
            const bool differs = !common[side][i];
            if (pieces.empty() || pieces.back().differs != differs) pieces.push_back({{}, differs, false});
            pieces.back().text += words[side][i];
        }
        if (context > 0) shorten(pieces, context);
    }
    return result;
}

} // namespace desk
