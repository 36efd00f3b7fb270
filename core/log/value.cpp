#include "core/log/value.hpp"

#include <nlohmann/json.hpp>

namespace desk {

namespace {

const Json& null_json() {
    static const Json null;
    return null;
}

} // namespace

Value::Value(std::string_view text) : json_(std::make_shared<const Json>(std::string(text))) {}

Value::Value(std::int64_t number) : json_(std::make_shared<const Json>(number)) {}

Value::Value(std::initializer_list<Member> members) {
    Json json = Json::object();
    for (const Member& member : members) json[std::string(member.key)] = member.value.json();
    json_ = std::make_shared<const Json>(std::move(json));
}

Value::Value(const std::vector<Value>& list) {
    Json json = Json::array();
    for (const Value& value : list) json.push_back(value.json());
    json_ = std::make_shared<const Json>(std::move(json));
}

Value Value::from(Json json) {
    Value value;
    if (!json.is_null()) value.json_ = std::make_shared<const Json>(std::move(json));
    return value;
}

Value Value::object() { return from(Json::object()); }

const Json& Value::json() const { return json_ ? *json_ : null_json(); }

bool Value::is_text() const { return json_ && json_->is_string(); }
bool Value::is_object() const { return json_ && json_->is_object(); }
std::string Value::text() const { return is_text() ? json_->get<std::string>() : std::string(); }

std::optional<std::int64_t> Value::number() const {
    if (!json_ || !json_->is_number_integer()) return std::nullopt;
    return json_->get<std::int64_t>();
}

Value Value::member(std::string_view key) const {
    if (!is_object()) return {};
    const auto found = json_->find(std::string(key));
    return found == json_->end() ? Value() : from(*found);
}

std::string Value::text(std::string_view key) const {
    if (!is_object()) return {};
    const auto found = json_->find(std::string(key));
    return found != json_->end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::int64_t> Value::number(std::string_view key) const {
    if (!is_object()) return std::nullopt;
    const auto found = json_->find(std::string(key));
    if (found == json_->end() || !found->is_number_integer()) return std::nullopt;
    return found->get<std::int64_t>();
}

std::vector<std::string> Value::texts(std::string_view key) const {
    std::vector<std::string> texts;
    if (!is_object()) return texts;
    const auto found = json_->find(std::string(key));
    if (found == json_->end() || !found->is_array()) return texts;
    for (const Json& one : *found)
        if (one.is_string()) texts.push_back(one.get<std::string>());
    return texts;
}

bool Value::has(std::string_view key) const { return is_object() && json_->contains(std::string(key)); }

std::vector<std::pair<std::string, Value>> Value::members() const {
    std::vector<std::pair<std::string, Value>> members;
    if (is_object())
        for (const auto& [key, value] : json_->items()) members.emplace_back(key, from(value));
    return members;
}

Value Value::with(std::string_view key, const Value& value) const {
    Json json = this->json();
    json[std::string(key)] = value.json();
    return from(std::move(json));
}

std::string Value::dump() const { return json().dump(-1, ' ', false, Json::error_handler_t::replace); }

bool Value::operator==(const Value& other) const { return json_ == other.json_ || json() == other.json(); }

} // namespace desk
