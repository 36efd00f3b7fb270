// Which of the machine's faces a character is drawn with: fontconfig's answers to what the user's desktop and language
// prefer.
#pragma once

#include <fontconfig/fontconfig.h>

#include <cstdint>
#include <memory>
#include <string>

namespace desk::native {

// CSS has two of them here, 400 and 600.
enum class Weight : std::uint8_t { regular, strong };

struct FaceFile {
    std::string path;
    long index = 0;         // of the face in its file; the upper half names an instance of a variable face
    bool hinted = true;     // the user has not asked for letters without hints
    bool thickened = false; // it is lighter than what was asked for
};

template <auto destroy> struct Destroyed {
    template <typename T> void operator()(T* object) const {
        if (object) destroy(object);
    }
};

// What fontconfig is set to on this machine, and the fonts that it knows. Null if it cannot be read.
using FontSettings = std::shared_ptr<FcConfig>;
FontSettings font_settings();

class FaceChoice {
public:
    FaceChoice(FontSettings settings, Weight weight);

    // How many faces there are. Those to be preferred come first.
    int count() const { return sorted_ ? sorted_->nfont : 0; }
    bool has(int face, std::uint32_t codepoint) const;
    bool coloured(int face) const; // it has pictures rather than letters
    // Nothing (an empty path) if it is none that can be drawn: bitmaps without colour, or all of a variable face at
    // once.
    FaceFile file(int face) const;

private:
    FontSettings settings_;
    std::unique_ptr<FcPattern, Destroyed<FcPatternDestroy>> wanted_;
    std::unique_ptr<FcFontSet, Destroyed<FcFontSetSortDestroy>> sorted_;
};

// True for what Unicode shows as a picture unless told otherwise (UTS #51, Emoji_Presentation).
bool is_emoji(std::uint32_t codepoint);

} // namespace desk::native
