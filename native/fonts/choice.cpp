#include "native/fonts/choice.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace desk::native {

namespace {

bool flag(const FcPattern* pattern, const char* name, bool otherwise) {
    FcBool value = FcFalse;
    return FcPatternGetBool(pattern, name, 0, &value) == FcResultMatch ? value != FcFalse : otherwise;
}

int number(const FcPattern* pattern, const char* name, int otherwise) {
    int value = 0;
    return FcPatternGetInteger(pattern, name, 0, &value) == FcResultMatch ? value : otherwise;
}

} // namespace

FontSettings font_settings() { return {FcInitLoadConfigAndFonts(), Destroyed<FcConfigDestroy>()}; }

FaceChoice::FaceChoice(FontSettings settings, Weight weight)
    : settings_(std::move(settings)), wanted_(FcPatternCreate()) {
    FcPattern* wanted = wanted_.get();
    for (const char* family : {"system-ui", "sans-serif"})
        FcPatternAddString(wanted, FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    FcPatternAddInteger(wanted, FC_WEIGHT, weight == Weight::strong ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(wanted, FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddBool(wanted, FC_VARIABLE, FcFalse);
    FcConfigSubstitute(settings_.get(), wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result = FcResultNoMatch;
    sorted_.reset(FcFontSort(settings_.get(), wanted, FcFalse, nullptr, &result));
}

bool FaceChoice::has(int face, std::uint32_t codepoint) const {
    FcCharSet* characters = nullptr;
    return FcPatternGetCharSet(sorted_->fonts[face], FC_CHARSET, 0, &characters) == FcResultMatch &&
           FcCharSetHasChar(characters, codepoint);
}

bool FaceChoice::coloured(int face) const { return flag(sorted_->fonts[face], FC_COLOR, false); }

FaceFile FaceChoice::file(int face) const {
    const FcPattern* font = sorted_->fonts[face];
    FcChar8* path = nullptr;
    const bool drawable = flag(font, FC_OUTLINE, false) || coloured(face);
    if (!drawable || flag(font, FC_VARIABLE, false) || FcPatternGetString(font, FC_FILE, 0, &path) != FcResultMatch)
        return {};
    FaceFile file{reinterpret_cast<const char*>(path), number(font, FC_INDEX, 0)};
    // What the user's settings say of this face.
    const std::unique_ptr<FcPattern, Destroyed<FcPatternDestroy>> prepared(
        FcFontRenderPrepare(settings_.get(), wanted_.get(), sorted_->fonts[face]));
    if (prepared)
        file.hinted = flag(prepared.get(), FC_HINTING, true) &&
                      number(prepared.get(), FC_HINT_STYLE, FC_HINT_SLIGHT) != FC_HINT_NONE;
    file.thickened = number(wanted_.get(), FC_WEIGHT, FC_WEIGHT_REGULAR) >= FC_WEIGHT_DEMIBOLD &&
                     number(font, FC_WEIGHT, FC_WEIGHT_REGULAR) <= FC_WEIGHT_MEDIUM && !coloured(face);
    return file;
}

bool is_emoji(std::uint32_t codepoint) {
    struct Range {
        std::uint32_t first, last;
    };
    // Unicode 15, emoji-data.txt. From U+1F300 on whole blocks: what is a sign there by default has no other look.
    static constexpr std::array ranges{
        Range{0x231A, 0x231B},   Range{0x23E9, 0x23EC},   Range{0x23F0, 0x23F0},   Range{0x23F3, 0x23F3},
        Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},   Range{0x2648, 0x2653},   Range{0x267F, 0x267F},
        Range{0x2693, 0x2693},   Range{0x26A1, 0x26A1},   Range{0x26AA, 0x26AB},   Range{0x26BD, 0x26BE},
        Range{0x26C4, 0x26C5},   Range{0x26CE, 0x26CE},   Range{0x26D4, 0x26D4},   Range{0x26EA, 0x26EA},
        Range{0x26F2, 0x26F3},   Range{0x26F5, 0x26F5},   Range{0x26FA, 0x26FA},   Range{0x26FD, 0x26FD},
        Range{0x2705, 0x2705},   Range{0x270A, 0x270B},   Range{0x2728, 0x2728},   Range{0x274C, 0x274C},
        Range{0x274E, 0x274E},   Range{0x2753, 0x2755},   Range{0x2757, 0x2757},   Range{0x2795, 0x2797},
        Range{0x27B0, 0x27B0},   Range{0x27BF, 0x27BF},   Range{0x2B1B, 0x2B1C},   Range{0x2B50, 0x2B50},
        Range{0x2B55, 0x2B55},   Range{0x1F004, 0x1F004}, Range{0x1F0CF, 0x1F0CF}, Range{0x1F18E, 0x1F18E},
        Range{0x1F191, 0x1F19A}, Range{0x1F1E6, 0x1F1FF}, Range{0x1F201, 0x1F201}, Range{0x1F21A, 0x1F21A},
        Range{0x1F22F, 0x1F22F}, Range{0x1F232, 0x1F236}, Range{0x1F238, 0x1F23A}, Range{0x1F250, 0x1F251},
        Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF}, Range{0x1F7E0, 0x1F7EB}, Range{0x1F90C, 0x1FAFF},
    };
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const Range& range) { return codepoint >= range.first && codepoint <= range.last; });
}

} // namespace desk::native
