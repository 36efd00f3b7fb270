// Where a thing stands, by its hash: a table of pointers. The standard's tables take one piece of memory for every
// entry and a second copy of the key; a log has thousands of entries, and reading it is what people wait for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace desk {

// Are these the same? Eight bytes at a time: for wasm the libraries compare byte after byte.
inline bool same_bytes(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    std::uint64_t left = 0, right = 0;
    std::size_t at = 0;
    for (; a.size() - at >= sizeof left; at += sizeof left) {
        std::memcpy(&left, a.data() + at, sizeof left);
        std::memcpy(&right, b.data() + at, sizeof right);
        if (left != right) return false;
    }
    for (; at < a.size(); ++at)
        if (a[at] != b[at]) return false;
    return true;
}

// FNV's step over eight bytes at a time, stirred at the end, so that the low bits depend on all of them.
class Hash {
public:
    Hash& add(std::uint64_t word) {
        state_ = (state_ ^ word) * 0x9e3779b97f4a7c15ULL;
        state_ ^= state_ >> 29;
        return *this;
    }
    Hash& add(std::string_view bytes);
    std::uint32_t value() const { return static_cast<std::uint32_t>(state_ ^ (state_ >> 32)); }

private:
    std::uint64_t state_ = 14695981039346656037ULL;
};

template <class T> class PointerIndex {
public:
    // What has this hash and for which `is` holds; null if it is not here.
    template <class Is> T* find(std::uint32_t hash, const Is& is) const {
        if (slots_.empty()) return nullptr;
        for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
            const Slot& slot = slots_[at];
            if (!slot.pointer || (slot.hash == hash && is(*slot.pointer))) return slot.pointer;
        }
    }
    // So many more will be added, or a few less.
    void expect(std::size_t more) {
        while (2 * (count_ + more) > slots_.size()) grow();
    }
    // Must not be here yet.
    void add(std::uint32_t hash, T* pointer) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        ++count_;
        put({hash, pointer});
    }

private:
    struct Slot {
        std::uint32_t hash = 0;
        T* pointer = nullptr;
    };
    std::size_t mask() const { return slots_.size() - 1; }
    void put(Slot slot) {
        std::size_t at = slot.hash & mask();
        while (slots_[at].pointer) at = (at + 1) & mask();
        slots_[at] = slot;
    }
    void grow() {
        std::vector<Slot> old(slots_.empty() ? 32 : slots_.size() * 4);
        old.swap(slots_);
        for (const Slot& slot : old)
            if (slot.pointer) put(slot);
    }

    std::vector<Slot> slots_; // a power of two, at most half full
    std::size_t count_ = 0;
};

} // namespace desk
