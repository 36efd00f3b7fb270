#include "core/release/heads.hpp"

#include <algorithm>

namespace desk {

bool Heads::member() const {
    return std::any_of(ops.begin(), ops.end(), [](const Op* op) { return op->kind != "drop"; });
}

Heads heads_of(const std::vector<const Op*>& ops) {
    Heads heads{ops, false};
    for (std::size_t i = 1; i < ops.size(); ++i)
        if (ops[i]->kind != ops[0]->kind || !(ops[i]->value == ops[0]->value)) heads.disputed = true;
    return heads;
}

Heads heads_of(const Log& log, std::string_view about) { return heads_of(log.heads(about)); }

TextField text_field(const Log& log, std::string_view about) {
    const Heads heads = heads_of(log, about);
    TextField field;
    if (heads.empty()) return field;
    field.text = heads.first().value.text();
    field.said = heads.said();
    field.disputed = heads.disputed;
    return field;
}

std::map<std::string, std::vector<std::string>> members_by_role(const Log& log, std::string_view prefix) {
    std::map<std::string, std::vector<std::string>> result;
    for (const std::string& about : log.registers(prefix)) {
        const std::string rest = about.substr(prefix.size());
        const auto colon = rest.find(':');
        if (colon == std::string::npos || !heads_of(log, about).member()) continue;
        result[rest.substr(0, colon)].push_back(rest.substr(colon + 1));
    }
    return result;
}

} // namespace desk
