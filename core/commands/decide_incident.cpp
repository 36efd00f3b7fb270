// Incidents: opening one, what is known about it, and how far it is dealt with; messages about it and about the
// release.
#include "core/commands/deciders.hpp"

#include "core/notes/announce.hpp"
#include "core/release/registers.hpp"
#include "core/rules/wording.hpp"
#include "core/time/rfc3339.hpp"
#include "core/time/zones.hpp"

#include <algorithm>

namespace desk::deciders {

namespace {

const Incident* find_incident(const Desk& desk, const std::string& id) {
    const Incident* incident = desk.state().incident(id);
    if (!incident) desk.refuse({"incident", id, {}, "There is no such incident", "", "Open it first."});
    return incident;
}

void must_be_severity(const Desk& desk, int severity) {
    if (severity < 1 || severity > 5)
        desk.refuse({"severity",
                     "",
                     {},
                     "Severity " + std::to_string(severity) + " does not exist",
                     "",
                     "Choose 1 (the worst) to 5. If unsure take the higher."});
}

} // namespace

void carry_out(const Desk& desk, const command::OpenIncident& command) {
    // RB-0: the playbook starts when a deployment fails or causes a critical issue, so there must have been one.
    if (progress_of(desk.phase()) < progress_of(Phase::deploying))
        desk.refuse({"phase",
                     "",
                     {},
                     "Nothing of this release is in production, the phase is " + std::string(name_of(desk.phase())),
                     "",
                     "Open the incident on the release that is live."});
    must_be_severity(desk, command.severity);
    desk.must_say(command.text, "What is wrong", "Say what is wrong and for whom.");
    if (desk.refused()) return;
    desk.writer.write("add", registers::incident(command.id), {{"severity", command.severity}, {"text", command.text}});
}

void carry_out(const Desk& desk, const command::SetIncidentState& command) {
    const Incident* incident = find_incident(desk, command.id);
    if (!incident) return;
    if (command.state != "open" && command.state != "mitigated" && command.state != "resolved")
        desk.refuse({"incident",
                     command.id,
                     {},
                     "\"" + command.state + "\" is no state of an incident",
                     "",
                     "Use open, mitigated or resolved."});
    if (!desk.refused()) desk.writer.set(registers::incident(command.id) + ":state", command.state);
}

void carry_out(const Desk& desk, const command::SetSeverity& command) {
    if (!find_incident(desk, command.id)) return;
    must_be_severity(desk, command.severity);
    if (!desk.refused()) desk.writer.set_if_new(registers::incident(command.id) + ":severity", command.severity);
}

void carry_out(const Desk& desk, const command::SetIncidentStart& command) {
    const Incident* incident = find_incident(desk, command.id);
    if (!incident) return;
    auto at = parse_rfc3339(command.at);
    std::string fix = "Write it like 2026-11-25T13:31:00Z.";
    std::string text = "\"" + command.at + "\" is not a time";
    if (!command.zone.empty()) {
        const auto local = zoned_time(desk.around.zones, command.at, command.zone);
        at = local ? std::optional(local->utc_ms) : std::nullopt;
        if (!local) text = local.error().text, fix = local.error().fix;
    }
    if (!at) return desk.refuse({"started", command.id, {}, text, "", fix});
    // What is known about the end must not come before the beginning.
    const std::int64_t latest = incident->mitigated_ms.value_or(desk.author.now_ms);
    if (*at > latest)
        desk.refuse({"started",
                     command.id,
                     {},
                     incident->mitigated_ms ? "It would begin after it was mitigated" : "It would begin in the future",
                     "",
                     "Give the time at which the harm began."});
    if (!desk.refused())
        desk.writer.set_if_new(registers::incident(command.id) + ":started",
                               command.zone.empty() ? command.at : rfc3339(*at));
}

void carry_out(const Desk& desk, const command::NoteIncident& command) {
    if (!find_incident(desk, command.incident)) return;
    desk.must_say(command.text, "Update", "Say what happened.");
    if (command.at_ms > desk.author.now_ms)
        desk.refuse(
            {"time", command.incident, {}, "This has not happened yet", "", "Give the time at which it happened."});
    if (desk.refused()) return;
    // A time is written only where it is not that of the entry itself, so that digests do not depend on clocks.
    Value value = {{"text", command.text}};
    if (command.at_ms != 0) value = value.with("at_ms", command.at_ms);
    desk.writer.write("add", registers::incident(command.incident) + ":log:~" + command.id, value);
}

void carry_out(const Desk& desk, const command::WriteReport& command) {
    if (!find_incident(desk, command.incident)) return;
    if (std::none_of(report_fields.begin(), report_fields.end(),
                     [&](const ReportField& field) { return field.key == command.field; })) {
        std::vector<std::string> keys;
        for (const ReportField& field : report_fields) keys.emplace_back(field.key);
        desk.refuse({"field",
                     command.field,
                     {},
                     "The incident report has no part \"" + command.field + "\"",
                     "",
                     "Use " + listed(keys) + "."});
    }
    if (!desk.refused())
        desk.writer.set_if_new(registers::incident(command.incident) + ":report:" + command.field, command.text);
}

void carry_out(const Desk& desk, const command::RecordMessage& command) {
    const bool announcement = command.incident.empty();
    if (!announcement && !find_incident(desk, command.incident)) return;
    if (command.audience != "customers" && command.audience != "stakeholders" && command.audience != "support")
        desk.refuse({"audience",
                     command.audience,
                     {},
                     "Nobody is called \"" + command.audience + "\"",
                     "",
                     "Use customers, stakeholders or support."});
    desk.must_say(command.text, "Message", "Write what was sent.");
    if (announcement)
        for (Blocker& blocker : announced_too_early(desk.release)) desk.refuse(std::move(blocker));
    if (desk.refused()) return;
    desk.writer.write("add",
                      (announcement ? "" : registers::incident(command.incident) + ":") +
                          registers::sent(command.audience, command.id),
                      {{"text", command.text}});
}

} // namespace desk::deciders
