#include "native/fonts/face.hpp"

#include "native/fonts/picture.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <new>

namespace desk::native {

namespace {

constexpr float unit = 64; // FreeType's lengths are 26.6 fixed point
constexpr int largest_glyph = 1024;

// A stroke of a face that is too light is made wider by this part of the em.
constexpr float thickening = 1.0F / 32;

bool is_empty(const FT_GlyphSlotRec& slot) {
    return slot.format == FT_GLYPH_FORMAT_BITMAP ? slot.bitmap.width == 0 || slot.bitmap.rows == 0
                                                 : slot.format == FT_GLYPH_FORMAT_OUTLINE && slot.outline.n_points == 0;
}

// Spaces are the glyphs that are empty on purpose (Unicode, Zs).
bool is_space(std::uint32_t codepoint) {
    return codepoint == 0x20 || codepoint == 0xA0 || codepoint == 0x1680 ||
           (codepoint >= 0x2000 && codepoint <= 0x200A) || codepoint == 0x202F || codepoint == 0x205F ||
           codepoint == 0x3000;
}

// One byte a pixel, from the forms in which FreeType leaves coverage.
void copy_coverage(const FT_Bitmap& bitmap, std::vector<unsigned char>& out) {
    out.resize(std::size_t(bitmap.width) * bitmap.rows);
    for (unsigned y = 0; y < bitmap.rows; ++y) {
        const unsigned char* line = bitmap.buffer + std::ptrdiff_t(y) * bitmap.pitch;
        for (unsigned x = 0; x < bitmap.width; ++x)
            out[std::size_t(y) * bitmap.width + x] =
                bitmap.pixel_mode == FT_PIXEL_MODE_MONO ? ((line[x / 8] & (0x80U >> x % 8)) != 0 ? 255 : 0) : line[x];
    }
}

} // namespace

FontLibrary::FontLibrary() {
    if (FT_Init_FreeType(&library_) != 0) throw std::bad_alloc();
}

FontLibrary::~FontLibrary() { FT_Done_FreeType(library_); }

std::unique_ptr<Face> Face::open(const FontLibrary& library, const FaceFile& file) {
    FT_Face face = nullptr;
    if (FT_New_Face(library.get(), file.path.c_str(), file.index, &face) != 0) return nullptr;
    std::unique_ptr<Face> made(new Face(face, file));
    const bool usable = FT_IS_SCALABLE(face) ? face->units_per_EM > 0 : face->num_fixed_sizes > 0;
    return usable && FT_Select_Charmap(face, FT_ENCODING_UNICODE) == 0 ? std::move(made) : nullptr;
}

Face::~Face() { FT_Done_Face(face_); }

float Face::set_size(float size) {
    if (size == size_) return scale_;
    size_ = size;
    scale_ = 1;
    if (FT_IS_SCALABLE(face_)) {
        FT_Size_RequestRec request{FT_SIZE_REQUEST_TYPE_NOMINAL, 0, std::lround(size * unit), 0, 0};
        FT_Request_Size(face_, &request);
        return scale_;
    }
    // Pictures of fixed sizes: the smallest that need not be made larger, else the largest.
    int best = 0;
    const auto height = [&](int at) { return static_cast<float>(face_->available_sizes[at].y_ppem) / unit; };
    for (int at = 1; at < face_->num_fixed_sizes; ++at)
        if (height(best) < size ? height(at) > height(best) : height(at) >= size && height(at) < height(best))
            best = at;
    FT_Select_Size(face_, best);
    if (height(best) > 0) scale_ = size / height(best);
    return scale_;
}

LineMetrics Face::metrics(float size) const {
    if (!FT_IS_SCALABLE(face_)) return {size, 0};
    const float em = static_cast<float>(face_->units_per_EM);
    return {static_cast<float>(face_->ascender) * size / em, -static_cast<float>(face_->descender) * size / em};
}

bool Face::load(std::uint32_t codepoint, float size) {
    set_size(size);
    const FT_UInt glyph = FT_Get_Char_Index(face_, codepoint);
    // Light hints fit the heights of letters to the pixels and leave their shapes and widths.
    const FT_Int32 flags = FT_LOAD_COLOR | (hinted_ ? FT_LOAD_TARGET_LIGHT : FT_LOAD_NO_HINTING);
    return glyph != 0 && FT_Load_Glyph(face_, glyph, flags) == 0 && (!is_empty(*face_->glyph) || is_space(codepoint));
}

std::optional<float> Face::advance(std::uint32_t codepoint, float size) {
    if (!load(codepoint, size)) return std::nullopt;
    return static_cast<float>(face_->glyph->advance.x) / unit * scale_;
}

std::optional<DrawnGlyph> Face::draw(std::uint32_t codepoint, float size) {
    if (!load(codepoint, size)) return std::nullopt;
    FT_GlyphSlot slot = face_->glyph;
    if (thickened_ && slot->format == FT_GLYPH_FORMAT_OUTLINE)
        FT_Outline_Embolden(&slot->outline, std::lround(size * thickening * unit));
    if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return std::nullopt;
    const FT_Bitmap& bitmap = slot->bitmap;

    DrawnGlyph out;
    out.advance = static_cast<float>(slot->advance.x) / unit * scale_;
    out.left = slot->bitmap_left;
    out.top = -slot->bitmap_top;
    out.width = static_cast<int>(bitmap.width);
    out.height = static_cast<int>(bitmap.rows);
    if (out.width == 0 || out.height == 0) return out;
    if (out.width > largest_glyph || out.height > largest_glyph) return std::nullopt; // a mistake of the font
    switch (bitmap.pixel_mode) {
    case FT_PIXEL_MODE_BGRA:
        out.coloured = true;
        shrink_picture({bitmap.buffer, out.width, out.height, bitmap.pitch}, scale_, out);
        return out;
    case FT_PIXEL_MODE_GRAY:
    case FT_PIXEL_MODE_MONO:
        copy_coverage(bitmap, out.pixels);
        return out;
    default:
        return std::nullopt;
    }
}

} // namespace desk::native
