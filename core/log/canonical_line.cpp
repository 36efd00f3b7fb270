#include "core/log/canonical_line.hpp"

#include "core/ascii.hpp"
#include "core/log/json_text.hpp"
#include "core/log/op_line.hpp"

#include <cstring>

namespace desk {

namespace {

// Of a value that is read here. More is read token by token.
constexpr int levels = 3;
constexpr std::size_t members = 16;
constexpr int most_digits = 18; // of a number: every one fits into 64 bits

// Every step says whether what it wants was there; after a no, nothing counts any more.
class Reader {
public:
    explicit Reader(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

    bool at_end() const { return at_ == end_; }
    const char* at() const { return at_; }
    char next() const { return at_ < end_ ? *at_ : '\0'; }

    template <std::size_t N> bool take(const char (&text)[N]) {
        constexpr std::size_t size = N - 1;
        if (static_cast<std::size_t>(end_ - at_) < size) return false;
        for (std::size_t i = 0; i < size; ++i)
            if (at_[i] != text[i]) return false;
        at_ += size;
        return true;
    }

    bool actor(ActorId& actor) {
        const char* start = at_;
        while (at_ < end_ && ((*at_ >= 'a' && *at_ <= 'z') || is_digit(*at_))) ++at_;
        actor = ActorId(std::string_view(start, static_cast<std::size_t>(at_ - start)));
        return !actor.empty();
    }
    // A whole number from 0 without leading zeros.
    bool number(std::uint64_t& number) {
        const char* start = at_;
        number = 0;
        while (at_ < end_ && is_digit(*at_) && at_ - start < most_digits)
            number = number * 10 + static_cast<std::uint64_t>(*at_++ - '0');
        return at_ > start && !is_digit(next()) && (*start != '0' || at_ - start == 1);
    }
    bool count(std::uint64_t& count) { return number(count) && count >= 1 && count <= Limits::largest_count; }
    bool wall(std::int64_t& ms) {
        const bool negative = take("-");
        std::uint64_t distance = 0;
        if (!number(distance) || distance > static_cast<std::uint64_t>(Limits::farthest_ms)) return false;
        ms = negative ? -static_cast<std::int64_t>(distance) : static_cast<std::int64_t>(distance);
        return true;
    }
    bool id(OpId& id) { return take("\"") && actor(id.actor) && take(".") && count(id.seq) && take("\""); }

    // What stands up to the closing quote, the opening one being read. `escaped`: it holds escapes.
    bool text(std::string_view& inner, bool& escaped) {
        const char* start = at_;
        escaped = false;
        for (;; ++at_) {
            step_over_plain_bytes();
            if (at_ == end_) return false;
            const auto c = static_cast<unsigned char>(*at_);
            if (c == '"') {
                inner = std::string_view(start, static_cast<std::size_t>(at_++ - start));
                return true;
            }
            if (c < 0x20) return false;
            if (c == '\\') {
                if (++at_ == end_ || !std::memchr("\"\\bfnrt", *at_, 7)) return false;
                escaped = true;
            } else if (c >= 0x80) {
                const std::size_t length = utf8_length({at_, static_cast<std::size_t>(end_ - at_)});
                if (length == 0) return false;
                at_ += length - 1;
            }
        }
    }
    bool plain(std::string_view& inner) {
        bool escaped = false;
        return text(inner, escaped) && !escaped;
    }
    bool name(std::string& name, std::size_t limit) {
        std::string_view inner;
        if (!plain(inner) || inner.empty() || inner.size() > limit) return false;
        name = std::string(inner); // into an empty one: made in place and moved is faster than assigned
        return true;
    }

    // A value that is no text, or one within another.
    bool value(int deeper) {
        std::string_view inner;
        bool escaped = false;
        std::uint64_t ignored = 0;
        switch (next()) {
        case '"':
            return take("\"") && text(inner, escaped);
        case '{':
            return deeper > 0 && object(deeper);
        case '[':
            return deeper > 0 && list(deeper);
        case 't':
            return take("true");
        case 'f':
            return take("false");
        case 'n':
            return take("null");
        case '-':
            ++at_;
            return number(ignored) && ignored > 0 && whole();
        default:
            return number(ignored) && whole();
        }
    }

private:
    bool whole() const { return next() != '.' && next() != 'e' && next() != 'E'; }

    // Eight at a time, as long as none of them is a quote, a backslash, a control character, or not ASCII.
    void step_over_plain_bytes() {
        constexpr std::uint64_t ones = 0x0101010101010101ULL, tops = 0x8080808080808080ULL;
        const auto has_zero = [](std::uint64_t word) { return (word - ones) & ~word & tops; };
        std::uint64_t word = 0;
        for (; static_cast<std::size_t>(end_ - at_) >= sizeof word; at_ += sizeof word) {
            std::memcpy(&word, at_, sizeof word);
            const std::uint64_t special = has_zero(word ^ (ones * '"')) | has_zero(word ^ (ones * '\\')) |
                                          ((word - ones * 0x20) & ~word & tops) | (word & tops);
            if (special) return;
        }
    }

    bool object(int deeper) {
        std::string_view keys[members];
        std::size_t count = 0;
        ++at_;
        if (take("}")) return true;
        do {
            if (count == members || !take("\"") || !plain(keys[count])) return false;
            for (std::size_t i = 0; i < count; ++i)
                if (keys[i] == keys[count]) return false;
            ++count;
            if (!take(":") || !value(deeper - 1)) return false;
        } while (take(","));
        return take("}");
    }
    bool list(int deeper) {
        ++at_;
        if (take("]")) return true;
        do
            if (!value(deeper - 1)) return false;
        while (take(","));
        return take("]");
    }

    const char* at_;
    const char* end_;
};

bool read_value(Reader& reader, Value& value) {
    const char* start = reader.at();
    if (reader.take("\"")) {
        std::string_view inner;
        bool escaped = false;
        if (!reader.text(inner, escaped)) return false;
        value = escaped ? Value(unquoted({start, inner.size() + 2})) : Value(inner);
        return true;
    }
    if (reader.next() == 'n' || !reader.value(levels)) return false;
    value = Value::written({start, static_cast<std::size_t>(reader.at() - start)});
    return true;
}

bool read_replaced(Reader& reader, OpIds& replaces) {
    do
        if (!reader.id(replaces.add())) return false;
    while (reader.take(","));
    return reader.take("]");
}

} // namespace

bool read_canonical_line(std::string_view line, Op& op) {
    if (line.size() > Limits::line_bytes) return false;
    Reader reader(line);
    if (!reader.take("{\"a\":\"") || !reader.actor(op.id.actor) || !reader.take("\",\"s\":") ||
        !reader.count(op.id.seq) || !reader.take(",\"t\":") || !reader.count(op.lamport) || !reader.take(",\"w\":") ||
        !reader.wall(op.wall_ms) || !reader.take(",\"by\":\"") || !reader.name(op.by, Limits::name_chars) ||
        !reader.take(",\"k\":\"") || !reader.name(op.kind, Limits::name_chars) || !reader.take(",\"i\":\"") ||
        !reader.name(op.about, Limits::register_chars))
        return false;
    if (reader.take(",\"v\":") && !read_value(reader, op.value)) return false;
    if (reader.take(",\"p\":[") && !read_replaced(reader, op.replaces)) return false;
    op.critical = reader.take(",\"crit\":true");
    if (!reader.take("}") || !reader.at_end()) return false;
    op.line = std::string(line);
    return true;
}

} // namespace desk
