// Incidents, hand-off and retrospective.
#include "core/commands/deciders.hpp"

#include "core/release/registers.hpp"
#include "core/rules/wording.hpp"
#include "core/time/rfc3339.hpp"

#include <algorithm>

namespace desk::deciders {

void carry_out(const Desk& desk, const command::OpenIncident& command) {
    // RB-0: the playbook starts when a deployment fails or causes a critical issue, so there must have been one.
    if (progress_of(desk.phase()) < progress_of(Phase::deploying))
        desk.refuse({"phase",
                     "",
                     {},
                     "Nothing of this release is in production, the phase is " + std::string(name_of(desk.phase())),
                     "",
                     "Open the incident on the release that is live."});
    if (command.severity < 1 || command.severity > 5)
        desk.refuse({"severity",
                     "",
                     {},
                     "Severity " + std::to_string(command.severity) + " does not exist",
                     "",
                     "Choose 1 (the worst) to 5. If unsure take the higher."});
    desk.must_say(command.text, "What is wrong", "Say what is wrong and for whom.");
    if (desk.refused()) return;
    desk.writer.write("add", "incident:" + command.id, {{"severity", command.severity}, {"text", command.text}});
}

void carry_out(const Desk& desk, const command::SetIncidentState& command) {
    const auto& incidents = desk.state().incidents;
    if (std::none_of(incidents.begin(), incidents.end(), [&](const Incident& i) { return i.id == command.id; }))
        return desk.refuse({"incident", command.id, {}, "There is no such incident", "", "Open it first."});
    if (command.state != "open" && command.state != "mitigated" && command.state != "resolved")
        return desk.refuse({"incident",
                            command.id,
                            {},
                            "\"" + command.state + "\" is no state of an incident",
                            "",
                            "Use open, mitigated or resolved."});
    desk.writer.set("incident:" + command.id + ":state", command.state);
}

void carry_out(const Desk& desk, const command::HandOff&) {
    const Phase phase = desk.phase();
    if (phase != Phase::stable && phase != Phase::rolled_back)
        desk.refuse({"phase",
                     "",
                     {"release-manager"},
                     "There is nothing to hand off yet, the phase is " + std::string(name_of(phase)),
                     owners_text(desk.release, {"release-manager"}),
                     "Confirm that the release is stable, or that it is rolled back."});
    desk.must_hold("release-manager");
    if (!desk.refused()) desk.writer.set("retro:hand-off", key_of(phase));
}

void carry_out(const Desk& desk, const command::AddArtifact& command) {
    const auto& kinds = desk.guide().artifacts;
    if (std::find(kinds.begin(), kinds.end(), command.kind) == kinds.end())
        return desk.refuse({"artifacts",
                            command.kind,
                            {},
                            "The guide has no artifact \"" + command.kind + "\"",
                            "",
                            "Use " + listed(kinds) + "."});
    if (command.url.empty()) desk.must_say(command.none_reason, "Link", "Attach a link, or say why there is none.");
    if (desk.refused()) return;
    const std::string about = "retro:artifact:" + command.kind;
    if (command.url.empty())
        desk.writer.set_if_new(about, {{"none", command.none_reason}});
    else
        desk.writer.set_if_new(about, command.url);
}

void carry_out(const Desk& desk, const command::AddParticipant& command) {
    if (!desk.guide().role(command.role))
        desk.refuse(
            {"role", command.role, {}, "There is no role \"" + command.role + "\"", "", "Use a role of the guide."});
    desk.must_say(command.person, "Person", "Name who took part.");
    if (!desk.refused()) desk.writer.add_if_absent("retro:participant:" + command.role + ":" + command.person);
}

void carry_out(const Desk& desk, const command::AddAction& command) {
    desk.must_say(command.text, "Action item", "Say what is to be done.");
    if (!command.due.empty() && !parse_rfc3339(command.due))
        desk.refuse({"due", command.id, {}, "\"" + command.due + "\" is not a date", "", "Write it like 2026-12-15."});
    if (!desk.refused())
        desk.writer.set_if_new("retro:action:" + command.id,
                               {{"text", command.text}, {"owner", command.owner}, {"due", command.due}});
}

} // namespace desk::deciders
