// Offsets into text: a browser counts UTF-16 units, the strings are UTF-8 bytes (SEMANTICS 6).
#pragma once

#include <cstddef>
#include <string_view>

namespace desk::ui {

// The number of UTF-16 units before the byte; a byte inside a character counts as the character's start.
int utf16_offset(std::string_view utf8, std::size_t byte);
// The byte where the character with that unit starts; past the end: the end.
std::size_t utf8_offset(std::string_view utf8, int unit);

// The character boundaries beside a byte that is one itself.
std::size_t next_character(std::string_view utf8, std::size_t byte);
std::size_t previous_character(std::string_view utf8, std::size_t byte);

} // namespace desk::ui
