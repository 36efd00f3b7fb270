// The flags that many commands share, and what they mean.
#pragma once

#include "core/commands/command.hpp"

#include <CLI/CLI.hpp>
#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace desk::native {

struct Flags {
    bool json = false;
    std::string by;                // --by, else RELEASECTL_BY
    std::string at;                // --at: RFC 3339; empty: now
    std::string output;            // -o; empty: in place, or stdout for what is only shown
    std::vector<std::string> with; // --with: other releases of the product
};

void add_json(CLI::App& command, Flags& flags);
void add_author(CLI::App& command, Flags& flags); // --by
void add_moment(CLI::App& command, Flags& flags); // --at
void add_output(CLI::App& command, Flags& flags, const char* help);
void add_siblings(CLI::App& command, Flags& flags); // --with
void add_change_flags(CLI::App& command, Flags& flags); // of every command that changes a release: all but --with
// A flag that may stand several times, with one value each.
CLI::Option* add_repeated(CLI::App& command, const char* names, std::vector<std::string>& values, const char* help);

// The present moment, or that of --at. The message says how to write it.
tl::expected<std::int64_t, std::string> moment(const Flags& flags);

} // namespace desk::native
