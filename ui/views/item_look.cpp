#include "ui/views/item_look.hpp"

#include "core/rules/gate.hpp"

#include <algorithm>

namespace desk::ui {

ItemLook look_of(const Item& item, const char* done) {
    if (item.disputed) return {StatusKind::conflict, Icon::conflict, "Conflict"};
    switch (item.status) {
    case ItemStatus::done:
        return {StatusKind::done, Icon::check, done};
    case ItemStatus::waived:
        return {StatusKind::warning, Icon::skip, "Waived"};
    case ItemStatus::not_applicable:
        return {StatusKind::not_applicable, Icon::not_applicable, "Not applicable"};
    case ItemStatus::partial: {
        const auto signs =
            std::count_if(item.sign_offs.begin(), item.sign_offs.end(), [](const SignOff& sign) { return sign.done; });
        return {StatusKind::active, Icon::half,
                std::to_string(signs) + " of " + std::to_string(item.sign_offs.size()) + " signed"};
    }
    case ItemStatus::open:
        break;
    }
    return {StatusKind::open, Icon::circle, "Open"};
}

ItemLook requirement_look(const Item& item, std::int64_t now_ms) {
    if (!item.disputed && waiver_expired(item, now_ms)) return {StatusKind::blocked, Icon::clock, "Expired"};
    return look_of(item, "Met");
}

} // namespace desk::ui
