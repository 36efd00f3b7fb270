// Seals: entries that say how other entries read when a copy was handed out, so that it can be told later which of them
// were altered (docs/format.md "Seals"). Nobody has keys here: a seal shows what was changed behind its back, not who
// somebody is.
//
// Of each actor the ops form a chain: link 0 is "", link s = sha256(link s−1, then sha256(line s)), all in hex digits.
// A seal is one op of the kind "seal" on the register "seal:<its own actor>", which says nothing else about the
// release:
//   {"chains":{"<actor>":{"s":12,"hash":"…","marks":"…"}}}
// `hash`, the first 32 digits of link 12, holds for all ops 1 to 12 of the actor; `marks`, the first 8 digits of
// sha256(line) of each op that this seal is the first to cover, tells which one it is that was altered.
#pragma once

#include "core/log/log.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

// What seals must say so that every op of the log that can be sealed is; empty if all are. Seals themselves count only
// where other ops follow them. Several, if one would be too long.
std::vector<Value> seals_needed(const Log& log);

// Is there an op under this name that no seal covers?
bool has_unsealed(const Log& log, std::string_view by);

struct SealFlaw {
    OpId op;      // that was altered; or the seal that does not fit
    bool is_seal; // the seal itself is unsound, or says another thing than the ops, whichever that was
    OpId seal;    // that tells
};

struct SealReport {
    std::size_t seals = 0;
    std::size_t sealed = 0;      // ops covered by a seal that fits
    std::size_t unsealed = 0;    // ops that are not, seals aside
    std::vector<SealFlaw> flaws; // by op, each once
};

// Holds every seal against the ops that it is about. What is missing is not told here: see core/log/gaps.hpp.
SealReport check_seals(const Log& log);

// The last op of each actor that a seal names: it must have been there.
std::vector<OpId> sealed_ends(const Log& log);

} // namespace desk
