#include "core/log/value.hpp"

#include <nlohmann/json.hpp>

namespace desk {

namespace {

const Json& null_json() {
    static const Json null;
    return null;
}

} // namespace

// JSON that is parsed when it is first asked for, and then shared by all copies of the value.
struct Value::Node {
    std::string written; // empty if it was made here
    mutable std::unique_ptr<const Json> json;

    const Json& parsed() const {
        if (!json) json = std::make_unique<const Json>(Json::parse(written, nullptr, false));
        return *json;
    }
};

Value::Value(std::int64_t number) : Value(from(number)) {}

Value::Value(std::initializer_list<Member> members) {
    Json json = Json::object();
    for (const Member& member : members) json[std::string(member.key)] = member.value.json();
    *this = from(std::move(json));
}

Value::Value(const std::vector<Value>& list) {
    Json json = Json::array();
    for (const Value& value : list) json.push_back(value.json());
    *this = from(std::move(json));
}

Value Value::from(Json json) {
    if (json.is_null()) return {};
    if (json.is_string()) return std::string_view(json.get_ref<const std::string&>());
    return Value(std::make_shared<const Node>(Node{{}, std::make_unique<const Json>(std::move(json))}));
}

Value Value::written(std::string_view json_text) {
    return Value(std::make_shared<const Node>(Node{std::string(json_text), nullptr}));
}

Value Value::object() { return from(Json::object()); }

Json Value::json() const { return is_text_ ? Json(text_) : parsed(); }

const Json& Value::parsed() const { return node_ ? node_->parsed() : null_json(); }

bool Value::is_object() const { return node_ && parsed().is_object(); }

std::optional<std::int64_t> Value::number() const {
    if (!parsed().is_number_integer()) return std::nullopt;
    return parsed().get<std::int64_t>();
}

Value Value::member(std::string_view key) const {
    if (!is_object()) return {};
    const auto found = parsed().find(std::string(key));
    return found == parsed().end() ? Value() : from(*found);
}

std::string Value::text(std::string_view key) const {
    if (!is_object()) return {};
    const auto found = parsed().find(std::string(key));
    return found != parsed().end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::int64_t> Value::number(std::string_view key) const {
    if (!is_object()) return std::nullopt;
    const auto found = parsed().find(std::string(key));
    if (found == parsed().end() || !found->is_number_integer()) return std::nullopt;
    return found->get<std::int64_t>();
}

std::vector<std::string> Value::texts(std::string_view key) const {
    std::vector<std::string> texts;
    if (!is_object()) return texts;
    const auto found = parsed().find(std::string(key));
    if (found == parsed().end() || !found->is_array()) return texts;
    for (const Json& one : *found)
        if (one.is_string()) texts.push_back(one.get<std::string>());
    return texts;
}

bool Value::has(std::string_view key) const { return is_object() && parsed().contains(std::string(key)); }

std::vector<std::pair<std::string, Value>> Value::members() const {
    std::vector<std::pair<std::string, Value>> members;
    if (is_object())
        for (const auto& [key, value] : parsed().items()) members.emplace_back(key, from(value));
    return members;
}

Value Value::with(std::string_view key, const Value& value) const {
    Json json = parsed();
    json[std::string(key)] = value.json();
    return from(std::move(json));
}

std::string Value::dump() const {
    if (node_ && !node_->written.empty()) return node_->written;
    return json().dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool Value::operator==(const Value& other) const {
    if (is_text_ || other.is_text_) return is_text_ == other.is_text_ && text_ == other.text_;
    if (node_ == other.node_) return true;
    if (!node_ || !other.node_) return false;
    // What is written alike is alike; what is written otherwise may be too (1 and 1.0).
    return (!node_->written.empty() && node_->written == other.node_->written) || parsed() == other.parsed();
}

} // namespace desk
