#include "core/metrics/release_metrics.hpp"

#include "core/release/registers.hpp"
#include "core/rules/wording.hpp"
#include "core/time/durations.hpp"
#include "core/time/rfc3339.hpp"

#include <algorithm>

namespace desk {

namespace {

std::vector<ReleaseMetrics::Stay> stays_of(const Release& release) {
    std::vector<ReleaseMetrics::Stay> stays;
    const auto created = release.log().history("release");
    if (created.empty()) return stays;
    stays.push_back({Phase::draft, created.front()->wall_ms, {}});
    for (const PhaseChange& change : release.state().way) {
        stays.back().to_ms = change.said.at_ms;
        stays.push_back({change.to, change.said.at_ms, {}});
    }
    return stays;
}

std::optional<std::int64_t> first_time_in(const ReleaseMetrics& metrics, Phase phase) {
    for (const auto& stay : metrics.stays)
        if (stay.phase == phase) return stay.from_ms;
    return std::nullopt;
}

std::int64_t last_answer(const Item& item) {
    std::int64_t last = item.disposed.at_ms;
    for (const SignOff& sign : item.sign_offs)
        for (const Said& said : sign.said) last = std::max(last, said.at_ms);
    return last;
}

void add_late(ReleaseMetrics& metrics, const std::vector<Item>& items, std::optional<std::int64_t> deadline) {
    if (!deadline) return;
    for (const Item& item : items)
        if (item.spec->stage == Stage::before_production && item.settled() && last_answer(item) > *deadline)
            metrics.late.push_back(item.spec->text);
}

void list(std::string& out, const char* title, const std::vector<std::string>& lines) {
    out += std::string("\n## ") + title + "\n\n";
    if (lines.empty()) out += "None\n";
    for (const std::string& line : lines) out += "- " + line + "\n";
}

} // namespace

std::int64_t ReleaseMetrics::time_in(Phase phase, std::int64_t now_ms) const {
    std::int64_t sum = 0;
    for (const Stay& stay : stays)
        if (stay.phase == phase) sum += std::max<std::int64_t>(0, stay.to_ms.value_or(now_ms) - stay.from_ms);
    return sum;
}

ReleaseMetrics release_metrics(const Release& release) {
    const State& state = release.state();
    ReleaseMetrics metrics;
    metrics.stays = stays_of(release);
    for (const std::string& role : release.guide().voters)
        for (const Op* op : release.log().history(registers::vote(role))) {
            const std::string word = op->value.text("vote");
            if (word == "go") ++metrics.go_votes;
            if (word == "no-go") ++metrics.no_go_votes;
        }
    for (const PhaseChange& change : state.way) {
        const bool go = change.from == Phase::deciding && change.to == Phase::approved;
        const bool no_go = change.from == Phase::deciding && change.to == Phase::preparing;
        if (go || no_go) ++metrics.decisions;
        if (no_go) ++metrics.no_gos;
        if (!change.override_reason.empty()) ++metrics.overrides;
    }
    for (const Item& item : state.requirements)
        if (item.status == ItemStatus::waived)
            metrics.waived.push_back(item.spec->text + ": " + item.reason + " (approved by " + item.approver + ")");
    add_late(metrics, state.requirements, first_time_in(metrics, Phase::staging));
    add_late(metrics, state.checklist, first_time_in(metrics, Phase::deciding));
    metrics.incidents = state.incidents.size();
    metrics.critical_incidents = static_cast<std::size_t>(
        std::count_if(state.incidents.begin(), state.incidents.end(), [](const Incident& i) { return i.critical(); }));
    metrics.changes = release.log().size();
    return metrics;
}

std::string duration_text(std::int64_t ms) {
    if (ms < minute_ms) return "under a minute";
    if (ms < hour_ms) return std::to_string(ms / minute_ms) + " min";
    if (ms < day_ms) {
        const std::int64_t minutes = ms % hour_ms / minute_ms;
        return std::to_string(ms / hour_ms) + " h" + (minutes > 0 ? " " + std::to_string(minutes) + " min" : "");
    }
    const std::int64_t days = ms / day_ms, hours = ms % day_ms / hour_ms;
    return std::to_string(days) + (days == 1 ? " day" : " days") +
           (hours > 0 ? " " + std::to_string(hours) + " h" : "");
}

std::string metrics_markdown(const Release& release, std::int64_t now_ms) {
    const ReleaseMetrics metrics = release_metrics(release);
    std::string out = "# Release metrics, " + release.state().product.text + " " + release.state().version.text + "\n";
    std::vector<std::string> phases;
    for (const auto& stay : metrics.stays) {
        const std::string line =
            std::string(name_of(stay.phase)) + ": " + duration_text(metrics.time_in(stay.phase, now_ms));
        if (std::find(phases.begin(), phases.end(), line) == phases.end()) phases.push_back(line);
    }
    list(out, "Time in each phase", phases);
    list(
        out, "Votes and decisions",
        {counted(metrics.go_votes, "go", "go") + ", " + counted(metrics.no_go_votes, "no-go", "no-go"),
         counted(metrics.decisions, "decision", "decisions") + ", " + std::to_string(metrics.no_gos) + " of them no-go",
         counted(metrics.overrides, "override", "overrides")});
    list(out, "Waivers", metrics.waived);
    list(out, "Late items", metrics.late);
    list(out, "Incidents",
         metrics.incidents == 0 ? std::vector<std::string>()
                                : std::vector<std::string>{counted(metrics.incidents, "incident", "incidents") + ", " +
                                                           std::to_string(metrics.critical_incidents) + " critical"});
    return out;
}

std::string incident_reports_markdown(const Release& release) {
    std::string out;
    for (const Incident& incident : release.state().incidents) {
        out += "# Incident report: " + incident.text + "\n\n";
        out += release.state().product.text + " " + release.state().version.text + ", severity " +
               std::to_string(incident.severity) + ". Began " + rfc3339(incident.started_ms) + ", seen " +
               rfc3339(incident.opened.at_ms);
        if (incident.mitigated_ms) out += ", mitigated " + rfc3339(*incident.mitigated_ms);
        if (incident.resolved_ms) out += ", resolved " + rfc3339(*incident.resolved_ms);
        out += "\n";
        for (const ReportField& field : report_fields) {
            const std::string& text = incident.report.at(std::string(field.key)).text;
            out += "\n## " + std::string(field.name) + "\n\n" + (text.empty() ? "Not written yet" : text) + "\n";
        }
        std::vector<std::string> notes;
        for (const TimelineNote& note : incident.notes)
            notes.push_back(rfc3339(note.at_ms) + " " + note.said.by + ": " + note.text);
        list(out, "Timeline", notes);
        out += "\n";
    }
    if (out.empty()) return out;
    std::vector<std::string> actions;
    for (const ActionItem& action : release.state().actions)
        actions.push_back(action.text + " (" + (action.owner.empty() ? "no owner" : action.owner) +
                          (action.due.empty() ? ", no date)" : ", due " + action.due + ")"));
    list(out, "Action items", actions);
    return out;
}

std::int64_t review_due_ms(const Incident& incident) {
    std::int64_t at = incident.resolved_ms.value_or(incident.opened.at_ms);
    if (incident.severity == 1) return at + 3 * day_ms;
    for (int business_days = 0; business_days < 5;) {
        at += day_ms;
        const int weekday = civil_time(at).weekday;
        if (weekday != 0 && weekday != 6) ++business_days;
    }
    return at;
}

} // namespace desk
