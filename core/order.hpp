// Stable sorting with one algorithm for all types: std::stable_sort compiles to 3 KB anew for each, and the page counts
// every one.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace desk {

// The positions 0 to `count` − 1 in the order that `before(context, a, b)` tells; equal ones as they stand.
std::vector<std::size_t> order_of(std::size_t count, bool (*before)(const void* context, std::size_t a, std::size_t b),
                                  const void* context);

// Puts the list into the order that `before(one, other)` tells; equal ones stay as they stand.
template <class T, class Before> void put_in_order(std::vector<T>& list, const Before& before) {
    struct Context {
        const std::vector<T>& list;
        const Before& before;
    };
    const Context context{list, before};
    const auto order = order_of(
        list.size(),
        [](const void* given, std::size_t a, std::size_t b) {
            const auto& c = *static_cast<const Context*>(given);
            return static_cast<bool>(c.before(c.list[a], c.list[b]));
        },
        &context);
    std::vector<T> ordered;
    ordered.reserve(list.size());
    for (const std::size_t at : order) ordered.push_back(std::move(list[at]));
    list = std::move(ordered);
}

} // namespace desk
