// What `--help` answers.
#pragma once

#include "native/releasectl/description.hpp"

#include <string>

namespace desk::native {

std::string help_text(const CommandDescription& command);

// Lets every command of the program answer --help by help_text.
void use_own_help(Program& program);

} // namespace desk::native
