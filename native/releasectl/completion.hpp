// What a shell needs to complete a command line of this program: commands, acts, flags, and the keys of the guide that
// is built in.
//
// Every script walks the words before the cursor in the same way: a command or act leads further down, a flag that
// takes a value takes the next word, anything else is an argument. Tables of the script, printed from the declarations,
// say which is which; a place is named "PATH", "PATH FLAG" or "PATH:N" for its argument N from 0.
#pragma once

#include "native/releasectl/description.hpp"

#include <string>

namespace desk::native {

std::string bash_completion(const CommandDescription& program);
std::string zsh_completion(const CommandDescription& program);
std::string fish_completion(const CommandDescription& program);

} // namespace desk::native
