#include "core/release/content.hpp"

#include "core/hash/sha256.hpp"

#include <set>

namespace desk {

namespace {

// Fields are length-prefixed, so that no two different contents run together to one text.
void field(std::string& out, std::string_view text) {
    out += std::to_string(text.size());
    out += ':';
    out += text;
}

} // namespace

std::map<std::string, std::string> content_digests(const State& state) {
    std::string requirements, plan, window, notes, version;
    for (const Item& item : state.requirements) {
        field(requirements, item.spec->key);
        field(requirements, std::to_string(static_cast<int>(item.status)));
        field(requirements, item.reason);
        field(requirements, item.approver);
        field(requirements, item.expires);
    }
    field(plan, state.rollback_plan.text);
    field(plan, state.last_good.text);
    if (state.window) {
        field(window, state.window->start);
        field(window, state.window->end);
        field(window, state.window->zone);
        field(window, state.window->none_reason);
    }
    for (const auto& [key, value] : state.notes) {
        field(notes, key);
        field(notes, value.text);
    }
    field(version, state.product.text);
    field(version, state.version.text);
    field(version, state.type.text);

    int no_gos = 0;
    for (const PhaseChange& change : state.way)
        if (change.from == Phase::deciding && change.to == Phase::preparing) ++no_gos;

    return {{"requirements", short_digest(requirements)},
            {"plan", short_digest(plan)},
            {"window", short_digest(window)},
            {"notes", short_digest(notes)},
            {"version", short_digest(version)},
            {"decision", std::to_string(no_gos)}};
}

std::string content_part_name(std::string_view part) {
    if (part == "requirements") return "pre-release requirements";
    if (part == "plan") return "rollback plan";
    if (part == "window") return "deployment window";
    if (part == "guide") return "guide";
    if (part == "notes") return "release notes";
    if (part == "version") return "version or type";
    if (part == "decision") return "decision (a no-go was recorded)";
    if (part == "votes") return "votes";
    return std::string(part);
}

std::vector<std::string> changed_parts(const std::map<std::string, std::string>& basis,
                                       const std::map<std::string, std::string>& present) {
    std::set<std::string> changed;
    for (const auto& [part, digest] : present) {
        const auto then = basis.find(part);
        if (then == basis.end() || then->second != digest) changed.insert(part);
    }
    for (const auto& [part, digest] : basis)
        if (present.count(part) == 0) changed.insert(part);
    return {changed.begin(), changed.end()};
}

} // namespace desk
