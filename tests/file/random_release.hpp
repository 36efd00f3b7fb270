// Releases for tests: one small and known, and many that nobody thought of, each from a seed that is kept.
#pragma once

#include "desk_copy.hpp" // octoacme()

#include "core/file/release_file.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace desk::test {

// SplitMix64: the same numbers on every platform.
class Seeded {
public:
    explicit Seeded(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
    bool chance(std::size_t one_in) { return below(one_in) == 0; }
    template <typename T> void shuffle(std::vector<T>& list) {
        for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
    }

private:
    std::uint64_t state_;
};

// A release of the built-in guide with these ops.
Release release_of(const std::vector<Op>& ops);
std::vector<Op> ops_of(const Release& release); // forked ones too

// `create` and the fields of "Checkout 4.2.0", by Ana.
std::vector<Op> small_release();

// The ops of a release to which several actors have added: known and unknown kinds, unknown keys, texts of every
// script, replaced heads, and now and then a fork or an op that replaces itself or what comes after it.
std::vector<Op> random_ops(Seeded& random, std::size_t count);

} // namespace desk::test
