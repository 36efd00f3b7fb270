#include "native/fonts/system_fonts.hpp"

#include <algorithm>

namespace desk::native {

Face* Typeface::face(int number) {
    const auto known = faces_.find(number);
    if (known != faces_.end()) return known->second.get();
    const FaceFile file = choice_.file(number);
    return faces_.emplace(number, file.path.empty() ? nullptr : Face::open(library_, file)).first->second.get();
}

// Pictures only are no text.
Face* Typeface::first() {
    for (int number = 0; number < choice_.count(); ++number)
        if (!choice_.coloured(number) && choice_.has(number, 'a') && face(number)) return face(number);
    return nullptr;
}

bool Typeface::empty() { return !first(); }

bool Typeface::has(std::uint32_t codepoint) const {
    for (int number = 0; number < choice_.count(); ++number)
        if (choice_.has(number, codepoint)) return true;
    return false;
}

// A picture is looked for among pictures first: what is one to the reader shall not be the grey outline that a text
// face happens to have.
template <typename Ask> auto Typeface::ask(std::uint32_t codepoint, const Ask& question) {
    const bool picture = is_emoji(codepoint);
    for (const bool coloured : {picture, !picture})
        for (int number = 0; number < choice_.count(); ++number) {
            if (choice_.coloured(number) != coloured || !choice_.has(number, codepoint)) continue;
            Face* one = face(number);
            if (auto answer = one ? question(*one) : std::nullopt) return answer;
        }
    return decltype(question(*face(0)))();
}

std::optional<DrawnGlyph> Typeface::draw(std::uint32_t codepoint, float size) {
    return ask(codepoint, [&](Face& one) { return one.draw(codepoint, size); });
}

std::optional<float> Typeface::advance(std::uint32_t codepoint, float size) {
    return ask(codepoint, [&](Face& one) { return one.advance(codepoint, size); });
}

LineMetrics Typeface::metrics(float size) {
    Face* one = first();
    return one ? one->metrics(size) : LineMetrics{size, 0};
}

float Typeface::digit_advance(float size) {
    float widest = 0;
    for (std::uint32_t digit = '0'; digit <= '9'; ++digit) widest = std::max(widest, advance(digit, size).value_or(0));
    return widest;
}

} // namespace desk::native
