// What the command line says and how it ends.
#pragma once

#include "core/rules/blocker.hpp"

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace desk::native {

enum class Exit : int {
    done = 0,      // done, or "yes"
    no = 1,        // refused, gate closed, conflicts left
    bad_input = 2, // unreadable input, wrong usage, or a file that cannot be written
};

// Answers go to `out`, messages to `err`.
struct Terminal {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
};

// One line whatever the text holds: line ends become spaces, and characters that could steer a terminal or turn the
// reading direction become U+FFFD.
std::string printable(std::string_view text);

// Columns of a terminal that the printable text takes.
std::size_t columns_of(std::string_view text);
// The text, filled up with spaces to this many columns.
std::string padded(std::string_view text, std::size_t columns);

// "Ana, Bruno"; empty if there are none.
std::string joined(const std::vector<std::string>& words, const char* between = ", ");

// "FILE: text", or "FILE:line: text" with a line from 1.
void tell(const Terminal& terminal, std::string_view file, std::string_view text, std::size_t line = 0);
// One line a blocker, as the core words it.
void tell(const Terminal& terminal, std::string_view file, const Refusal& refusal);

bool is_utf8(std::string_view text);

} // namespace desk::native
