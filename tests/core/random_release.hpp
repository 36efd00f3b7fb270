// Releases for tests: one small and known, and many that nobody thought of, each from a seed that is kept.
#pragma once

#include "desk_copy.hpp" // octoacme()
#include "seeded.hpp"

#include "core/file/release_file.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace desk::test {

// A release of the built-in guide with these ops.
Release release_of(const std::vector<Op>& ops);
std::vector<Op> ops_of(const Release& release); // forked ones too

// `create` and the fields of "Checkout 4.2.0", by Ana.
std::vector<Op> small_release();

// The ops of a release to which several actors have added: known and unknown kinds, unknown keys, texts of every
// script, replaced heads, and now and then a fork or an op that replaces itself or what comes after it.
std::vector<Op> random_ops(Seeded& random, std::size_t count);

} // namespace desk::test
