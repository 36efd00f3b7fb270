// What an op says ("v"): a JSON value that never changes. Whoever only asks it
// for texts and numbers needs no JSON library; who needs the whole includes <nlohmann/json.hpp> and asks for `json()`.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace desk {

using Json = nlohmann::ordered_json;

class Value {
public:
    struct Member;

    Value() = default; // null
    Value(std::nullptr_t) {}
    Value(const char* text) : Value(std::string_view(text)) {}
    Value(const std::string& text) : Value(std::string_view(text)) {}
    Value(std::string_view text) : is_text_(true), text_(text) {}
    Value(std::int64_t number);
    Value(int number) : Value(std::int64_t{number}) {}
    // An object, its members in this order: {{"is", "waived"}, {"reason", reason}}.
    Value(std::initializer_list<Member> members);
    Value(const std::vector<Value>& list);
    static Value from(Json json);
    // What this JSON text says, which must be sound (no key twice, no number too large), no text, and written as `dump`
    // would write it. Parsed only when somebody asks for a part of it.
    static Value written(std::string_view json_text);
    static Value object(); // without members

    bool is_null() const { return !is_text_ && !node_; }
    bool is_text() const { return is_text_; }
    bool is_object() const;
    const std::string& text() const { return text_; } // "" if it is no text
    std::optional<std::int64_t> number() const;

    // Members of an object; what is not there, or of another type, is "" or nothing.
    std::string text(std::string_view key) const;
    std::optional<std::int64_t> number(std::string_view key) const; // whole numbers only
    Value member(std::string_view key) const;                       // null if it is not there
    std::vector<std::string> texts(std::string_view key) const;     // the texts of a list
    bool has(std::string_view key) const;
    std::vector<std::pair<std::string, Value>> members() const;
    // The same object with this member set; `*this` must be an object.
    Value with(std::string_view key, const Value& value) const;

    Json json() const;
    std::string dump() const; // JSON without white space; bytes that are not UTF-8 become U+FFFD
    bool operator==(const Value& other) const;

private:
    struct Node;
    const Json& parsed() const; // of what is no text
    explicit Value(std::shared_ptr<const Node> node) : node_(std::move(node)) {}

    bool is_text_ = false;
    std::string text_;                 // most values are short texts: these take no memory of their own
    std::shared_ptr<const Node> node_; // of what is no text; empty: null
};

struct Value::Member {
    std::string_view key;
    Value value;
};

} // namespace desk
