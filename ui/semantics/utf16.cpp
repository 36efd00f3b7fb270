#include "ui/semantics/utf16.hpp"

#include <algorithm>

namespace desk::ui {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Four bytes in UTF-8 are two units in UTF-16, all shorter ones are one.
int units(char first) { return static_cast<unsigned char>(first) >= 0xF0U ? 2 : 1; }

} // namespace

int utf16_offset(std::string_view utf8, std::size_t byte) {
    int unit = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t next = next_character(utf8, at);
        if (next > byte) break;
        unit += units(utf8[at]);
        at = next;
    }
    return unit;
}

std::size_t utf8_offset(std::string_view utf8, int unit) {
    std::size_t at = 0;
    for (int seen = 0; at < utf8.size(); at = next_character(utf8, at)) {
        seen += units(utf8[at]);
        if (seen > unit) break;
    }
    return at;
}

std::size_t next_character(std::string_view utf8, std::size_t byte) {
    if (byte >= utf8.size()) return utf8.size();
    do ++byte;
    while (byte < utf8.size() && continues(utf8[byte]));
    return byte;
}

std::size_t previous_character(std::string_view utf8, std::size_t byte) {
    byte = std::min(byte, utf8.size());
    while (byte > 0 && continues(utf8[byte - 1])) --byte;
    return byte > 0 ? byte - 1 : 0;
}

} // namespace desk::ui
