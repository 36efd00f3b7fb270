#include "web/text/canvas_font_loader.hpp"

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/glyph_place.hpp"
#include "ui/glyph_rules.hpp"
#include "web/imports.hpp"
#include "web/text/glyph_sheet.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace desk::web {
namespace {

// Larger glyphs than this are a mistake of the measuring, not a text.
constexpr int largest_glyph = 1024;
constexpr int ink = 0x80; // of web/text/glyphs.js, in each colour

// Dear ImGui keeps one pointer for each face, and one for each face in each size: the CSS weight and the sheet.
int weight_of(const ImFontConfig* source) {
    return static_cast<int>(reinterpret_cast<std::intptr_t>(source->FontLoaderData));
}

GlyphSheet& sheet_of(void* loader_data) { return **static_cast<GlyphSheet**>(loader_data); }

bool start_source(ImFontAtlas*, ImFontConfig* source) {
    source->FontLoaderData = reinterpret_cast<void*>(
        static_cast<std::intptr_t>(std::string_view(source->Name) == "system-ui 600" ? 600 : 400));
    return true;
}

void end_source(ImFontAtlas*, ImFontConfig* source) { source->FontLoaderData = nullptr; }

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar codepoint) { return ui::can_be_drawn(codepoint); }

bool start_size(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void* loader_data) {
    const float density = ui::density_of(*source, *baked);
    const int weight = weight_of(source);
    float metrics[2]; // ascent and descent
    page_font_metrics(weight, baked->Size * density, metrics);
    baked->Ascent = ui::baseline(baked->Size * density, metrics[0], metrics[1]) / density;
    baked->Descent = baked->Ascent - baked->Size;
    *static_cast<GlyphSheet**>(loader_data) = IM_NEW(GlyphSheet)(weight, baked->Size * density);
    return true;
}

void end_size(ImFontAtlas*, ImFontConfig*, ImFontBaked*, void* loader_data) { IM_DELETE(&sheet_of(loader_data)); }

// Colours survive in emoji alone; in all else only the coverage counts, whatever colour the browser drew it in.
bool make_white_unless_coloured(unsigned char* rgba, int pixels) {
    for (int i = 0; i < pixels; ++i) {
        const unsigned char* p = rgba + 4 * i;
        if (p[3] > 64 && (std::abs(p[0] - p[1]) > 8 || std::abs(p[0] - p[2]) > 8)) return true;
        if (p[3] > 200 && std::abs(p[0] - ink) > 40) return true; // a grey picture: letters are of the ink's own grey
    }
    for (int i = 0; i < pixels; ++i) rgba[4 * i] = rgba[4 * i + 1] = rgba[4 * i + 2] = 255;
    return false;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* loader_data, ImWchar codepoint,
                ImFontGlyph* out, float* advance_only) {
    if (!contains(atlas, source, codepoint)) return false;
    const float density = ui::density_of(*source, *baked);
    const float px = baked->Size * density;
    const int weight = weight_of(source);
    GlyphSheet& sheet = sheet_of(loader_data);
    const std::optional<GlyphSheet::Found> found = sheet.find(codepoint);

    PageGlyph glyph{};
    if (found)
        glyph = found->glyph;
    else if (!ui::is_modifier(codepoint))
        page_measure_glyphs(weight, px, &codepoint, 1, &glyph);
    // Whole device pixels, so that each glyph of a line lies on the grid that it was drawn for.
    float advance = std::round(ui::is_digit(codepoint) ? sheet.digit_advance() : glyph.advance);
    const float shift = ui::is_digit(codepoint) ? std::floor((advance - std::round(glyph.advance)) / 2) : 0;
    if (advance_only != nullptr) {
        *advance_only = advance / density;
        return true;
    }

    out->Codepoint = codepoint;
    out->AdvanceX = advance / density;
    if (glyph.width <= 0 || glyph.height <= 0 || glyph.width > largest_glyph || glyph.height > largest_glyph)
        return true;
    const auto place = [&](const unsigned char* pixels, ImTextureFormat format, int pitch) {
        const ui::GlyphPicture picture{glyph.left, glyph.top, glyph.width, glyph.height, pixels, format, pitch};
        return ui::place_glyph(atlas, source, baked, picture, shift, out);
    };
    if (found) return place(found->coverage, ImTextureFormat_Alpha8, found->pitch);

    ImVector<unsigned char>& rgba = atlas->Builder->TempBuffer;
    rgba.resize(glyph.width * glyph.height * 4);
    glyph.x = glyph.y = 0;
    page_draw_glyphs(weight, px, &codepoint, 1, &glyph, glyph.width, glyph.height, rgba.Data);
    out->Colored = make_white_unless_coloured(rgba.Data, glyph.width * glyph.height);
    return place(rgba.Data, ImTextureFormat_RGBA32, glyph.width * 4);
}

} // namespace

const ImFontLoader& browser_font_loader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "browser canvas";
        made.FontSrcInit = start_source;
        made.FontSrcDestroy = end_source;
        made.FontSrcContainsGlyph = contains;
        made.FontBakedInit = start_size;
        made.FontBakedDestroy = end_size;
        made.FontBakedLoadGlyph = load_glyph;
        made.FontBakedSrcLoaderDataSize = sizeof(GlyphSheet*);
        return made;
    }();
    return loader;
}

namespace {

ImFont* add_font(ImFontAtlas& atlas, const char* name) {
    ImFontConfig config;
    ImFormatString(config.Name, IM_ARRAYSIZE(config.Name), "%s", name);
    config.FontLoader = &browser_font_loader();
    config.FontDataOwnedByAtlas = true; // there is none; false would copy it
    config.SizePixels = 14;
    config.EllipsisChar = 0x2026;
    return atlas.AddFont(&config);
}

} // namespace

namespace {

void name_cluster(std::uint32_t sign, std::string_view words) {
    page_name_cluster(sign, words.data(), static_cast<int>(words.size()));
}

} // namespace

ui::Fonts add_browser_fonts(ImFontAtlas& atlas) {
    atlas.TexDesiredFormat = ImTextureFormat_RGBA32; // emoji
    atlas.SetFontLoader(&browser_font_loader());
    return {.regular = add_font(atlas, "system-ui 400"),
            .strong = add_font(atlas, "system-ui 600"),
            .name_cluster = name_cluster};
}

} // namespace desk::web

// Dear ImGui compiles stb_truetype in unless it is told that there is another loader for its atlases; its name for that
// one is FreeType's (IMGUI_ENABLE_FREETYPE in cmake/DeskImGui.cmake). The page has the browser's.
namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader();
const ImFontLoader* GetFontLoader() { return &desk::web::browser_font_loader(); }
} // namespace ImGuiFreeType
