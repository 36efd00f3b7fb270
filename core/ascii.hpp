// What ASCII calls a character, whatever the locale.
#pragma once

namespace desk {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace desk
