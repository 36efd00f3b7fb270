#include "web/text/glyph_sheet.hpp"

#include <algorithm>
#include <array>

namespace desk::web {
namespace {

constexpr std::uint32_t first_ascii = 0x20, last_ascii = 0x7E;
// What the views write beside ASCII: no-break space, × · – — ‘ ’ “ ” • … → − ✓
constexpr std::array<std::uint32_t, 14> signs{0xA0,   0xB7,   0xD7,   0x2013, 0x2014, 0x2018, 0x2019,
                                              0x201C, 0x201D, 0x2022, 0x2026, 0x2192, 0x2212, 0x2713};
constexpr std::size_t ascii_count = last_ascii - first_ascii + 1;

constexpr std::array<std::uint32_t, ascii_count + signs.size()> first_glyphs = [] {
    std::array<std::uint32_t, ascii_count + signs.size()> all{};
    for (std::uint32_t i = 0; i < ascii_count; ++i) all[i] = first_ascii + i;
    for (std::size_t i = 0; i < signs.size(); ++i) all[ascii_count + i] = signs[i];
    return all;
}();

// Puts the glyphs in lines of at most `width` pixels, a pixel apart; returns the height they take.
int arrange(std::span<PageGlyph> glyphs, int width) {
    int x = 0, y = 0, line = 0;
    for (PageGlyph& glyph : glyphs) {
        if (x + glyph.width > width) {
            x = 0;
            y += line + 1;
            line = 0;
        }
        glyph.x = x;
        glyph.y = y;
        x += glyph.width + 1;
        line = std::max(line, glyph.height);
    }
    return y + line;
}

} // namespace

void GlyphSheet::fill() {
    constexpr int count = static_cast<int>(first_glyphs.size());
    glyphs_.resize(first_glyphs.size());
    page_measure_glyphs(weight_, px_, first_glyphs.data(), count, glyphs_.data());
    for (std::uint32_t digit = '0'; digit <= '9'; ++digit)
        digit_advance_ = std::max(digit_advance_, glyphs_[digit - first_ascii].advance);

    width_ = std::max(256, static_cast<int>(px_) * 16);
    const int height = arrange(glyphs_, width_);
    std::vector<unsigned char> rgba(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height) * 4);
    page_draw_glyphs(weight_, px_, first_glyphs.data(), count, glyphs_.data(), width_, height, rgba.data());
    coverage_.resize(rgba.size() / 4);
    for (std::size_t i = 0; i < coverage_.size(); ++i) coverage_[i] = rgba[4 * i + 3];
}

std::optional<GlyphSheet::Found> GlyphSheet::find(std::uint32_t codepoint) {
    const auto* const at = std::lower_bound(first_glyphs.begin(), first_glyphs.end(), codepoint);
    if (at == first_glyphs.end() || *at != codepoint) return std::nullopt;
    if (glyphs_.empty()) fill();
    const PageGlyph& glyph = glyphs_[static_cast<std::size_t>(at - first_glyphs.begin())];
    return Found{glyph, coverage_.data() + glyph.y * width_ + glyph.x, width_};
}

float GlyphSheet::digit_advance() {
    if (glyphs_.empty()) fill();
    return digit_advance_;
}

} // namespace desk::web
