// What the core asks its surroundings for: the moment, and names that nobody can guess or have made before.
#pragma once

#include <cstdint>
#include <string>

namespace desk::native {

// Wall clock: ms since 1970 UTC.
std::int64_t now_ms();

// From the kernel's generator.
std::uint64_t random64();

// 16 characters of a–z and 2–7: 80 bits.
std::string fresh_name();

} // namespace desk::native
