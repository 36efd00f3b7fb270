#include "core/release/aftermath.hpp"

#include "core/order.hpp"
#include "core/release/heads.hpp"
#include "core/release/items.hpp"
#include "core/release/registers.hpp"
#include "core/time/rfc3339.hpp"

#include <algorithm>

namespace desk {

namespace {

// Of two disputed severities the worse one holds: "if unsure take the higher, never debate it during the incident".
int severity_of(const Log& log, const Op& opened) {
    std::int64_t worst = 5;
    const Heads changed = heads_of(log, opened.about + ":severity");
    if (changed.empty()) worst = opened.value.number("severity").value_or(3);
    for (const Op* op : changed.ops) worst = std::min(worst, op->value.number().value_or(3));
    return static_cast<int>(std::clamp<std::int64_t>(worst, 1, 5));
}

// A disputed end is not an end.
void derive_state(const Log& log, const std::string& about, Incident& incident) {
    const Heads heads = heads_of(log, about);
    if (heads.empty() || heads.disputed || heads.first().value.text().empty()) return;
    incident.state = heads.first().value.text();
    if (incident.state == "open") return;
    // The harm stopped when somebody first said so, also where the cause was found later.
    for (const Op* op : log.history(about)) {
        const std::string said = op->value.text();
        if (said == "open") incident.mitigated_ms.reset();
        if (said != "open" && !incident.mitigated_ms) incident.mitigated_ms = op->wall_ms;
    }
    if (incident.state == "resolved") incident.resolved_ms = heads.said().at_ms;
}

std::vector<TimelineNote> derive_notes(const Log& log, const std::string& prefix) {
    std::vector<TimelineNote> notes;
    for (const std::string& about : log.registers(prefix)) {
        const Heads heads = heads_of(log, about);
        if (!heads.member()) continue;
        const Value& value = heads.first().value;
        notes.push_back({about.substr(prefix.size()), value.text("text"),
                         value.number("at_ms").value_or(heads.first().wall_ms), heads.said()});
    }
    put_in_order(notes, [](const TimelineNote& a, const TimelineNote& b) { return a.at_ms < b.at_ms; });
    return notes;
}

Incident derive_incident(const Log& log, const Guide& guide, const Op& opened, std::string id) {
    Incident incident;
    incident.id = std::move(id);
    incident.text = opened.value.text("text");
    incident.severity = severity_of(log, opened);
    incident.opened = {opened.by, opened.wall_ms};
    incident.started_ms = opened.wall_ms;
    if (const auto started = parse_rfc3339(text_field(log, opened.about + ":started").text))
        incident.started_ms = std::min(*started, opened.wall_ms);
    derive_state(log, opened.about + ":state", incident);
    incident.playbook = derive_items(log, guide.playbook, incident.id);
    incident.notes = derive_notes(log, opened.about + ":log:~");
    incident.sent = derive_sent(log, opened.about + ":sent:");
    for (const ReportField& field : report_fields)
        incident.report[std::string(field.key)] = text_field(log, opened.about + ":report:" + std::string(field.key));
    return incident;
}

} // namespace

std::vector<SentMessage> derive_sent(const Log& log, const std::string& prefix) {
    std::vector<std::pair<const Op*, SentMessage>> found;
    for (const std::string& about : log.registers(prefix)) {
        const Heads heads = heads_of(log, about);
        const auto tilde = about.find(":~", prefix.size());
        if (!heads.member() || tilde == std::string::npos) continue;
        found.emplace_back(&heads.first(),
                           SentMessage{about.substr(tilde + 2), about.substr(prefix.size(), tilde - prefix.size()),
                                       heads.first().value.text("text"), heads.said()});
    }
    put_in_order(found, [](const auto& a, const auto& b) { return comes_before(*a.first, *b.first); });
    std::vector<SentMessage> sent;
    for (auto& [op, message] : found) sent.push_back(std::move(message));
    return sent;
}

bool Incident::reported() const {
    return std::all_of(report.begin(), report.end(), [](const auto& field) {
        const bool needed = field.first == "impact" || field.first == "root-cause" || field.first == "resolution";
        return !needed || (!field.second.text.empty() && !field.second.disputed);
    });
}

std::vector<Incident> derive_incidents(const Log& log, const Guide& guide) {
    const std::string prefix = registers::incident("");
    std::vector<const Op*> opened;
    for (const std::string& about : log.registers(prefix))
        if (about.find(':', prefix.size()) == std::string::npos)
            if (const Heads heads = heads_of(log, about); heads.member()) opened.push_back(&heads.first());
    std::sort(opened.begin(), opened.end(), [](const Op* a, const Op* b) { return comes_before(*a, *b); });
    std::vector<Incident> incidents;
    for (const Op* op : opened) incidents.push_back(derive_incident(log, guide, *op, op->about.substr(prefix.size())));
    return incidents;
}

void derive_retrospective(State& state, const Log& log) {
    const TextField hand_off = text_field(log, "retro:hand-off");
    if (!hand_off.disputed) state.handed_off = hand_off.text;
    state.handed_off_said = hand_off.said;
    constexpr std::string_view artifact = "retro:artifact:";
    for (const std::string& about : log.registers(artifact)) {
        const Heads heads = heads_of(log, about);
        const Value& value = heads.first().value;
        if (value.is_null()) continue;
        state.artifacts[about.substr(artifact.size())] = {value.text(), value.text("none"), heads.said()};
    }
    state.participants = members_by_role(log, "retro:participant:");
    constexpr std::string_view excused = "retro:excused:";
    for (const std::string& about : log.registers(excused))
        if (const TextField reason = text_field(log, about); !reason.text.empty() && !reason.disputed)
            state.excused[about.substr(excused.size())] = reason.text;
    const std::string action = registers::action("");
    for (const std::string& about : log.registers(action)) {
        const Heads heads = heads_of(log, about);
        if (!heads.member() || heads.first().value.is_null()) continue;
        const Value& value = heads.first().value;
        const std::string id = about.substr(action.size());
        state.actions.push_back({id, value.text("text"), value.text("owner"), value.text("due"),
                                 text_field(log, registers::proposal(id)).text, heads.said()});
    }
}

} // namespace desk
