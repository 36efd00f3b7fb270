// What the window is started with.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace desk::native {

struct Options {
    std::string data;      // folder of the store; empty: the user's own
    std::string semantics; // where the accessible tree is told; empty: nowhere
    std::string address;   // where it opens; empty: at the releases
    std::vector<std::string> files;
};

// Nothing if the program is to end now, with `status`: after --help, --version, or a mistake that was told.
std::optional<Options> options_from(int argc, char** argv, int& status);

} // namespace desk::native
