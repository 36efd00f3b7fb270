// The ids of one frame and where their nodes are. Cleared in constant time, so that a frame pays only for what it
// shows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace desk::ui {

class IdTable {
public:
    void clear() {
        if (++stamp_ == 0) slots_.assign(slots_.size(), {}), stamp_ = 1;
        count_ = 0;
    }

    // Adds the id and returns it; one that is there already is replaced by another, always by the same for the same
    // number of repetitions, so that repeated texts keep their ids from frame to frame.
    std::uint32_t add(std::uint32_t id, std::uint32_t index) {
        if ((count_ + 1) * 2 > slots_.size()) grow();
        Slot* slot = &slot_of(id == 0 ? 1 : id);
        while (slot->stamp == stamp_) {
            const std::uint32_t other = scramble(slot->id + ++slot->repeats * 0x9E3779B9U);
            slot = &slot_of(other);
            id = other;
        }
        *slot = {id == 0 ? 1 : id, stamp_, index, 0};
        ++count_;
        return slot->id;
    }

    std::optional<std::uint32_t> find(std::uint32_t id) const {
        if (slots_.empty()) return std::nullopt;
        for (std::size_t at = scramble(id) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            if (slots_[at].stamp != stamp_) return std::nullopt;
            if (slots_[at].id == id) return slots_[at].index;
        }
    }

private:
    struct Slot {
        std::uint32_t id = 0, stamp = 0, index = 0, repeats = 0;
    };

    static std::uint32_t scramble(std::uint32_t value) {
        value = (value ^ value >> 16) * 0x7FEB352DU;
        value = (value ^ value >> 15) * 0x846CA68BU;
        value ^= value >> 16;
        return value == 0 ? 1 : value;
    }

    // The slot of this id, or the free one where it belongs.
    Slot& slot_of(std::uint32_t id) {
        std::size_t at = scramble(id) & (slots_.size() - 1);
        while (slots_[at].stamp == stamp_ && slots_[at].id != id) at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }

    void grow() {
        std::vector<Slot> old(slots_.empty() ? 256 : slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& slot : old)
            if (slot.stamp == stamp_) slot_of(slot.id) = slot;
    }

    std::vector<Slot> slots_;
    std::uint32_t stamp_ = 1;
    std::size_t count_ = 0;
};

} // namespace desk::ui
