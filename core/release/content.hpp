// What a go/no-go vote is bound to, in parts, so that a change after the vote can be named.
#pragma once

#include "core/release/state.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

// Part → short digest. Parts: requirements, plan, window, notes, version, decision (the number of no-gos recorded).
std::map<std::string, std::string> content_digests(const State& state);

// "rollback plan", for "The rollback plan changed".
std::string content_part_name(std::string_view part);

// Parts whose digest differs between what was voted on and the present; a part missing on either side differs.
std::vector<std::string> changed_parts(const std::map<std::string, std::string>& basis,
                                       const std::map<std::string, std::string>& present);

} // namespace desk
