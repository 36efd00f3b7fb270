#include "core/log/op_line.hpp"

#include "core/log/canonical_line.hpp"
#include "core/log/index.hpp"
#include "core/log/json_text.hpp"
#include "core/order.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace desk {

namespace {

constexpr std::array<std::string_view, 10> known_keys = {"\"a\"", "\"s\"", "\"t\"", "\"w\"", "\"by\"",
                                                         "\"k\"", "\"i\"", "\"v\"", "\"p\"", "\"crit\""};
enum Known : std::size_t { key_a, key_s, key_t, key_w, key_by, key_k, key_i, key_v, key_p, key_crit };

// One member of the op's object, as places in the text without white space.
struct Member {
    std::size_t key = 0, key_end = 0, value = 0, value_end = 0;
    std::size_t rank = known_keys.size(); // place among the known keys
};

struct Scan {
    std::string text; // the object without white space, strings normalised
    std::vector<Member> members;

    std::string_view key(const Member& m) const { return std::string_view(text).substr(m.key, m.key_end - m.key); }
    std::string_view value(const Member& m) const {
        return std::string_view(text).substr(m.value, m.value_end - m.value);
    }
    std::string_view value(Known known) const {
        for (const Member& member : members)
            if (member.rank == known) return value(member);
        return {};
    }
};

std::size_t rank_of(std::string_view key) {
    return static_cast<std::size_t>(std::find(known_keys.begin(), known_keys.end(), key) - known_keys.begin());
}

std::string at_column(const JsonCursor& cursor) {
    return "column " + std::to_string(cursor.at() + 1) + ": " + cursor.flaw();
}

tl::expected<Scan, std::string> scan(std::string_view text) {
    Scan result;
    result.text.reserve(text.size());
    result.members.reserve(known_keys.size() + 2);
    JsonCursor cursor(text);
    if (!cursor.take('{')) return tl::unexpected<std::string>("an op is expected: an object in braces");
    result.text += '{';
    for (bool first = true; !cursor.take('}'); first = false) {
        if (!first) {
            if (!cursor.take(','))
                cursor.fail(cursor.at_end() ? "the op ends early: `}` is missing" : "a comma or `}` is expected");
            else
                result.text += ',';
        }
        if (result.members.size() == Limits::members) cursor.fail("the op has too many members");
        if (cursor.peek() != '"') cursor.fail("a key in quotes is expected");
        Member member;
        member.key = result.text.size();
        if (!cursor.flaw().empty() || !cursor.copy_string(result.text)) return tl::unexpected(at_column(cursor));
        member.key_end = result.text.size();
        if (!cursor.take(':')) cursor.fail("a colon is expected after the key");
        result.text += ':';
        member.value = result.text.size();
        if (!cursor.flaw().empty() || !cursor.copy_value(result.text, Limits::nesting - 1, Limits::members))
            return tl::unexpected(at_column(cursor));
        member.value_end = result.text.size();
        member.rank = rank_of(result.key(member));
        for (const Member& other : result.members)
            if (result.key(other) == result.key(member))
                return tl::unexpected("the key " + std::string(result.key(member)) + " stands twice");
        result.members.push_back(member);
    }
    result.text += '}';
    cursor.skip_space();
    if (!cursor.at_end()) return tl::unexpected<std::string>("something follows after the op's end");
    return result;
}

// Absent optional members are not written: no value, nothing replaced, not critical.
bool says_nothing(const Scan& scan, const Member& member) {
    const std::string_view value = scan.value(member);
    return (member.rank == key_v && value == "null") || (member.rank == key_p && value == "[]") ||
           (member.rank == key_crit && value == "false");
}

std::string canonical(Scan&& scan) {
    bool in_order = true;
    for (std::size_t i = 0; i < scan.members.size(); ++i) {
        if (says_nothing(scan, scan.members[i])) in_order = false;
        if (i > 0 && scan.members[i].rank < scan.members[i - 1].rank) in_order = false;
    }
    if (in_order) return std::move(scan.text);
    put_in_order(scan.members, [](const Member& a, const Member& b) { return a.rank < b.rank; });
    std::string line = "{";
    for (const Member& member : scan.members) {
        if (says_nothing(scan, member)) continue;
        if (line.size() > 1) line += ',';
        line.append(scan.text, member.key, member.value_end - member.key);
    }
    return line += '}';
}

// A number that is written without sign, point and exponent.
std::optional<std::uint64_t> count_from(std::string_view text) {
    if (text.empty() || text.size() > 16 || (text[0] == '0' && text.size() > 1)) return std::nullopt;
    std::uint64_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return number;
}

std::optional<std::int64_t> whole_from(std::string_view text) {
    const bool negative = !text.empty() && text[0] == '-';
    const auto number = count_from(negative ? text.substr(1) : text);
    if (!number) return std::nullopt;
    return negative ? -static_cast<std::int64_t>(*number) : static_cast<std::int64_t>(*number);
}

bool is_actor(std::string_view text) {
    return !text.empty() && text.size() <= Limits::actor_chars && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
}

std::size_t count_keys(const Json& value) {
    std::size_t count = value.is_object() ? value.size() : 0;
    if (value.is_structured())
        for (const Json& part : value) count += count_keys(part);
    return count;
}

// Colons outside strings: one a member.
std::size_t count_colons(std::string_view minified_text) {
    std::size_t count = 0;
    bool inside = false;
    for (std::size_t i = 0; i < minified_text.size(); ++i) {
        const char c = minified_text[i];
        if (c == '"') inside = !inside;
        if (c == '\\') ++i;
        if (c == ':' && !inside) ++count;
    }
    return count;
}

// What `v` says; its flaw if a value cannot hold it.
std::optional<std::string> read_value(std::string_view text, Value& value) {
    if (text.empty()) return std::nullopt;
    if (text[0] == '"') {
        value = unquoted(text);
        return std::nullopt;
    }
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return "a number in `v` is too large";
    if (json.is_structured() && count_keys(json) != count_colons(text)) return "a key in `v` stands twice";
    value = Value::from(std::move(json));
    return std::nullopt;
}

std::optional<std::string> read_replaced(std::string_view text, OpIds& replaces) {
    const std::string flaw = "`p` must be a list of ids of ops, such as [\"k3.12\"]";
    if (text.empty()) return std::nullopt;
    if (text[0] != '[') return flaw;
    JsonCursor cursor(text);
    cursor.take('[');
    for (bool first = true; !cursor.take(']'); first = false) {
        if (!first) cursor.take(',');
        std::string token;
        if (!cursor.copy_string(token)) return flaw;
        auto id = parse_op_id(unquoted(token));
        if (!id) return flaw;
        replaces.push_back(*id);
    }
    return std::nullopt;
}

std::optional<std::string> name_flaw(const char* key, const std::string& text, std::size_t limit) {
    if (text.empty()) return "`" + std::string(key) + "` must be a text that is not empty";
    if (text.size() > limit && count_characters(text) > limit)
        return "`" + std::string(key) + "` is longer than " + std::to_string(limit) + " characters";
    return std::nullopt;
}

bool read_text(std::string_view token, std::string& text) {
    if (token.empty() || token[0] != '"') return false;
    text = unquoted(token);
    return true;
}

} // namespace

