// The flags that many commands share, and what they mean.
#pragma once

#include "native/releasectl/declaration.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace desk::native {

struct Flags {
    bool json = false;
    std::string by;                // --by, else RELEASECTL_BY
    std::string at;                // --at: RFC 3339; empty: now
    std::string output;            // -o; empty: in place, or stdout for what is only shown
    std::vector<std::string> with; // --with: other releases
};

void add_general(const Parameters& command, Flags& flags); // --json, --by, --at: of every command, needed there or not
Parameter add_output(const Parameters& command, Flags& flags, const char* help);
void add_siblings(const Parameters& command, Flags& flags);     // --with
void add_change_flags(const Parameters& command, Flags& flags); // general ones and -o, for what changes a release
// A flag that takes a moment, RFC 3339; another text is wrong usage.
Parameter add_time(const Parameters& command, const char* name, std::string& value, const char* help);

std::int64_t moment(const Flags& flags); // that of --at, else the present one

} // namespace desk::native
