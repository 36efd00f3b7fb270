#include "core/log/op_line.hpp"
#include "core/release/aftermath.hpp"
#include "core/release/content.hpp"
#include "core/release/heads.hpp"
#include "core/release/items.hpp"
#include "core/release/registers.hpp"
#include "core/release/state.hpp"
#include "core/release/windows.hpp"

#include <algorithm>

namespace desk {

namespace {

void derive_fields(State& state, const Log& log, const Guide& guide) {
    state.product = text_field(log, "product");
    state.name = text_field(log, "name");
    state.version = text_field(log, "version");
    state.type = text_field(log, "type");
    state.critical_issue = text_field(log, "critical-issue");
    state.rollback_plan = text_field(log, "rollback:plan");
    state.last_good = text_field(log, "rollback:last-good");
    state.rollback_verified = text_field(log, "rollback:verified");
    state.lead_time_start = text_field(log, "lead-time:start");
    state.irreversible = text_field(log, "rollback:irreversible");
    for (const NotesFieldSpec& spec : guide.notes) state.notes[spec.key] = text_field(log, registers::notes(spec.key));
}

void derive_people(State& state, const Log& log, const Guide& guide) {
    state.people = members_by_role(log, "role:");
    for (const RoleSpec& role : guide.roles) state.people[role.key];
}

PhaseChange phase_change(const Op& op) {
    PhaseChange change;
    change.from = phase_from(op.value.text("from")).value_or(Phase::draft);
    change.to = phase_from(op.value.text("to")).value_or(Phase::draft);
    change.as = op.value.text("as");
    change.reason = op.value.text("reason");
    change.override_reason = op.value.text("override");
    change.said = {op.by, op.wall_ms};
    return change;
}

void derive_phase(State& state, const Log& log) {
    for (const Op* op : log.history("phase")) state.way.push_back(phase_change(*op));
    const Heads heads = heads_of(log, "phase");
    if (heads.empty()) return;
    // Two copies that went to the same phase agree, whatever their reasons were.
    const Op* safest = heads.ops.front();
    for (const Op* op : heads.ops) {
        const Phase to = phase_change(*op).to;
        const Phase so_far = phase_change(*safest).to;
        if (to != so_far) state.phase_disputed = true;
        if (progress_of(to) < progress_of(so_far)) safest = op;
    }
    state.last_change = phase_change(*safest);
    state.phase = state.last_change->to;
}

std::map<std::string, std::string> basis_of(const Value& value) {
    std::map<std::string, std::string> basis;
    for (const auto& [part, digest] : value.member("basis").members())
        if (digest.is_text()) basis[part] = digest.text();
    return basis;
}

void derive_votes(State& state, const Log& log, const Guide& guide) {
    for (const std::string& role : guide.voters) {
        Vote vote;
        vote.role = role;
        const Heads heads = heads_of(log, registers::vote(role));
        if (!heads.empty()) {
            const Value& value = heads.first().value;
            const std::string word = value.text("vote");
            vote.answer = word == "go" ? Answer::go : word == "withdrawn" ? Answer::withdrawn : Answer::no_go;
            vote.reason = value.text("reason");
            vote.said = heads.said();
            vote.basis = basis_of(value);
            vote.changed = changed_parts(vote.basis, state.content);
            vote.disputed = heads.disputed;
            if (vote.disputed) vote.answer = Answer::no_go;
        }
        state.votes.push_back(std::move(vote));
    }
}

// An approval is for what was voted on. It is lost when that changes, or when a role takes its go back, unless the
// approval overrode the roles anyway.
void derive_approval(State& state, const Log& log) {
    if (state.phase != Phase::approved) return;
    const Heads heads = heads_of(log, "phase");
    for (const Op* op : heads.ops)
        for (const std::string& part : changed_parts(basis_of(op->value), state.content))
            if (std::find(state.approval_lost.begin(), state.approval_lost.end(), part) == state.approval_lost.end())
                state.approval_lost.push_back(part);
    const bool withdrawn = std::any_of(state.votes.begin(), state.votes.end(), [](const Vote& vote) {
        return vote.answer == Answer::no_go || vote.answer == Answer::withdrawn;
    });
    if (withdrawn && state.last_change->override_reason.empty()) state.approval_lost.push_back("votes");
    if (!state.approval_lost.empty()) state.phase = Phase::deciding;
}

void derive_conflicts(State& state, const Log& log) {
    log.each_register([&state](const std::string& about, const std::vector<const Op*>& ops) {
        if (ops.size() < 2 || !heads_of(ops).disputed || (about == "phase" && !state.phase_disputed)) return;
        Conflict conflict{about, {}};
        for (const Op* op : ops) conflict.heads.push_back({op->id, op->value, op->kind, {op->by, op->wall_ms}});
        state.conflicts.push_back(std::move(conflict));
    });
}

// What stands aside counts here: another copy may hold nothing else under that name.
bool holds_critical(const Log& log) {
    const auto critical = [](const Op& op) { return op.critical && !op.known(); };
    for (const Op* op : log.unknown())
        if (critical(*op)) return true;
    for (const Fork& fork : log.forks())
        for (const std::string& line : fork.lines)
            if (critical(parse_op(line).value())) return true;
    return false;
}

} // namespace

State derive(const Log& log, const Guide& guide) {
    State state;
    derive_fields(state, log, guide);
    derive_people(state, log, guide);
    state.requirements = derive_items(log, guide.requirements);
    state.checklist = derive_items(log, guide.checklist);
    state.window = derive_window(log);
    state.freezes = derive_freezes(log);
    derive_phase(state, log);
    state.content = content_digests(state);
    // What is voted on includes the guide, once it is another one than at the beginning.
    if (const Heads created = heads_of(log, "release");
        !created.empty() && created.first().value.text("guide") != guide.digest)
        state.content["guide"] = guide.digest;
    derive_votes(state, log, guide);
    derive_approval(state, log);
    state.incidents = derive_incidents(log, guide);
    state.announced = derive_sent(log, "sent:");
    derive_retrospective(state, log);
    derive_conflicts(state, log);
    state.guide_disputed = heads_of(log, "guide").disputed;
    state.forks = log.forks().size();
    state.closed_to_us = holds_critical(log);
    return state;
}

const Item* State::item(std::string_view key) const {
    const Incident* present = incident();
    for (const auto* list : {&requirements, &checklist, present ? &present->playbook : nullptr})
        for (std::size_t i = 0; list && i < list->size(); ++i)
            if ((*list)[i].spec->key == key) return &(*list)[i];
    return nullptr;
}

const Incident* State::incident() const {
    const auto open = std::find_if(incidents.rbegin(), incidents.rend(), [](const Incident& i) { return i.open(); });
    if (open != incidents.rend()) return &*open;
    return incidents.empty() ? nullptr : &incidents.back();
}

const Incident* State::incident(std::string_view id) const {
    const auto found = std::find_if(incidents.begin(), incidents.end(), [&](const Incident& i) { return i.id == id; });
    return found == incidents.end() ? nullptr : &*found;
}

bool State::in_incident() const {
    return std::any_of(incidents.begin(), incidents.end(), [](const Incident& i) { return i.open(); });
}

bool State::was_rolled_back() const {
    return std::any_of(way.begin(), way.end(),
                       [](const PhaseChange& change) { return change.to == Phase::rolled_back; });
}

const Vote* State::vote(std::string_view role) const {
    const auto found = std::find_if(votes.begin(), votes.end(), [&](const Vote& vote) { return vote.role == role; });
    return found == votes.end() ? nullptr : &*found;
}

bool State::holds(std::string_view role, std::string_view person) const {
    const auto found = people.find(std::string(role));
    return found != people.end() &&
           std::find(found->second.begin(), found->second.end(), person) != found->second.end();
}

std::vector<std::string> State::roles_of(std::string_view person) const {
    std::vector<std::string> roles;
    for (const auto& [role, names] : people)
        if (std::find(names.begin(), names.end(), person) != names.end()) roles.push_back(role);
    return roles;
}

} // namespace desk
