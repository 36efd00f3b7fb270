// One face of a font file, drawn by FreeType.
#pragma once

#include "native/fonts/choice.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

typedef struct FT_LibraryRec_* FT_Library;
typedef struct FT_FaceRec_* FT_Face;

namespace desk::native {

class FontLibrary {
public:
    FontLibrary(); // throws std::bad_alloc, nothing else can go wrong
    ~FontLibrary();
    FontLibrary(const FontLibrary&) = delete;
    FontLibrary& operator=(const FontLibrary&) = delete;
    FT_Library get() const { return library_; }

private:
    FT_Library library_ = nullptr;
};

// All in device pixels; y grows downwards from the baseline.
struct DrawnGlyph {
    float advance = 0;
    int left = 0, top = 0;
    int width = 0, height = 0;         // 0: nothing to be seen
    bool coloured = false;             // then four bytes a pixel, RGBA, else one, the coverage
    std::vector<unsigned char> pixels; // lines without gaps
};

struct LineMetrics {
    float ascent = 0, descent = 0; // both above zero
};

class Face {
public:
    // Null if the file cannot be read or is no font.
    static std::unique_ptr<Face> open(const FontLibrary& library, const FaceFile& file);
    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    LineMetrics metrics(float size) const;
    // Nothing if it cannot draw the character after all: not there, broken, or in a format of pictures that FreeType
    // does not know.
    std::optional<DrawnGlyph> draw(std::uint32_t codepoint, float size);
    std::optional<float> advance(std::uint32_t codepoint, float size);

private:
    Face(FT_Face face, const FaceFile& file) : face_(face), hinted_(file.hinted), thickened_(file.thickened) {}
    // Of the wanted size to that which the face has; above zero. 1 for outlines.
    float set_size(float size);
    bool load(std::uint32_t codepoint, float size);

    FT_Face face_;
    bool hinted_, thickened_;
    float size_ = 0, scale_ = 1;
};

} // namespace desk::native
