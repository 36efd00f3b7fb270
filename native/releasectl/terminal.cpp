#include "native/releasectl/terminal.hpp"

#include <cstdint>
#include <optional>
#include <ostream>

#include <wchar.h>

namespace desk::native {

namespace {

// Takes one character off the front; nothing if it is not UTF-8 (RFC 3629), and then one byte is taken.
std::optional<char32_t> take_character(std::string_view& rest) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(rest[at]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    std::optional<char32_t> character;
    if (length > 0 && rest.size() >= length) {
        char32_t value = length == 1 ? first : first & (0x7FU >> length);
        bool sound = true;
        for (std::size_t at = 1; at < length; ++at) {
            sound = sound && (byte(at) & 0xC0U) == 0x80U;
            value = value << 6 | (byte(at) & 0x3FU);
        }
        const bool shortest = length < 3 || value >= (length == 3 ? 0x800U : 0x10000U);
        const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
        if (sound && shortest && !surrogate && value <= 0x10FFFF) character = value;
    }
    rest.remove_prefix(character ? length : 1);
    return character;
}

bool steers(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || direction || c == 0x2028 || c == 0x2029;
}

} // namespace

std::string printable(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::string_view before = text;
        const auto character = take_character(text);
        if (character == U'\n' || character == U'\r' || character == U'\t')
            result += ' ';
        else if (!character || steers(*character))
            result += "\xEF\xBF\xBD";
        else
            result += before.substr(0, before.size() - text.size());
    }
    return result;
}

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        const auto character = take_character(text);
        const int width = character ? ::wcwidth(static_cast<wchar_t>(*character)) : 1;
        columns += width < 0 ? 1 : static_cast<std::size_t>(width);
    }
    return columns;
}

std::string padded(std::string_view text, std::size_t columns) {
    std::string result(text);
    const std::size_t taken = columns_of(text);
    result.append(taken < columns ? columns - taken : 0, ' ');
    return result;
}

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
    return text;
}

void tell(const Terminal& terminal, std::string_view file, std::string_view text, std::size_t line) {
    terminal.err << printable(file);
    if (line > 0) terminal.err << ':' << line;
    terminal.err << ": " << printable(text) << '\n';
}

void tell(const Terminal& terminal, std::string_view file, const Refusal& refusal) {
    for (const Blocker& blocker : refusal.blockers) tell(terminal, file, Refusal{{blocker}}.text());
}

bool is_utf8(std::string_view text) {
    while (!text.empty())
        if (!take_character(text)) return false;
    return true;
}

} // namespace desk::native
