// Private to the widgets: words whose letters cannot be drawn one by one. Dear ImGui draws a code point at a time, from
// left to right; Arabic joins, Devanagari reorders, flags and families are several code points, Hebrew runs the other
// way. What has to be drawn together is given one sign of Unicode's private use area, and the platform draws the sign
// as the words that it stands for (Fonts::name_cluster). Everything else is drawn as it stands, at no cost.
//
// The order of words is that of the Unicode Bidirectional Algorithm for one level inside of a line that runs from left
// to right: right-to-left words that follow each other, with the spaces, signs and numbers between them, are turned
// round. Deeper levels, and lines that run from right to left as a whole, are not done.
#pragma once

#include "ui/widgets/text.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace desk::ui {

// The clusters that were drawn so far. There are 6400 signs; what comes after them is drawn letter by letter.
struct Clusters {
    std::unordered_map<std::string, std::uint32_t> signs;
};

// True if the words can be drawn as they stand, and where the platform shapes nothing.
bool plain(const Ui&, std::string_view words);

// The words with signs for their clusters, in the order of reading; `origin` gets for each byte of it, and for its end,
// the byte of `words` that it stands for.
std::string with_signs(Ui&, std::string_view words, std::vector<std::size_t>* origin = nullptr);
// The same in the order in which it is drawn.
std::string as_drawn(Ui&, std::string_view words);

// Where a text cursor before this byte stands, from the start of the drawn words.
float cursor_x(Ui&, std::string_view words, std::size_t byte, TextSize, Weight);
// The byte whose cursor is nearest.
std::size_t byte_near(Ui&, std::string_view words, float x, TextSize, Weight);
// What to mark for the bytes from `begin` to `end`: calls back with the start and the width of each part.
struct Span {
    float x, w;
};
std::vector<Span> marked(Ui&, std::string_view words, std::size_t begin, std::size_t end, TextSize, Weight);

} // namespace desk::ui
