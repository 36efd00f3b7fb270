// Pictures in fonts (emoji) have a size of their own; here they get that of the text.
#pragma once

namespace desk::native {

struct DrawnGlyph;

// As FreeType leaves it: BGRA, multiplied by its alpha.
struct FontPicture {
    const unsigned char* pixels;
    int width, height;
    int pitch; // bytes from one line to the next
};

// Makes `out` that picture in `scale` of its size, as RGBA that is not multiplied, and scales its place. Each pixel is
// the mean of what it covers.
void shrink_picture(const FontPicture& picture, float scale, DrawnGlyph& out);

} // namespace desk::native
