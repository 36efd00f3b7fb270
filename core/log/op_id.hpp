// What names an op: the running copy of the app that made it, and that copy's count (docs/format.md "Ops").
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace desk {

// The name of a running copy of the app. Kept in place: every op holds one for itself and for each op that it replaces.
class ActorId {
public:
    static constexpr std::size_t longest = 40;

    ActorId() = default;
    ActorId(const char* text) : ActorId(std::string_view(text)) {}
    ActorId(const std::string& text) : ActorId(std::string_view(text)) {}
    // What is too long is no actor: it stays empty.
    ActorId(std::string_view text) {
        if (text.size() <= longest) text.copy(reinterpret_cast<char*>(words_), text.size());
    }

    bool empty() const { return words_[0] == 0; }
    std::string_view view() const {
        const char* text = reinterpret_cast<const char*>(words_);
        const void* end = std::memchr(text, 0, longest);
        return {text, end ? static_cast<std::size_t>(static_cast<const char*>(end) - text) : longest};
    }
    std::string text() const { return std::string(view()); }

    bool operator==(const ActorId& other) const {
        for (std::size_t i = 0; i < words; ++i)
            if (words_[i] != other.words_[i]) return false;
        return true;
    }
    bool operator<(const ActorId& other) const { return order(other) < 0; }
    int order(const ActorId& other) const { return std::memcmp(words_, other.words_, longest); } // by bytes
    // What tells it from others, in pieces that are quickly compared and hashed; zeros at the end.
    template <class Each> void each_word(const Each& each) const {
        for (const std::uint64_t word : words_)
            if (word != 0) each(word);
    }

private:
    static constexpr std::size_t words = longest / sizeof(std::uint64_t);
    std::uint64_t words_[words] = {};
};

// Identity of an op: the running copy of the app that made it, and that copy's count from 1.
struct OpId {
    ActorId actor;
    std::uint64_t seq = 0;

    bool operator==(const OpId& other) const { return seq == other.seq && actor == other.actor; }
    bool operator<(const OpId& other) const {
        if (const int order = actor.order(other.actor); order != 0) return order < 0;
        return seq < other.seq;
    }
    std::string text() const { return actor.text() + "." + std::to_string(seq); } // as in `p`
};

} // namespace desk
