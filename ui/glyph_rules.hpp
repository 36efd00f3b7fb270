// How text is set glyph by glyph, the same on every platform: what their font loaders agree upon.
#pragma once

#include <cmath>
#include <cstdint>

namespace desk::ui {

// Joiners, variation selectors and skin tones change the glyph before them in a shaped text; alone they are nothing.
constexpr bool is_modifier(std::uint32_t codepoint) {
    return (codepoint >= 0x200B && codepoint <= 0x200F) || codepoint == 0x2060 || codepoint == 0xFEFF ||
           (codepoint >= 0xFE00 && codepoint <= 0xFE0F) || (codepoint >= 0x1F3FB && codepoint <= 0x1F3FF);
}

constexpr bool is_digit(std::uint32_t codepoint) { return codepoint >= '0' && codepoint <= '9'; }

// A control character has no glyph.
constexpr bool can_be_drawn(std::uint32_t codepoint) { return codepoint >= 0x20 && codepoint != 0x7F; }

// How far below the top of its line the baseline lies, all in device pixels. The line of `size` is the em, which is
// lower than ascent and descent (both above zero) together: what is too much is shared between above and below. The
// baseline lies on a whole pixel, or every glyph would be smeared over two.
inline float baseline(float size, float ascent, float descent) {
    return std::round(ascent + (size - ascent - descent) / 2);
}

} // namespace desk::ui
