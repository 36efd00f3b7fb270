// Where two texts differ, word by word.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

struct TextPiece {
    std::string text;       // with the white space after its words
    bool differs = false;   // the other text says something else here, or nothing
    bool shortened = false; // the middle of a long part that is the same in both was left out: "… "
};

// Each text in pieces, differing and equal ones by turns; joined they are the text, where nothing was left out. As few
// words differ as can be, in texts of some hundred words; in longer ones all between the first and the last difference
// counts as different. Equal parts of more than `context` bytes on either side of a difference lose their middle,
// between words where there are any; no limit if it is 0.
std::array<std::vector<TextPiece>, 2> text_difference(std::string_view a, std::string_view b, std::size_t context = 0);

// The part of a text from a little before a place on, of about `most` bytes: for one line. "…" stands for what is left
// out.
std::string excerpt(const std::string& text, std::size_t place, std::size_t most);

} // namespace desk
