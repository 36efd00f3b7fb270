// The fonts of this machine, in the two weights of the interface. Each character is drawn when it is first needed, with
// the face that the desktop prefers, else with the next one that has it: every script and picture that some font of the
// machine knows can be read.
#pragma once

#include "native/fonts/choice.hpp"
#include "native/fonts/face.hpp"
#include "ui/app/ports.hpp"

#include <map>
#include <memory>
#include <optional>
#include <utility>

struct ImFontAtlas;

namespace desk::native {

// One weight.
class Typeface {
public:
    Typeface(const FontLibrary& library, FontSettings settings, Weight weight)
        : library_(library), choice_(std::move(settings), weight) {}

    bool empty(); // there is no font at all
    bool has(std::uint32_t codepoint) const;
    // Nothing if no face of the machine can draw it.
    std::optional<DrawnGlyph> draw(std::uint32_t codepoint, float size);
    std::optional<float> advance(std::uint32_t codepoint, float size);
    LineMetrics metrics(float size); // of the preferred face
    float digit_advance(float size); // of the widest digit: all get it, so that columns of numbers stand still

private:
    Face* face(int number);
    Face* first();
    // Asks the faces that have the character, the best one first, until one answers.
    template <typename Ask> auto ask(std::uint32_t codepoint, const Ask& question);

    const FontLibrary& library_;
    FaceChoice choice_;
    std::map<int, std::unique_ptr<Face>> faces_; // those that were needed; null: it cannot be used
};

class SystemFonts {
public:
    // Adds them to the atlas, which must not outlive this. `regular` is null if the machine has no font at all.
    ui::Fonts add_to(ImFontAtlas& atlas);

private:
    FontLibrary library_;
    FontSettings settings_ = font_settings();
    Typeface regular_{library_, settings_, Weight::regular}, strong_{library_, settings_, Weight::strong};
};

} // namespace desk::native
