// What is asked about an incident and its action items.
#include "ui/views/release/incident.hpp"

#include "core/rules/wording.hpp"
#include "core/time/zones.hpp"
#include "ui/views/release/next_step.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

const std::vector<std::string>& severities() {
    static const std::vector<std::string> words = {"1, nearly everybody is affected", "2, a main function is affected",
                                                   "3, some are affected", "4, few are affected",
                                                   "5, hardly to be seen"};
    return words;
}

int severity_from(const std::string& words) { return words.empty() ? 0 : words[0] - '0'; }

} // namespace

void ask_open_incident(const Part& p) {
    Question q{"What is wrong?", "The playbook starts with it. Everybody who opens this release sees it.",
               "Open incident", "Not now"};
    q.about = "incident";
    q.fields = {{"What is wrong, and for whom", "Sign-in fails for 8 % of customers", "", true},
                {"Severity", "Choose", "If unsure take the higher", false, true, "", severities()}};
    q.command = [](const std::vector<QuestionField>& fields) -> Command {
        return command::OpenIncident{"", severity_from(fields[1].text), fields[0].text};
    };
    q.done_text = "Incident opened";
    p.view.incident.clear();
    p.ask(std::move(q));
    p.go(Section::incident);
}

void ask_incident_note(const Part& p, const Incident& incident) {
    Question q{"What happened?", "", "Add update", "Not now"};
    q.about = "incident-note";
    q.fields = {{"Update", "2 of 4 nodes are back", "", true}};
    q.command = [id = incident.id](const std::vector<QuestionField>& fields) -> Command {
        return command::NoteIncident{id, "", fields[0].text, 0};
    };
    q.done_text = "Update added";
    p.ask(std::move(q));
}

void ask_severity(const Part& p, const Incident& incident) {
    Question q{"How severe is it?", "", "Set severity", "Leave it"};
    q.about = "incident";
    q.fields = {{"Severity", "Choose", "If unsure take the higher", false, true,
                 severities()[static_cast<std::size_t>(incident.severity - 1)], severities()}};
    q.command = [id = incident.id](const std::vector<QuestionField>& fields) -> Command {
        return command::SetSeverity{id, severity_from(fields[0].text)};
    };
    q.done_text = "Severity set";
    p.ask(std::move(q));
}

void ask_incident_start(const Part& p, const Incident& incident) {
    Question q{"When did it begin?", "The clock then counts from there.", "Set the time", "Leave it"};
    q.about = "incident";
    const std::int32_t ahead = p.model.offset_at(incident.started_ms);
    q.fields = {{"Local time in " + p.model.own_zone, "2026-11-25T14:31",
                 "On your clocks, " + offset_text(ahead) + " then", false, true,
                 local_text(incident.started_ms, ahead)}};
    q.command = [id = incident.id, zone = p.model.own_zone](const std::vector<QuestionField>& fields) -> Command {
        return command::SetIncidentStart{id, fields[0].text, zone};
    };
    q.done_text = "Time set";
    p.ask(std::move(q));
}

void ask_action(const Part& p, const ActionItem* changed) {
    Question q{changed ? "Change this action item?" : "What is to be done?", "",
               changed ? "Keep changes" : "Add action item", changed ? "Leave it" : "Not now"};
    q.about = "actions";
    q.fields = {{"Action item", "Add a sign-in smoke test", "", true, true, changed ? changed->text : ""},
                {"Owner", "Farah", "", false, false, changed ? changed->owner : ""},
                {"Due", "2026-12-15", "A date. Owner and date are needed before the release can be closed", false,
                 false, changed ? changed->due : ""}};
    q.command = [id = changed ? changed->id : ""](const std::vector<QuestionField>& fields) -> Command {
        return command::AddAction{id, fields[0].text, fields[1].text, fields[2].text};
    };
    q.done_text = changed ? "Action item changed" : "Action item added";
    p.ask(std::move(q));
}

void ask_proposal(const Part& p, const ActionItem& action) {
    Question q{"What should the guide say?",
               action.text + ". The proposal stands with the release, for whoever edits the guide.", "Propose it",
               "Not now"};
    q.about = "actions";
    q.fields = {{"Proposed change", "Smoke tests cover sign-in", "Empty takes it back", true, false, action.proposal}};
    q.command = [id = action.id](const std::vector<QuestionField>& fields) -> Command {
        return command::ProposeGuideChange{id, fields[0].text};
    };
    q.done_text = "Proposed";
    p.ask(std::move(q));
}

const Transition* rollback_way(const Part& p) {
    for (const Transition* way : ways_from_here(p))
        if (way->to == Phase::rolling_back || way->to == Phase::rolled_back) return way;
    return nullptr;
}

} // namespace desk::ui
