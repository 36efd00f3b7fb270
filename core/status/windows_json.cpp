#include "core/status/windows_json.hpp"

#include "core/status/status_json.hpp"
#include "core/windows/conflicts.hpp"
#include "core/windows/free_slot.hpp"

#include <nlohmann/json.hpp>

namespace desk {

namespace {

Json span_json(const TimeSpan& span) { return {{"start", span.start}, {"end", span.end}, {"zone", span.zone}}; }

Json window_json(const State& state) {
    if (!state.window) return nullptr;
    if (!state.window->set()) return {{"none", state.window->none_reason}};
    return span_json(*state.window);
}

Json freezes_json(const Release& release, const Surroundings& around) {
    Json list = Json::array();
    for (const auto& [freeze, on, managers] : freezes_for(release, around)) {
        Json json = {{"id", freeze.id}, {"release", on}};
        json.update(span_json(freeze));
        json["reason"] = freeze.reason;
        json["scope"] = freeze.everywhere ? "all" : "product";
        json["by"] = freeze.said.by;
        list.push_back(std::move(json));
    }
    return list;
}

} // namespace

void add_windows(Json& json, const Release& release, const Surroundings& around) {
    json["window"] = window_json(release.state());
    const auto conflicts = window_conflicts(release, around);
    json["window_conflicts"] = blockers_json(conflicts);
    if (!conflicts.empty())
        if (const auto slot = next_free_slot(release, *release.state().window, around))
            json["window_next"] = span_json(*slot);
    json["freezes"] = freezes_json(release, around);
}

} // namespace desk
