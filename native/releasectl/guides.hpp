// Guides as the commands name them: a guide file, a release file (the guide that it follows), or "octoacme".
#pragma once

#include "native/releasectl/documents.hpp"

#include <memory>
#include <string>

namespace desk::native {

// The text as it stands in the file (or in the release, or built in). An empty name is "octoacme".
OrExit<std::string> guide_text_of(const Terminal& terminal, const std::string& name);

// Every flaw of a guide that cannot be used is told, with its line.
OrExit<std::shared_ptr<const Guide>> read_guide(const Terminal& terminal, const std::string& name);

} // namespace desk::native
