#include "core/release/heads.hpp"

#include <algorithm>

namespace desk {

bool Heads::member() const {
    return std::any_of(ops.begin(), ops.end(), [](const Op* op) { return op->kind != "drop"; });
}

Heads heads_of(const Log& log, std::string_view about) {
    Heads heads{log.heads(about), false};
    for (const Op* op : heads.ops)
        if (op->kind != heads.first().kind || !(op->value == heads.first().value)) heads.disputed = true;
    return heads;
}

TextField text_field(const Log& log, std::string_view about) {
    const Heads heads = heads_of(log, about);
    TextField field;
    if (heads.empty()) return field;
    field.text = heads.first().value.text();
    field.said = heads.said();
    field.disputed = heads.disputed;
    return field;
}

} // namespace desk
