// What `--help` answers.
#pragma once

#include "native/releasectl/description.hpp"

#include <string>

namespace desk::native {

std::string help_text(const CommandDescription& command);

} // namespace desk::native
