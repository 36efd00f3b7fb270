// Hand-off and retrospective.
#include "core/commands/deciders.hpp"

#include "core/release/registers.hpp"
#include "core/rules/wording.hpp"
#include "core/time/rfc3339.hpp"

#include <algorithm>

namespace desk::deciders {

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

namespace {

void must_be_role(const Desk& desk, const std::string& role) {
    if (!desk.guide().role(role))
        desk.refuse({"role", role, {}, "There is no role \"" + role + "\"", "", "Use a role of the guide."});
}

std::string participant(const std::string& role, const std::string& person) {
    return "retro:participant:" + role + ":" + person;
}

void must_be_action(const Desk& desk, const std::string& id) {
    const auto& actions = desk.state().actions;
    if (std::none_of(actions.begin(), actions.end(), [&](const ActionItem& action) { return action.id == id; }))
        desk.refuse({"actions", id, {}, "There is no such action item", "", "Add it first."});
}

} // namespace

void carry_out(const Desk& desk, const command::AddParticipant& command) {
    must_be_role(desk, command.role);
    desk.must_say(command.person, "Person", "Name who took part.");
    if (!desk.refused()) desk.writer.add_if_absent(participant(command.role, command.person));
}

void carry_out(const Desk& desk, const command::DropParticipant& command) {
    const auto found = desk.state().participants.find(command.role);
    if (found == desk.state().participants.end() ||
        std::find(found->second.begin(), found->second.end(), command.person) == found->second.end())
        return desk.refuse({"participants",
                            command.role,
                            {},
                            command.person + " is not recorded for " + desk.guide().role_name(command.role),
                            "",
                            "Look at who took part, and name that person."});
    desk.writer.drop_if_present(participant(command.role, command.person));
}

void carry_out(const Desk& desk, const command::EverybodyTookPart&) {
    for (const RoleSpec& role : desk.guide().roles)
        for (const std::string& person : desk.state().people.at(role.key))
            desk.writer.add_if_absent(participant(role.key, person));
}

void carry_out(const Desk& desk, const command::ExcuseRole& command) {
    must_be_role(desk, command.role);
    if (!desk.refused()) desk.writer.set_if_new("retro:excused:" + command.role, command.reason);
}

void carry_out(const Desk& desk, const command::AddAction& command) {
    desk.must_say(command.text, "Action item", "Say what is to be done.");
    if (!command.due.empty() && (command.due.size() != 10 || !parse_rfc3339(command.due)))
        desk.refuse({"due", command.id, {}, "\"" + command.due + "\" is not a date", "", "Write it like 2026-12-15."});
    if (!desk.refused())
        desk.writer.set_if_new(registers::action(command.id),
                               {{"text", command.text}, {"owner", command.owner}, {"due", command.due}});
}

void carry_out(const Desk& desk, const command::ProposeGuideChange& command) {
    must_be_action(desk, command.action);
    if (!desk.refused()) desk.writer.set_if_new(registers::proposal(command.action), command.text);
}

} // namespace desk::deciders
