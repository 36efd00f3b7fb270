// The fonts of this machine: those of the packages fonts-dejavu-core, fonts-droid-fallback (Han, Kana) and
// fonts-noto-color-emoji, which scripts/test installs.
#include "native/fonts/picture.hpp"
#include "native/fonts/system_fonts.hpp"

#include "imgui.h"
#include "imgui_internal.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <string>

using namespace desk;
using namespace desk::native;

namespace {

constexpr ImWchar han = 0x674E, kana = 0x3042, arabic = 0x0634, hebrew = 0x05E9, rocket = 0x1F680;

// An atlas as the window has it, without a window.
struct Atlas {
    Atlas() : context(ImGui::CreateContext()) {
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        fonts = system.add_to(*ImGui::GetIO().Fonts);
        REQUIRE(fonts.regular);
    }
    ~Atlas() {
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
        ImGui::DestroyContext(context);
    }
    const ImFontGlyph* glyph(ImWchar codepoint, ImFont* font = nullptr) {
        return (font ? font : fonts.regular)->GetFontBaked(14)->FindGlyphNoFallback(codepoint);
    }

    SystemFonts system; // outlives the context
    ImGuiContext* context;
    ui::Fonts fonts;
};

// A machine that has DejaVu alone.
struct OnlyDejaVu {
    OnlyDejaVu()
        : folder(std::filesystem::temp_directory_path() / ("release-desk-fonts." + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "fonts.conf") << "<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>"
                                             << folder.string() << "/cache</cachedir></fontconfig>";
        ::setenv("FONTCONFIG_FILE", (folder / "fonts.conf").c_str(), 1);
    }
    ~OnlyDejaVu() {
        ::unsetenv("FONTCONFIG_FILE");
        std::filesystem::remove_all(folder);
    }
    std::filesystem::path folder;
};

int ink(const std::optional<DrawnGlyph>& glyph) {
    REQUIRE(glyph);
    return std::accumulate(glyph->pixels.begin(), glyph->pixels.end(), 0);
}

} // namespace

TEST_CASE("every script and picture that some font of the machine knows is drawn") {
    Atlas atlas;
    for (const ImWchar codepoint : {ImWchar('a'), han, kana, arabic, hebrew, rocket}) {
        CAPTURE(codepoint);
        for (ImFont* font : {atlas.fonts.regular, atlas.fonts.strong}) {
            const ImFontGlyph* glyph = atlas.glyph(codepoint, font);
            REQUIRE(glyph);
            CHECK(glyph->Visible);
            CHECK(glyph->AdvanceX >= 3);
            CHECK(glyph->X1 - glyph->X0 > 2);
            CHECK(glyph->X1 - glyph->X0 < 24); // pictures have the size of the text too
            CHECK(glyph->Y1 - glyph->Y0 < 24);
        }
    }
}

TEST_CASE("a picture has its colours, and letters have that of their text") {
    Atlas atlas;
    const ImFontGlyph* glyph = atlas.glyph(rocket);
    REQUIRE(glyph);
    CHECK(glyph->Colored);
    CHECK_FALSE(atlas.glyph(han)->Colored);
    CHECK_FALSE(atlas.glyph('1')->Colored); // fonts with pictures have digits too
    const ImTextureData& texture = *ImGui::GetIO().Fonts->TexData;
    REQUIRE(texture.Format == ImTextureFormat_RGBA32);
    int red = 0;
    const auto at = [](float part, int whole) { return static_cast<int>(part * static_cast<float>(whole)); };
    for (int y = at(glyph->V0, texture.Height); y < at(glyph->V1, texture.Height); ++y)
        for (int x = at(glyph->U0, texture.Width); x < at(glyph->U1, texture.Width); ++x) {
            const auto* pixel = texture.Pixels + (y * texture.Width + x) * 4;
            red += pixel[3] > 128 && pixel[0] > pixel[1] + 60 ? 1 : 0;
        }
    CHECK(red > 3);
}

TEST_CASE("what no font of the machine has is told apart from what one has") {
    const OnlyDejaVu machine;
    Atlas atlas;
    CHECK(atlas.glyph('a'));
    CHECK(atlas.glyph(arabic));
    CHECK_FALSE(atlas.glyph(han));
    CHECK_FALSE(atlas.glyph(rocket));
}

TEST_CASE("joiners and variation selectors are no boxes") {
    Atlas atlas;
    for (const ImWchar codepoint : {ImWchar(0x200D), ImWchar(0xFE0F), ImWchar(0x1F3FD)}) {
        const ImFontGlyph* glyph = atlas.glyph(codepoint);
        REQUIRE(glyph);
        CHECK_FALSE(glyph->Visible);
        CHECK(glyph->AdvanceX == 0);
    }
}

TEST_CASE("all digits are as wide as the widest, in whole pixels of the display") {
    Atlas atlas;
    for (const ImWchar digit : {ImWchar('0'), ImWchar('1'), ImWchar('9')}) {
        CHECK(atlas.glyph(digit)->AdvanceX == atlas.glyph('8')->AdvanceX);
        CHECK(atlas.glyph(digit)->AdvanceX == std::floor(atlas.glyph(digit)->AdvanceX));
    }
}

TEST_CASE("text is drawn for the pixels of the display, not made larger") {
    Atlas atlas;
    ImFontBaked* baked = ImFontAtlasBakedGetOrAdd(ImGui::GetIO().Fonts, atlas.fonts.regular, 14, 2);
    const ImFontGlyph* coarse = atlas.glyph('H');
    const ImFontGlyph* fine = baked->FindGlyphNoFallback('H');
    REQUIRE((coarse && fine));
    const ImTextureData& texture = *ImGui::GetIO().Fonts->TexData;
    const auto rows = [&](const ImFontGlyph& glyph) {
        return (glyph.V1 - glyph.V0) * static_cast<float>(texture.Height);
    };
    CHECK(rows(*fine) > 1.7F * rows(*coarse));
    CHECK(fine->Y1 - fine->Y0 == doctest::Approx(coarse->Y1 - coarse->Y0).epsilon(0.15));
}

TEST_CASE("strong text is heavier, in scripts whose only face is light too") {
    const FontLibrary library;
    const FontSettings settings = font_settings();
    Typeface regular(library, settings, Weight::regular), strong(library, settings, Weight::strong);
    for (const std::uint32_t codepoint : {std::uint32_t('H'), std::uint32_t(han)})
        CHECK(ink(strong.draw(codepoint, 28)) > ink(regular.draw(codepoint, 28)) * 1.1);
}

TEST_CASE("a picture made smaller keeps its colours and the softness of its edges") {
    // Left half opaque red, right half clear; BGRA.
    const unsigned char pixels[] = {0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0,
                                    0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0};
    DrawnGlyph out;
    out.left = 4, out.top = -8;
    shrink_picture({pixels, 4, 2, 16}, 0.5F, out);
    CHECK(out.width == 2);
    CHECK(out.height == 1);
    CHECK(out.left == 2);
    CHECK(out.top == -4);
    CHECK(out.pixels == std::vector<unsigned char>{255, 0, 0, 255, 0, 0, 0, 0});
    shrink_picture({pixels, 4, 2, 16}, 0.25F, out);
    CHECK(out.pixels == std::vector<unsigned char>{255, 0, 0, 127});
}
