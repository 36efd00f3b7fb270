// What a union of copies came to, as `merge` and `unpack` tell it.
#pragma once

#include "core/release/release.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>

namespace desk::native {

struct Counts {
    Absorbed sum;
    std::size_t conflicts = 0; // in the release now

    void add(const Absorbed& one);
    bool settled() const { return conflicts == 0 && sum.forked == 0; }
    Json json(const Release& release) const;
    std::string text() const; // "3 new, 45 known, 1 conflict, 0 unknown"; with forks if there are any
};

} // namespace desk::native
