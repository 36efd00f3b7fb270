// Numbers for tests that nobody thought of, each from a seed that is kept: 1 to as many as a test usually runs. In the
// environment, DESK_HISTORIES=100000 runs that many histories and of other things as many times more, and
// DESK_SEED=4711 the one that a failure has named.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <utility>
#include <vector>

namespace desk::test {

// SplitMix64: the same numbers on every platform.
class Seeded {
public:
    explicit Seeded(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
    bool chance(std::size_t one_in) { return below(one_in) == 0; }
    template <typename T> void shuffle(std::vector<T>& list) {
        for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(i)]);
    }

private:
    std::uint64_t state_;
};

inline constexpr std::uint64_t usual_histories = 2000;

template <class Check> void for_each_seed(std::uint64_t usual, const Check& check) {
    const auto number = [](const char* name) {
        const char* text = std::getenv(name);
        return text ? std::strtoull(text, nullptr, 10) : 0ULL;
    };
    if (const std::uint64_t one = number("DESK_SEED"); one > 0) return check(one);
    const std::uint64_t many = number("DESK_HISTORIES");
    const std::uint64_t last = many > 0 ? usual * many / usual_histories : usual;
    for (std::uint64_t seed = 1; seed <= last; ++seed) check(seed);
}

} // namespace desk::test
