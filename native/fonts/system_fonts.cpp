// Dear ImGui's side of the fonts: the loader that it asks for each glyph when it is first needed.
#include "native/fonts/system_fonts.hpp"

#include "ui/glyph_place.hpp"
#include "ui/glyph_rules.hpp"

#include "imgui.h"
#include "imgui_internal.h"

#include <cmath>
#include <cstdio>
#include <optional>

namespace desk::native {

namespace {

Typeface& typeface_of(const ImFontConfig* source) { return *static_cast<Typeface*>(source->FontLoaderData); }

// A font is added with the place of its bytes; here it has brought the typeface instead, which the atlas does not own.
bool start_source(ImFontAtlas*, ImFontConfig* source) {
    source->FontLoaderData = source->FontData;
    source->FontData = nullptr;
    return true;
}

void end_source(ImFontAtlas*, ImFontConfig* source) { source->FontLoaderData = nullptr; }

bool contains(ImFontAtlas*, ImFontConfig* source, ImWchar codepoint) {
    return ui::can_be_drawn(codepoint) && (ui::is_modifier(codepoint) || typeface_of(source).has(codepoint));
}

bool start_size(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void* digit_advance) {
    const float density = ui::density_of(*source, *baked), size = baked->Size * density;
    Typeface& typeface = typeface_of(source);
    const LineMetrics metrics = typeface.metrics(size);
    baked->Ascent = ui::baseline(size, metrics.ascent, metrics.descent) / density;
    baked->Descent = baked->Ascent - baked->Size;
    *static_cast<float*>(digit_advance) = std::round(typeface.digit_advance(size));
    return true;
}

// Advances are whole device pixels, so that each glyph of a line lies on the grid that it was drawn for.
bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* digit_advance, ImWchar codepoint,
                ImFontGlyph* out, float* advance_only) {
    if (!ui::can_be_drawn(codepoint)) return false;
    const float density = ui::density_of(*source, *baked), size = baked->Size * density;
    Typeface& typeface = typeface_of(source);
    const bool digit = ui::is_digit(codepoint), modifier = ui::is_modifier(codepoint);
    const float digits = *static_cast<const float*>(digit_advance);
    if (advance_only) {
        const std::optional<float> advance = modifier ? 0 : digit ? digits : typeface.advance(codepoint, size);
        if (advance) *advance_only = std::round(*advance) / density;
        return advance.has_value();
    }
    std::optional<DrawnGlyph> glyph = modifier ? DrawnGlyph() : typeface.draw(codepoint, size);
    if (!glyph) return false;
    const float own = std::round(glyph->advance), advance = digit ? digits : own;
    out->Codepoint = codepoint;
    out->AdvanceX = advance / density;
    if (glyph->width == 0) return true;
    out->Colored = glyph->coloured;
    const ui::GlyphPicture picture{glyph->left,
                                   glyph->top,
                                   glyph->width,
                                   glyph->height,
                                   glyph->pixels.data(),
                                   glyph->coloured ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8,
                                   glyph->width * (glyph->coloured ? 4 : 1)};
    return ui::place_glyph(atlas, source, baked, picture, std::floor((advance - own) / 2), out);
}

const ImFontLoader& loader() {
    static const ImFontLoader own = [] {
        ImFontLoader made;
        made.Name = "the system's fonts";
        made.FontSrcInit = start_source;
        made.FontSrcDestroy = end_source;
        made.FontSrcContainsGlyph = contains;
        made.FontBakedInit = start_size;
        made.FontBakedLoadGlyph = load_glyph;
        made.FontBakedSrcLoaderDataSize = sizeof(float);
        return made;
    }();
    return own;
}

ImFont* add(ImFontAtlas& atlas, Typeface& typeface, const char* name) {
    if (typeface.empty()) return nullptr;
    ImFontConfig source;
    source.FontLoader = &loader();
    source.FontData = &typeface;
    source.FontDataSize = 1;
    source.SizePixels = 14;
    source.EllipsisChar = 0x2026;
    std::snprintf(source.Name, sizeof source.Name, "%s", name);
    return atlas.AddFont(&source);
}

} // namespace

ui::Fonts SystemFonts::add_to(ImFontAtlas& atlas) {
    atlas.TexDesiredFormat = ImTextureFormat_RGBA32; // emoji
    ui::Fonts fonts;
    fonts.regular = add(atlas, regular_, "regular");
    fonts.strong = add(atlas, strong_, "strong");
    if (!fonts.strong) fonts.strong = fonts.regular;
    return fonts;
}

} // namespace desk::native
