// One op as one line of text, and back (DESIGN §2, §3; docs/format.md).
//
// Canonical line: one JSON object; no white space outside strings; keys a s t w by k i v p crit in this order (v, p and
// crit only if present: p not empty, crit true), then unknown keys in the order in which they were read; strings with
// the fewest escapes; numbers as they were written. Equal content gives equal bytes; nothing that was read is lost.
#pragma once

#include "core/log/op.hpp"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace desk {

struct Limits {
    static constexpr std::size_t line_bytes = 1U << 20;  // one op
    static constexpr std::size_t file_bytes = 64U << 20; // one file
    static constexpr std::size_t name_chars = 200;       // actor, kind, register, person
    static constexpr int nesting = 32;
};

// Reads one op. The message says what is wrong, for a person ("`s` must be a whole number from 1").
tl::expected<Op, std::string> parse_op(std::string_view text);

// Fills op.line from the other fields, for an op that is new here.
void write_line(Op& op);

// The JSON text without white space outside strings, strings normalised, everything else as written. The text must be
// valid JSON.
std::string minified(std::string_view json_text);

} // namespace desk
