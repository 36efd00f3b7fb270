// What the window is started with.
#pragma once

#include "native/window/link.hpp"

#include <optional>
#include <string>

namespace desk::native {

struct Options {
    std::string data;      // folder of the store; empty: the user's own
    std::string semantics; // where the accessible tree is told; empty: nowhere
    Wanted wanted;
};

// Nothing if the program is to end now, with `status`: after --help, --version, or a mistake that was told.
std::optional<Options> options_from(int argc, char** argv, int& status);

} // namespace desk::native
