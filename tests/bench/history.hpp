// Releases that are measured: 1,000 edits each, on two copies that went apart.
#pragma once

#include "core/release/release.hpp"

#include <cstddef>

namespace desk::bench {

// 600 edits that both copies have, then 200 on each that the other one has not seen.
struct Diverged {
    Release ours, theirs;
};

// The same for the same number, everywhere.
Diverged diverged(std::size_t number);

} // namespace desk::bench
