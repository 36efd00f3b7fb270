// The ops that an op replaces. Nearly always one: that one takes no memory of its own.
#pragma once

#include "core/log/op_id.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <utility>
#include <vector>

namespace desk {

class OpIds {
public:
    OpIds() = default;
    OpIds(std::initializer_list<OpId> ids) {
        for (const OpId& id : ids) push_back(id);
    }

    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }
    const OpId* begin() const { return size_ > 1 ? many_.data() : &one_; }
    const OpId* end() const { return begin() + size_; }

    void push_back(const OpId& id) { add() = id; }
    // A new one at the end, to be filled; it stays in place until the next one is added.
    OpId& add() {
        if (size_++ == 0) return one_;
        if (size_ == 2) many_.push_back(one_);
        return many_.emplace_back();
    }

    bool operator==(const OpIds& other) const { return std::equal(begin(), end(), other.begin(), other.end()); }

private:
    std::size_t size_ = 0;
    OpId one_;               // if there is one
    std::vector<OpId> many_; // if there are more: all of them
};

} // namespace desk
