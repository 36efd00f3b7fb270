#include "core/order.hpp"

#include <algorithm>

namespace desk {

std::vector<std::size_t> order_of(std::size_t count, bool (*before)(const void* context, std::size_t a, std::size_t b),
                                  const void* context) {
    std::vector<std::size_t> order(count);
    for (std::size_t at = 0; at < count; ++at) order[at] = at;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (before(context, a, b)) return true;
        return !before(context, b, a) && a < b;
    });
    return order;
}

} // namespace desk
