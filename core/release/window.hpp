// When a release may be deployed, and when nothing may (guide DC-1, RC-3).
#pragma once

#include "core/release/item.hpp"
#include "core/time/span.hpp"

#include <string>

namespace desk {

struct Window : TimeSpan {
    std::string none_reason; // why no window is needed; then there is no span
    Said said;
    bool disputed = false; // the span is then the earliest head in file order

    bool set() const { return none_reason.empty(); }
};

// No deployment while it lasts. It is recorded on one release and holds for others too, also when that one is over.
struct Freeze : TimeSpan {
    std::string id, reason;
    bool everywhere = false; // for all products; else for those of its release's product
    Said said;               // who recorded it
};

} // namespace desk
