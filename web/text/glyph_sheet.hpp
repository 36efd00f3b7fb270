// The first glyphs of one weight and size, measured and drawn at once: reading a picture back from a 2D canvas costs
// about the same for one glyph as for a hundred.
#pragma once

#include "web/imports.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace desk::web {

class GlyphSheet {
public:
    // `px` is the font size in device pixels. Measures and draws at the first call of `find`.
    GlyphSheet(int weight, float px) : weight_(weight), px_(px) {}

    struct Found {
        PageGlyph glyph;
        const unsigned char* coverage; // its left top corner, one byte a pixel
        int pitch;                     // from one line to the next
    };
    // The glyph, if it is among the first ones.
    std::optional<Found> find(std::uint32_t codepoint);

    // All digits advance by this, in device pixels.
    float digit_advance();

private:
    void fill();

    int weight_;
    float px_;
    int width_ = 0;
    float digit_advance_ = 0;
    std::vector<PageGlyph> glyphs_; // as in first_glyphs(); empty until filled
    std::vector<unsigned char> coverage_;
};

} // namespace desk::web