bool Op::known() const {
    const auto is = [this](std::string_view one) { return std::memcmp(kind.data(), one.data(), one.size()) == 0; };
    switch (kind.size()) { // asked of every op several times
    case 3:
        return is("set") || is("add");
    case 4:
        return is("drop");
    case 6:
        return is("create");
    default:
        return false;
    }
}

bool comes_before(const Op& a, const Op& b) {
    if (a.lamport != b.lamport) return a.lamport < b.lamport;
    return a.id < b.id;
}

std::optional<OpId> parse_op_id(std::string_view text) {
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos || !is_actor(text.substr(0, dot))) return std::nullopt;
    const auto seq = count_from(text.substr(dot + 1));
    if (!seq || *seq == 0 || *seq > Limits::largest_count) return std::nullopt;
    return OpId{text.substr(0, dot), *seq};
}

std::optional<std::string> op_flaw(const Op& op) {
    if (!is_actor(op.id.actor.view())) return "`a` must be 1 to 40 of the characters a–z and 0–9";
    if (op.id.seq == 0 || op.id.seq > Limits::largest_count) return "`s` must be a whole number from 1";
    if (op.lamport == 0 || op.lamport > Limits::largest_count) return "`t` must be a whole number from 1, below 2^53";
    if (op.wall_ms > Limits::farthest_ms || op.wall_ms < -Limits::farthest_ms)
        return "`w` must be a whole number of milliseconds since 1970";
    if (auto flaw = name_flaw("by", op.by, Limits::name_chars)) return flaw;
    if (auto flaw = name_flaw("k", op.kind, Limits::name_chars)) return flaw;
    if (auto flaw = name_flaw("i", op.about, Limits::register_chars)) return flaw;
    if (op.line.size() > Limits::line_bytes) return "it is longer than 1 MB";
    return std::nullopt;
}

