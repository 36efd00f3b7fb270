#include "core/status/status_json.hpp"

#include "core/status/windows_json.hpp"
#include "core/time/rfc3339.hpp"

#include <nlohmann/json.hpp>

namespace desk {

namespace {

const char* status_key(ItemStatus status, bool requirement) {
    switch (status) {
    case ItemStatus::open:
        return "open";
    case ItemStatus::partial:
        return requirement ? "open" : "partial";
    case ItemStatus::done:
        return requirement ? "met" : "done";
    case ItemStatus::waived:
        return "waived";
    case ItemStatus::not_applicable:
        return "not-applicable";
    }
    return "open";
}

Json item_json(const Item& item, bool requirement, const Surroundings& around) {
    Json json = {{"key", item.spec->key}, {"text", item.spec->text}, {"owners", item.spec->owners}};
    const bool expired = waiver_expired(item, around.now_ms);
    json["status"] = expired ? "open" : status_key(item.status, requirement);
    Json by = Json::array();
    for (const SignOff& sign : item.sign_offs)
        if (sign.done)
            for (const Said& said : sign.said) by.push_back(said.by);
    json["by"] = std::move(by);
    if (!item.reason.empty()) json["reason"] = item.reason;
    if (!item.approver.empty()) json["approver"] = item.approver;
    if (!item.expires.empty()) json["expires"] = item.expires;
    json["evidence"] = item.evidence;
    if (!item.note.text.empty()) json["note"] = item.note.text;
    json["conflict"] = item.disputed;
    return json;
}

Json items_json(const std::vector<Item>& items, bool requirement, const Surroundings& around) {
    Json list = Json::array();
    for (const Item& item : items) list.push_back(item_json(item, requirement, around));
    return list;
}

const char* answer_key(Answer answer) {
    switch (answer) {
    case Answer::none:
        return "none";
    case Answer::go:
        return "go";
    case Answer::no_go:
        return "no-go";
    case Answer::withdrawn:
        return "withdrawn";
    }
    return "none";
}

Json votes_json(const State& state) {
    Json votes = Json::object();
    for (const Vote& vote : state.votes) {
        Json json = {{"vote", answer_key(vote.answer)}};
        if (vote.answer != Answer::none) {
            json["by"] = vote.said.by;
            json["at"] = rfc3339(vote.said.at_ms);
        }
        if (!vote.reason.empty()) json["reason"] = vote.reason;
        json["stale"] = vote.stale();
        if (vote.stale()) json["changed"] = vote.changed;
        json["conflict"] = vote.disputed;
        votes[vote.role] = std::move(json);
    }
    return votes;
}

Json sent_json(const std::vector<SentMessage>& sent) {
    Json list = Json::array();
    for (const SentMessage& message : sent)
        list.push_back({{"to", message.audience},
                        {"at", rfc3339(message.said.at_ms)},
                        {"by", message.said.by},
                        {"text", message.text}});
    return list;
}

Json incident_json(const Incident& incident) {
    Json json = {{"id", incident.id},
                 {"severity", incident.severity},
                 {"text", incident.text},
                 {"state", incident.state},
                 {"by", incident.opened.by},
                 {"at", rfc3339(incident.opened.at_ms)},
                 {"started", rfc3339(incident.started_ms)}};
    if (incident.mitigated_ms) json["mitigated"] = rfc3339(*incident.mitigated_ms);
    if (incident.resolved_ms) json["resolved"] = rfc3339(*incident.resolved_ms);
    Json timeline = Json::array();
    for (const TimelineNote& note : incident.notes)
        timeline.push_back({{"at", rfc3339(note.at_ms)}, {"by", note.said.by}, {"text", note.text}});
    json["timeline"] = std::move(timeline);
    json["sent"] = sent_json(incident.sent);
    Json report = Json::object();
    for (const ReportField& field : report_fields)
        report[std::string(field.key)] = incident.report.at(std::string(field.key)).text;
    json["report"] = std::move(report);
    return json;
}

Json incidents_json(const State& state) {
    Json list = Json::array();
    for (const Incident& incident : state.incidents) list.push_back(incident_json(incident));
    return list;
}

Json hand_off_json(const State& state) {
    Json artifacts = Json::object();
    for (const auto& [kind, artifact] : state.artifacts)
        artifacts[kind] = artifact.text.empty() ? Json{{"none", artifact.none_reason}} : Json(artifact.text);
    return {{"confirmed", state.handed_off},
            {"artifacts", std::move(artifacts)},
            {"participants", state.participants},
            {"excused", state.excused}};
}

Json actions_json(const State& state) {
    Json list = Json::array();
    for (const ActionItem& action : state.actions) {
        Json json = {{"id", action.id}, {"text", action.text}, {"owner", action.owner}, {"due", action.due}};
        if (!action.proposal.empty()) json["proposal"] = action.proposal;
        list.push_back(std::move(json));
    }
    return list;
}

// What a person would call the value: the word of a vote, "waived", or the value itself.
Json head_value(const ConflictHead& head) {
    if (head.kind == "add" || head.kind == "drop") return head.kind;
    if (head.value.is_object())
        for (const char* key : {"vote", "is", "to"})
            if (head.value.has(key)) return head.value.member(key).json();
    return head.value.json();
}

Json conflicts_json(const State& state) {
    Json list = Json::array();
    for (const Conflict& conflict : state.conflicts) {
        Json heads = Json::array();
        for (const ConflictHead& head : conflict.heads)
            heads.push_back({{"value", head_value(head)}, {"by", head.said.by}, {"at", rfc3339(head.said.at_ms)}});
        list.push_back({{"field", conflict.about}, {"heads", std::move(heads)}});
    }
    return list;
}

} // namespace

Json blockers_json(const std::vector<Blocker>& blockers) {
    Json list = Json::array();
    for (const Blocker& blocker : blockers) {
        Json json = {{"rule", blocker.rule}};
        if (!blocker.item.empty()) json["item"] = blocker.item;
        json["owner"] = blocker.owner;
        json["text"] = blocker.text;
        if (!blocker.who.empty()) json["who"] = blocker.who;
        json["fix"] = blocker.fix;
        if (blocker.overridable) json["overridable"] = true;
        list.push_back(std::move(json));
    }
    return list;
}

Json gate_json(const Gate& gate) {
    Json json = {{"to", key_of(gate.to)}, {"open", gate.open()}, {"blockers", blockers_json(gate.blockers)}};
    if (!gate.advice.empty()) json["advice"] = blockers_json(gate.advice);
    return json;
}

Json status_json(const Release& release, const Surroundings& around) {
    const State& state = release.state();
    Json notes = Json::object();
    for (const NotesFieldSpec& field : release.guide().notes) notes[field.key] = state.notes.at(field.key).text;
    Json roles = Json::object();
    for (const RoleSpec& role : release.guide().roles) roles[role.key] = state.people.at(role.key);
    Json next = Json::array();
    for (const Transition* way : ways_on(state, around)) next.push_back(gate_json(gate(release, way->to, around)));

    Json json = {{"format", "octoacme-status/1"},
                 {"release", release.id()},
                 {"product", state.product.text},
                 {"name", state.name.text},
                 {"version", state.version.text},
                 {"type", state.type.text},
                 {"phase", key_of(phase_now(state, around))}};
    if (!state.critical_issue.text.empty()) json["critical_issue"] = state.critical_issue.text;
    json["roles"] = std::move(roles);
    json["requirements"] = items_json(state.requirements, true, around);
    json["checklist"] = items_json(state.checklist, false, around);
    json["playbook"] = items_json(state.incident() ? state.incident()->playbook : std::vector<Item>(), false, around);
    json["votes"] = votes_json(state);
    add_windows(json, release, around);
    json["rollback"] = {{"plan", state.rollback_plan.text},
                        {"last-good", state.last_good.text},
                        {"irreversible", state.irreversible.text}};
    if (!state.lead_time_start.text.empty()) json["lead_time"] = {{"start", state.lead_time_start.text}};
    json["incidents"] = incidents_json(state);
    json["hand_off"] = hand_off_json(state);
    json["actions"] = actions_json(state);
    json["notes"] = std::move(notes);
    json["announced"] = sent_json(state.announced);
    json["conflicts"] = conflicts_json(state);
    json["forks"] = state.forks;
    json["unknown"] = release.log().unknown().size();
    json["next"] = std::move(next);
    json["digest"] = release.digest();
    return json;
}

} // namespace desk
