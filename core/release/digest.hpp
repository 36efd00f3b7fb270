// The digest of a release's derived state: two copies that hold the same ops show the same one, natively and in wasm.
#pragma once

#include "core/log/log.hpp"

#include <string>

namespace desk {

// Over what the heads say and who said it; not over who typed it where or when (actors, Lamport and wall times), so
// that the same acts give the same digest on every copy. Names that a copy made up
// (core/release/registers.hpp) count by their order. 32 hex digits.
std::string state_digest(const Log& log);

} // namespace desk
