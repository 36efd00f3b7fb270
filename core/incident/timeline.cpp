#include "core/incident/timeline.hpp"

#include "core/history/words.hpp"
#include "core/order.hpp"
#include "core/release/registers.hpp"

#include <algorithm>

namespace desk {

namespace {

bool is_about(const Op& op, const std::string& incident, const std::string& step_mark) {
    if (op.about == incident || op.about.starts_with(incident + ":")) return true;
    const auto at = op.about.find(step_mark);
    if (at == std::string::npos) return false;
    const auto end = at + step_mark.size();
    return end == op.about.size() || op.about[end] == ':';
}

} // namespace

std::vector<TimelineEntry> incident_timeline(const Release& release, const Incident& incident) {
    const std::string about = registers::incident(incident.id);
    const std::string step_mark = registers::step("", incident.id);
    std::vector<TimelineEntry> entries;
    const auto& ops = release.log().ordered();
    const auto opened = std::find_if(ops.begin(), ops.end(), [&](const Op* op) { return op->about == about; });
    for (auto it = ops.begin(); it != ops.end(); ++it) {
        const Op& op = **it;
        if (!op.known() || op.about.starts_with(about + ":log:")) continue; // notes come with their own times
        const bool phase = op.about == "phase" && (it > opened || op.value.text("to") == "deploying");
        if (!phase && op.about != "rollback:verified" && !is_about(op, about, step_mark)) continue;
        if (op.about == "rollback:verified" && it < opened) continue;
        const bool reopened = op.about == about + ":state" && op.value.text() == "open";
        entries.push_back({op.wall_ms, op.by, deed_words(release, op), op.about == about || reopened});
    }
    for (const TimelineNote& note : incident.notes)
        entries.push_back({note.at_ms, note.said.by, ": " + note.text, false});
    if (incident.started_ms < incident.opened.at_ms) entries.push_back({incident.started_ms, "It", "began", true});
    put_in_order(entries, [](const TimelineEntry& a, const TimelineEntry& b) { return a.at_ms < b.at_ms; });
    return entries;
}

} // namespace desk
