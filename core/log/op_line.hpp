// One op as one line of text, and back (docs/format.md).
//
// Canonical line: one JSON object; no white space outside strings; keys a s t w by k i v p crit in this order (v, p and
// crit only if present: p not empty, crit true), then unknown keys in the order in which they were read; strings with
// the fewest escapes; numbers as they were written. Equal content gives equal bytes; nothing that was read is lost.
#pragma once

#include "core/log/op.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace desk {

struct Limits {
    static constexpr std::size_t line_bytes = 1U << 20;  // one op
    static constexpr std::size_t file_bytes = 64U << 20; // one file
    static constexpr std::size_t actor_chars = ActorId::longest;
    static constexpr std::size_t name_chars = 200;      // kind, person
    static constexpr std::size_t register_chars = 4096; // a register may hold a link
    static constexpr std::size_t members = 256;         // of one object
    static constexpr int nesting = 32;
    static constexpr std::uint64_t largest_count =
        (std::uint64_t{1} << 53) - 1;                                  // `s` and `t`: what every JSON reader holds
    static constexpr std::int64_t farthest_ms = 8'640'000'000'000'000; // `w`, either way: what every clock can show
};

// Reads one op. The message says what is wrong, for a person ("`s` must be a whole number from 1").
tl::expected<Op, std::string> parse_op(std::string_view text);
// The same into an op that has nothing in it yet; nothing if all is well.
std::optional<std::string> read_op(std::string_view text, Op& op);
// The same token by token, whatever the layout. read_op comes here where the fast path (core/log/canonical_line.hpp)
// has no answer.
std::optional<std::string> read_any_op(std::string_view text, Op& op);

// Why no reader would take these fields as an op; nothing if they are sound. Asked before a new op is stored.
std::optional<std::string> op_flaw(const Op& op);

// "k3.12" as in `p`; nothing if it is no such id.
std::optional<OpId> parse_op_id(std::string_view text);

// Fills op.line from the other fields, for an op that is new here.
void write_line(Op& op);

// The JSON text without white space outside strings, strings normalised, everything else as written. The text must be
// valid JSON.
std::string minified(std::string_view json_text);

} // namespace desk
