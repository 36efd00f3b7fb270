// Where the user has been: what "back" and "forward" mean in a window without an address bar.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace desk::native {

class History {
public:
    // A new place; what lay ahead is forgotten. The present one again is nothing new; `instead` of it there is none.
    void visit(const std::string& address, bool instead) {
        if (!places_.empty() && places_[at_] == address) return;
        if (instead && !places_.empty()) {
            places_[at_] = address;
            return;
        }
        if (!places_.empty()) places_.resize(at_ + 1);
        places_.push_back(address);
        at_ = places_.size() - 1;
    }

    // Steps back (below 0) or forward; nothing if there is no such place.
    std::optional<std::string> travel(int steps) {
        const auto to = static_cast<std::ptrdiff_t>(at_) + steps;
        if (to < 0 || to >= static_cast<std::ptrdiff_t>(places_.size())) return std::nullopt;
        at_ = static_cast<std::size_t>(to);
        return places_[at_];
    }

private:
    std::vector<std::string> places_;
    std::size_t at_ = 0;
};

} // namespace desk::native
