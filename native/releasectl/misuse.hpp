// What is wrong with words that are no command line of the program, told so that the next try is right.
#pragma once

#include "native/releasectl/description.hpp"

#include <string>
#include <vector>

namespace desk::native {

// `command` is the one that the words got to. `unexpected` are those that have no place in it, as they were typed, and
// `said` is what the parser says of them, which is told where this knows nothing better.
std::string misuse(const CommandDescription& command, const std::vector<std::string>& unexpected,
                   const std::string& said);

} // namespace desk::native
