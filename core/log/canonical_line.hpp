// The fast path of reading ops: the line exactly as `write_line` writes it, in one pass and without building JSON
// values. Nearly every line that is read is one that was written here; loading them is what people wait for.
#pragma once

#include "core/log/op.hpp"

#include <string_view>

namespace desk {

// Fills `op` from a canonical line (core/log/op_line.hpp) and says true. Says false if the line is anything else, or
// only rarely seen: unknown keys, escapes other than \" \\ \b \f \n \r \t, numbers with point or exponent in `v`, deep
// or wide values. `op` is then of no use, and parse_op, which calls this first, reads the line token by token. What is
// taken here is taken there, with the same outcome; tests hold the two against each other.
bool read_canonical_line(std::string_view line, Op& op);

} // namespace desk
