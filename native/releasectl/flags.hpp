// The flags that many commands share, and what they mean.
#pragma once

#include <CLI/CLI.hpp>

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

inline constexpr const char* general_group = "General"; // of flags that every command has
void add_general(CLI::App& command, Flags& flags);      // --json, --by, --at: of every command, needed there or not
void add_output(CLI::App& command, Flags& flags, const char* help);
void add_siblings(CLI::App& command, Flags& flags);     // --with
void add_change_flags(CLI::App& command, Flags& flags); // general ones and -o, for what changes a release
// A flag that takes a moment, RFC 3339; another text is wrong usage.
CLI::Option* add_time(CLI::App& command, const char* name, std::string& value, const char* help);
// A flag that may stand several times, with one value each.
CLI::Option* add_repeated(CLI::App& command, const char* names, std::vector<std::string>& values, const char* help);

std::int64_t moment(const Flags& flags); // that of --at, else the present one

} // namespace desk::native
