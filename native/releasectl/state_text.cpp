#include "native/releasectl/state_text.hpp"

#include "native/releasectl/terminal.hpp"
#include "native/releasectl/words.hpp"

#include "core/history/history.hpp"
#include "core/release/registers.hpp"
#include "core/time/rfc3339.hpp"
#include "core/windows/conflicts.hpp"

#include <algorithm>
#include <vector>

namespace desk::native {

namespace {

using Row = std::vector<std::string>;

// Rows under a title, their cells below each other; nothing if there are none.
std::string block(const std::string& title, const std::vector<Row>& rows) {
    if (rows.empty()) return {};
    std::vector<std::size_t> widths;
    for (const Row& row : rows)
        for (std::size_t at = 0; at < row.size(); ++at) {
            widths.resize(std::max(widths.size(), at + 1));
            widths[at] = std::max(widths[at], columns_of(printable(row[at])));
        }
    std::string text = "\n" + title + "\n";
    for (const Row& row : rows) {
        std::string line = " ";
        for (std::size_t at = 0; at < row.size(); ++at) line += " " + padded(printable(row[at]), widths[at]) + " ";
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

std::string count(std::size_t some, std::size_t all) { return std::to_string(some) + " of " + std::to_string(all); }

// Who signed, or why there was no need to.
std::string behind(const Item& item) {
    if (!item.reason.empty())
        return item.reason +
               (item.approver.empty() ? " (" + item.disposed.by + ")" : " (approved by " + item.approver + ")");
    std::vector<std::string> names;
    for (const SignOff& sign_off : item.sign_offs)
        if (sign_off.done && !sign_off.said.empty()) names.push_back(sign_off.said.back().by);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return joined(names);
}

std::vector<Row> item_rows(const Release& release, const std::vector<Item>& items) {
    std::vector<Row> rows;
    for (const Item& item : items) {
        rows.push_back({status_words(release, item), item.spec->key, item.spec->text, behind(item)});
        for (const std::string& url : item.evidence) rows.push_back({"", "", url});
        if (!item.note.text.empty()) rows.push_back({"", "", item.note.text});
    }
    return rows;
}

std::vector<Row> people_rows(const Release& release) {
    std::vector<Row> rows;
    for (const RoleSpec& role : release.guide().roles)
        if (const auto found = release.state().people.find(role.key); found != release.state().people.end())
            rows.push_back({role.name, people_words(found->second)});
    return rows;
}

std::vector<Row> vote_rows(const Release& release) {
    std::vector<Row> rows;
    for (const Vote& vote : release.state().votes)
        rows.push_back({release.guide().role_name(vote.role), answer_words(vote), vote.said.by, vote.reason});
    return rows;
}

std::vector<Row> plan_rows(const State& state, std::int64_t now_ms) {
    std::vector<Row> rows;
    const auto add = [&](const char* name, const std::string& text) {
        if (!text.empty()) rows.push_back({name, text});
    };
    add("Critical issue", state.critical_issue.text);
    add("Rollback plan", state.rollback_plan.text);
    add("Last known-good", state.last_good.text == "first-release" ? "none, first release" : state.last_good.text);
    add("Verified live", state.rollback_verified.text);
    add("Oldest commit", state.lead_time_start.text);
    if (state.window)
        add("Window", state.window->set() ? span_words(*state.window, now_ms) : "none: " + state.window->none_reason);
    return rows;
}

std::vector<Row> notes_rows(const Release& release) {
    std::vector<Row> rows;
    for (const NotesFieldSpec& field : release.guide().notes)
        if (const auto found = release.state().notes.find(field.key); found != release.state().notes.end())
            if (!found->second.text.empty()) rows.push_back({field.name, found->second.text});
    return rows;
}

std::vector<Row> announced_rows(const State& state) {
    std::vector<Row> rows;
    for (const SentMessage& message : state.announced)
        rows.push_back({"sent to " + message.audience, message.said.by, rfc3339(message.said.at_ms)});
    return rows;
}

std::vector<Row> incident_rows(const State& state) {
    std::vector<Row> rows;
    for (const Incident& incident : state.incidents)
        rows.push_back({incident.state, "severity " + std::to_string(incident.severity), incident.text, incident.id});
    for (const ActionItem& action : state.actions) rows.push_back({"action", action.due, action.text, action.owner});
    return rows;
}

std::vector<Row> conflict_rows(const State& state) {
    std::vector<Row> rows;
    for (const Conflict& conflict : state.conflicts)
        for (const ConflictHead& head : conflict.heads)
            rows.push_back({registers::to_field(conflict.about), head.said.by, head_words(head)});
    return rows;
}

std::vector<Row> fork_rows(const Release& release) {
    std::vector<Row> rows;
    for (const HistoryEntry& entry : forked_entries(release))
        rows.push_back({std::string(standing_word(entry.standing)), entry.op->id.text(), rfc3339(entry.op->wall_ms),
                        entry.op->by, entry.words});
    return rows;
}

std::vector<Row> unknown_rows(const Release& release) {
    std::vector<Row> rows;
    for (const Op* op : release.log().unknown())
        rows.push_back({op->id.text(), rfc3339(op->wall_ms), op->by, op->kind + ", about " + op->about});
    return rows;
}

std::vector<Row> window_rows(const Release& release, const Surroundings& around) {
    std::vector<Row> rows;
    for (const Blocker& conflict : window_conflicts(release, around))
        rows.push_back({conflict.rule, Refusal{{conflict}}.text()});
    for (const auto& [freeze, on, managers] : freezes_for(release, around))
        rows.push_back(
            {"freeze",
             freeze.reason + ", " + span_words(freeze, around.now_ms) + (freeze.everywhere ? ", all products" : ""),
             on == release.id() ? freeze.id : "recorded on " + on});
    return rows;
}

std::string next_text(const Release& release, const Surroundings& around) {
    const auto ways = ways_on(release.state(), around);
    if (ways.empty()) return {};
    const Gate next = gate(release, ways.front()->to, around);
    std::vector<Row> rows;
    for (const Blocker& blocker : next.blockers) rows.push_back({Refusal{{blocker}}.text()});
    const std::string title = "Next: " + std::string(name_of(next.to));
    return rows.empty() ? "\n" + title + ", nothing is missing\n" : block(title + ", not yet", rows);
}

} // namespace

std::string state_text(const Release& release, const Surroundings& around) {
    const State& state = release.state();
    std::string text = state.product.text + " " + state.version.text;
    if (!state.name.text.empty()) text += ", " + state.name.text;
    std::string kind = state.type.text;
    for (const ReleaseTypeSpec& type : release.guide().types)
        if (type.key == kind) kind = type.name;
    text =
        printable(text) + "\n" + printable(kind) + " release, " + std::string(name_of(phase_now(state, around))) + "\n";
    text += block("Roles", people_rows(release));
    text += block("Requirements, " + count(settled_count(state.requirements, around.now_ms), state.requirements.size()),
                  item_rows(release, state.requirements));
    text += block("Checklist, " + count(settled_count(state.checklist, around.now_ms), state.checklist.size()),
                  item_rows(release, state.checklist));
    text += block("Votes", vote_rows(release));
    text += block("Plan", plan_rows(state, around.now_ms));
    text += block("Window conflicts and freezes", window_rows(release, around));
    text += block("Notes", notes_rows(release));
    text += block("Announcements", announced_rows(state));
    text += block("Incidents", incident_rows(state));
    if (const Incident* incident = state.incident())
        text += block("Playbook, " + count(settled_count(incident->playbook, around.now_ms), incident->playbook.size()),
                      item_rows(release, incident->playbook));
    text += block("Conflicts", conflict_rows(state));
    text += block("Entries in two versions", fork_rows(release));
    text += block("Not known to this version", unknown_rows(release));
    text += next_text(release, around);
    return text + "\n" + release.id() + "  digest " + release.digest() + "\n";
}

} // namespace desk::native
