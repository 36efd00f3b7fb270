// What is wrong with a team's own guide, for the person who writes it: everything at once, each with its line.
#pragma once

#include "core/guide/guide.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

struct GuideFlaw {
    std::size_t line = 0; // from 1; that of the nearest value that is there
    std::string text;     // "checklist[4].after[0]: no earlier item \"backup\""
    bool hint = false;    // the guide can be used, and this is probably not what was meant
};

// In the order of the lines; empty: nothing is wrong. All of them are hints, and parse_guide takes the guide, or none
// is.
std::vector<GuideFlaw> check_guide(std::string_view json_text);

} // namespace desk
