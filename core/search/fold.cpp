#include "core/search/fold.hpp"

#include <cstddef>
#include <cstdint>

namespace desk {

namespace {

// What the letters of Latin-1 Supplement and Latin Extended-A (U+00C0 … U+017F) are without case and marks, two bytes
// each; a blank stands for none, two blanks for "not a letter".
constexpr char plain[] = "a a a a a a aec e e e e i i i i " // À … Ï
                         "d n o o o o o   o u u u u y thss" // Ð … ß
                         "a a a a a a aec e e e e i i i i "
                         "d n o o o o o   o u u u u y thy "
                         "a a a a a a c c c c c c c c d d " // Ā … ď
                         "d d e e e e e e e e e e g g g g "
                         "g g g g h h h h i i i i i i i i "
                         "i i ijijj j k k k l l l l l l l "
                         "l l l n n n n n n n n n o o o o "
                         "o o oeoer r r r r r s s s s s s "
                         "s s t t t t t t u u u u u u u u "
                         "u u u u w w y y y z z z z z z s ";
constexpr std::uint32_t first_plain = 0xC0, last_plain = 0x17F;
static_assert(sizeof plain == 2 * (last_plain - first_plain + 1) + 1);

// The character of two bytes that begins at `at`; 0 if there is none.
std::uint32_t two_bytes(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (at + 1 >= text.size() || (byte(at) & 0xE0U) != 0xC0U || (byte(at + 1) & 0xC0U) != 0x80U) return 0;
    return (byte(at) & 0x1FU) << 6 | (byte(at + 1) & 0x3FU);
}

void put(std::string& out, std::uint32_t character) {
    out += static_cast<char>(0xC0U | character >> 6);
    out += static_cast<char>(0x80U | (character & 0x3FU));
}

void put_plain(std::string& out, std::uint32_t character) {
    const char* letters = plain + 2 * (character - first_plain);
    if (letters[0] == ' ') return put(out, character);
    out += letters[0];
    if (letters[1] != ' ') out += letters[1];
}

} // namespace

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) < 0x80) {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            continue;
        }
        const std::uint32_t character = two_bytes(text, at);
        if (character == 0) {
            out += c;
            continue;
        }
        ++at;
        if (character >= 0x300 && character <= 0x36F) continue; // combining marks
        if (character >= first_plain && character <= last_plain)
            put_plain(out, character);
        else if ((character >= 0x391 && character <= 0x3A9) || (character >= 0x410 && character <= 0x42F))
            put(out, character + 0x20); // Α … Ω, А … Я
        else if (character >= 0x400 && character <= 0x40F)
            put(out, character + 0x50); // Ѐ … Џ
        else
            put(out, character);
    }
    return out;
}

} // namespace desk
