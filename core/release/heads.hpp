// The register rule: reading what the heads of a register say, and whether they agree.
#pragma once

#include "core/log/log.hpp"
#include "core/release/state.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

struct Heads {
    std::span<const Op* const> ops; // in file order; until the log absorbs more
    bool disputed = false;          // at least two of them say different things

    bool empty() const { return ops.empty(); }
    const Op& first() const { return *ops.front(); }
    // The one who spoke last, by file order.
    Said said() const { return ops.empty() ? Said{} : Said{ops.back()->by, ops.back()->wall_ms}; }
    // A member of a set stays while any head adds it: an edit made meanwhile brings a dropped thing back.
    bool member() const;
};

Heads heads_of(const Log& log, std::string_view about);
Heads heads_of(const std::vector<const Op*>& heads); // of one register

// Text register: the first head's text; "" if it was never set or is no text.
TextField text_field(const Log& log, std::string_view about);

// Registers "<prefix><role>:<person>" that have a member, as role → names, sorted.
std::map<std::string, std::vector<std::string>> members_by_role(const Log& log, std::string_view prefix);

} // namespace desk
