#include "core/release/windows.hpp"

#include "core/release/heads.hpp"

#include <algorithm>

namespace desk {

TimeSpan span_of(const Value& value) {
    return {value.text("start"), value.text("end"), value.text("zone"), value.number("from_ms").value_or(0),
            value.number("to_ms").value_or(0)};
}

std::optional<Window> derive_window(const Log& log) {
    const Heads heads = heads_of(log, "window");
    if (heads.empty() || !heads.first().value.is_object()) return std::nullopt;
    const Value& value = heads.first().value;
    return Window{span_of(value), value.text("none"), heads.said(), heads.disputed};
}

std::vector<Freeze> derive_freezes(const Log& log) {
    constexpr std::string_view prefix = "freeze:~";
    std::vector<Freeze> freezes;
    for (const std::string& about : log.registers(prefix)) {
        const Heads heads = heads_of(log, about);
        // While copies disagree whether it is lifted, it holds.
        const auto added = std::find_if(heads.ops.begin(), heads.ops.end(),
                                        [](const Op* op) { return op->kind != "drop" && op->value.is_object(); });
        if (added == heads.ops.end()) continue;
        const Value& value = (*added)->value;
        freezes.push_back({span_of(value), about.substr(prefix.size()), value.text("reason"),
                           value.text("scope") == "all", Said{(*added)->by, (*added)->wall_ms}});
    }
    return freezes;
}

Value window_value(const TimeSpan& span) {
    return {{"start", span.start},
            {"end", span.end},
            {"zone", span.zone},
            {"from_ms", span.from_ms},
            {"to_ms", span.to_ms}};
}

Value freeze_value(const Freeze& freeze) {
    return window_value(freeze).with("reason", freeze.reason).with("scope", freeze.everywhere ? "all" : "product");
}

} // namespace desk
