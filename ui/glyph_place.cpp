#include "ui/glyph_place.hpp"

#include <imgui_internal.h>

namespace desk::ui {

float density_of(const ImFontConfig& source, const ImFontBaked& baked) {
    return source.RasterizerDensity * baked.RasterizerDensity;
}

bool place_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, const GlyphPicture& picture, float shift,
                 ImFontGlyph* out) {
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, picture.width, picture.height);
    if (id == ImFontAtlasRectId_Invalid) return false;
    const float density = density_of(*source, *baked);
    out->PackId = id;
    out->Visible = true;
    out->X0 = (static_cast<float>(picture.left) + shift) / density;
    out->Y0 = static_cast<float>(picture.top) / density + baked->Ascent;
    out->X1 = out->X0 + static_cast<float>(picture.width) / density;
    out->Y1 = out->Y0 + static_cast<float>(picture.height) / density;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, out, ImFontAtlasPackGetRect(atlas, id), picture.pixels,
                                       picture.format, picture.pitch);
    return true;
}

} // namespace desk::ui
