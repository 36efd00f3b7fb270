#include "native/window/fonts.hpp"

#include "imgui.h"
#include "imgui_internal.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <vector>

namespace desk::native {

namespace {

// Dear ImGui looks into at most 15 sources for one font. Each that is tried costs a look-up for every new character.
constexpr std::size_t most_faces = 8;
constexpr float longest_advance = 1000; // in ems: none is that wide

template <auto destroy> struct Destroyed {
    template <typename T> void operator()(T* object) const { destroy(object); }
};
using Config = std::unique_ptr<FcConfig, Destroyed<FcConfigDestroy>>;
using Pattern = std::unique_ptr<FcPattern, Destroyed<FcPatternDestroy>>;
using FontSet = std::unique_ptr<FcFontSet, Destroyed<FcFontSetSortDestroy>>;

struct Face {
    std::string path;
    std::uint32_t index = 0;
};

// One that the rasterizer can draw: outlines, and no variations, which it would leave at their default weight.
std::optional<Face> drawable(const FcPattern* font) {
    FcChar8* path = nullptr;
    int index = 0;
    FcBool outline = FcFalse, variable = FcFalse;
    if (FcPatternGetString(font, FC_FILE, 0, &path) != FcResultMatch) return std::nullopt;
    FcPatternGetInteger(font, FC_INDEX, 0, &index);
    FcPatternGetBool(font, FC_OUTLINE, 0, &outline);
    FcPatternGetBool(font, FC_VARIABLE, 0, &variable);
    if (!outline || variable) return std::nullopt;
    // The upper half names an instance of a variable font.
    return Face{reinterpret_cast<const char*>(path), static_cast<std::uint32_t>(index) & 0xFFFFU};
}

// The interface font in that weight, then those that cover what it lacks, best first.
std::vector<Face> faces_of(FcConfig* config, int weight) {
    const Pattern pattern(FcPatternCreate());
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("system-ui"));
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("sans-serif"));
    FcPatternAddInteger(pattern.get(), FC_WEIGHT, weight);
    FcPatternAddInteger(pattern.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddBool(pattern.get(), FC_VARIABLE, FcFalse);
    FcPatternAddBool(pattern.get(), FC_OUTLINE, FcTrue);
    FcConfigSubstitute(config, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());

    std::vector<Face> faces;
    FcResult result = FcResultNoMatch;
    const FontSet sorted(FcFontSort(config, pattern.get(), FcTrue, nullptr, &result));
    if (!sorted) return faces;
    for (int at = 0; at < sorted->nfont && faces.size() < most_faces; ++at)
        if (auto face = drawable(sorted->fonts[at])) faces.push_back(std::move(*face));
    return faces;
}

// The line of a size is the em, which is lower than ascent and descent together: what is too much is shared between
// above and below. The baseline lies on a whole pixel, or every letter would be smeared over two.
bool start_size(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data) {
    if (!ImFontAtlasGetFontLoaderForStbTruetype()->FontBakedInit(atlas, source, baked, data)) return false;
    if (source->MergeMode) return true;
    const auto metrics = face_metrics(static_cast<const unsigned char*>(source->FontData),
                                      static_cast<std::size_t>(source->FontDataSize), source->FontNo);
    if (!metrics) return false; // it had some when it was added
    baked->Ascent = std::round(baked->Size * (1 + metrics->ascent + metrics->descent) / 2);
    baked->Descent = baked->Ascent - baked->Size;
    return true;
}

// Dear ImGui's own rasterizer, but for where the baseline lies.
const ImFontLoader& loader() {
    static const ImFontLoader own = [] {
        ImFontLoader made = *ImFontAtlasGetFontLoaderForStbTruetype();
        made.FontBakedInit = start_size;
        return made;
    }();
    return own;
}

} // namespace

const MappedFile* SystemFonts::file(const std::string& path) {
    if (const auto known = files_.find(path); known != files_.end()) return &known->second;
    auto opened = MappedFile::open(path);
    return opened ? &files_.emplace(path, std::move(*opened)).first->second : nullptr;
}

ui::Fonts SystemFonts::add_to(ImFontAtlas& atlas) {
    const Config config(FcInitLoadConfigAndFonts());
    const auto add = [&](int weight, const char* name) -> ImFont* {
        ImFont* font = nullptr;
        for (const Face& face : faces_of(config.get(), weight)) {
            const MappedFile* mapped = file(face.path);
            if (!mapped || !face_metrics(mapped->data(), mapped->size(), face.index)) continue;
            ImFontConfig source;
            source.FontDataOwnedByAtlas = false;
            source.FontNo = face.index;
            source.MergeMode = font != nullptr;
            source.FontLoader = &loader();
            // Below zero: sizes are those of the em, as on the web, not of ascent and descent together.
            source.SizePixels = -1;
            source.GlyphMaxAdvanceX = -longest_advance; // counts in units of SizePixels: to the right
            std::snprintf(source.Name, sizeof source.Name, "%s", name);
            // The atlas reads only what it does not own.
            void* bytes = const_cast<unsigned char*>(mapped->data());
            ImFont* added =
                atlas.AddFontFromMemoryTTF(bytes, static_cast<int>(mapped->size()), source.SizePixels, &source);
            font = font ? font : added;
        }
        return font;
    };
    ui::Fonts fonts;
    fonts.regular = add(FC_WEIGHT_REGULAR, "regular");
    fonts.strong = add(FC_WEIGHT_DEMIBOLD, "strong");
    if (!fonts.strong) fonts.strong = fonts.regular;
    return fonts;
}

} // namespace desk::native