std::optional<std::string> read_any_op(std::string_view text, Op& op) {
    if (text.size() > Limits::line_bytes) return "it is longer than 1 MB";
    auto scanned = scan(text);
    if (!scanned) return std::move(scanned.error());

    for (std::size_t rank = key_a; rank <= key_i; ++rank)
        if (scanned->value(Known(rank)).empty())
            return "`" + std::string(known_keys[rank].substr(1, known_keys[rank].size() - 2)) + "` is missing";
    const auto seq = count_from(scanned->value(key_s)), lamport = count_from(scanned->value(key_t));
    const auto wall = whole_from(scanned->value(key_w));
    // A wrong type leaves the field as it would be refused below.
    op.id.seq = seq.value_or(0);
    op.lamport = lamport.value_or(0);
    op.wall_ms = wall.value_or(std::numeric_limits<std::int64_t>::max());
    std::string actor;
    read_text(scanned->value(key_a), actor);
    op.id.actor = actor;
    read_text(scanned->value(key_by), op.by);
    read_text(scanned->value(key_k), op.kind);
    read_text(scanned->value(key_i), op.about);
    if (auto flaw = op_flaw(op)) return flaw;
    if (auto flaw = read_value(scanned->value(key_v), op.value)) return flaw;
    if (auto flaw = read_replaced(scanned->value(key_p), op.replaces)) return flaw;
    const std::string_view critical = scanned->value(key_crit);
    if (!critical.empty() && critical != "true" && critical != "false") return "`crit` must be true or false";
    op.critical = critical == "true";
    op.line = canonical(std::move(*scanned));
    return std::nullopt;
}

std::optional<std::string> read_op(std::string_view text, Op& op) {
    if (read_canonical_line(text, op)) return std::nullopt;
    op = Op();
    return read_any_op(text, op);
}

tl::expected<Op, std::string> parse_op(std::string_view text) {
    tl::expected<Op, std::string> op;
    if (auto flaw = read_op(text, *op)) return tl::unexpected(std::move(*flaw));
    return op;
}

void write_line(Op& op) {
    std::string& line = op.line;
    line = "{\"a\":";
    append_quoted(line, op.id.actor.view());
    line += ",\"s\":" + std::to_string(op.id.seq);
    line += ",\"t\":" + std::to_string(op.lamport);
    line += ",\"w\":" + std::to_string(op.wall_ms);
    const auto member = [&line](const char* key, std::string_view text) {
        line += key;
        append_quoted(line, text);
    };
    member(",\"by\":", op.by);
    member(",\"k\":", op.kind);
    member(",\"i\":", op.about);
    if (!op.value.is_null()) line += ",\"v\":" + op.value.dump();
    if (!op.replaces.empty()) {
        line += ",\"p\":[";
        for (const OpId& id : op.replaces) {
            if (line.back() != '[') line += ',';
            append_quoted(line, id.text());
        }
        line += ']';
    }
    if (op.critical) line += ",\"crit\":true";
    line += '}';
}

std::string minified(std::string_view json_text) {
    JsonCursor cursor(json_text);
    std::string text;
    text.reserve(json_text.size());
    constexpr auto unlimited = std::numeric_limits<std::size_t>::max();
    return cursor.copy_value(text, unlimited, unlimited) ? text : std::string(json_text);
}

} // namespace desk
