#include "core/release/heads.hpp"

#include <algorithm>

namespace desk {

bool Heads::member() const {
    return std::any_of(ops.begin(), ops.end(), [](const Op* op) { return op->kind != "drop"; });
}

Heads heads_of(const Log& log, std::string_view about) {
    Heads heads{log.heads(about), false};
    for (const Op* op : heads.ops)
        if (op->kind != heads.first().kind || op->value != heads.first().value) heads.disputed = true;
    return heads;
}

TextField text_field(const Log& log, std::string_view about) {
    const Heads heads = heads_of(log, about);
    TextField field;
    if (heads.empty()) return field;
    if (heads.first().value.is_string()) field.text = heads.first().value.get<std::string>();
    field.said = heads.said();
    field.disputed = heads.disputed;
    return field;
}

std::string text_member(const Json& value, const char* key) {
    if (!value.is_object()) return {};
    const auto found = value.find(key);
    return found != value.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace desk
