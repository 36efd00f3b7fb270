// Where a drawn glyph goes: its pixels into the atlas, its box on the line. The same for every platform's font loader.
#pragma once

#include <imgui.h>

namespace desk::ui {

// A glyph as a platform has drawn it, all in device pixels.
struct GlyphPicture {
    int left, top;     // of its box, from the pen and from the baseline, downwards
    int width, height; // above zero
    const unsigned char* pixels;
    ImTextureFormat format;
    int pitch; // bytes from row to row
};

// Device pixels in one unit of the layout.
float density_of(const ImFontConfig& source, const ImFontBaked& baked);

// Puts it into the atlas and fills in `out` what it takes to draw it there, `shift` device pixels to the right; false:
// the atlas has no room. `out->Colored` is the loader's.
bool place_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, const GlyphPicture& picture, float shift,
                 ImFontGlyph* out);

} // namespace desk::ui
