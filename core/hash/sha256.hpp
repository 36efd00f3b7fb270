// SHA-256 (FIPS 180-4), for digests that must agree natively and in wasm.
#pragma once

#include <string>
#include <string_view>

namespace desk {

// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

// The first 16 hex digits (64 bits): enough to tell contents apart, short enough for a line of a file. Not for seals.
std::string short_digest(std::string_view bytes);

} // namespace desk
