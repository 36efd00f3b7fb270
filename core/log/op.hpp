// One op: the only thing a release is made of (docs/format.md "Ops"). Everything shown is derived from a set of ops.
#pragma once

#include "core/log/op_id.hpp"
#include "core/log/op_ids.hpp"
#include "core/log/value.hpp"

#include <cstdint>
#include <string>

namespace desk {

struct Op {
    OpId id;                   // "a", "s"
    std::uint64_t lamport = 0; // "t": larger than that of every op which the making copy had seen
    std::int64_t wall_ms = 0;  // "w": ms since 1970 UTC, for display only
    std::string by;            // "by": a person's name as they gave it; nobody has checked it
    std::string kind;          // "k": create, set, add, drop; others are kept and shown as unknown
    std::string about;         // "i": the register, such as "vote:support-lead" (core/release/registers.hpp)
    Value value;               // "v"; null if absent
    OpIds replaces;            // "p": ops on the same register that the making copy saw
    bool critical = false;     // "crit": a reader that does not know `kind` must close the gates
    // The canonical line, without comma or line end: what is exported, byte for byte, unknown keys included.
    std::string line;

    bool known() const;                             // says something about its register
    bool is_seal() const { return kind == "seal"; } // says something about other ops alone (core/log/seals.hpp)
};

// The order in files and histories: (t, a, s). Wall time never decides.
bool comes_before(const Op& a, const Op& b);

} // namespace desk
