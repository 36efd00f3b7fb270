// Fields, people and conflicts.
#include "core/commands/deciders.hpp"

#include "core/release/heads.hpp"
#include "core/release/registers.hpp"
#include "core/rules/wording.hpp"
#include "core/time/rfc3339.hpp"
#include "core/version/semver.hpp"

#include <algorithm>

namespace desk {

std::vector<std::string> settable_fields(const Guide& guide) {
    std::vector<std::string> fields = {"product",
                                       "name",
                                       "version",
                                       "type",
                                       "critical-issue",
                                       "rollback:plan",
                                       "rollback:last-good",
                                       "rollback:verified",
                                       "rollback:irreversible",
                                       "lead-time:start"};
    for (const NotesFieldSpec& spec : guide.notes) fields.push_back(registers::notes(spec.key));
    return fields;
}

} // namespace desk

namespace desk::deciders {

namespace {

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

void check_value(const Desk& desk, const std::string& about, const std::string& text) {
    if (about == "version" || (about == "rollback:last-good" && text != "first-release") ||
        about == "rollback:verified")
        if (const auto version = parse_version(text); !version)
            desk.refuse({"version", about, {}, "\"" + text + "\" is not a version", "", version.error()});
    if (about == "type") {
        const auto& types = desk.guide().types;
        if (std::none_of(types.begin(), types.end(), [&](const auto& type) { return type.key == text; }))
            desk.refuse(
                {"type", about, {}, "\"" + text + "\" is not a release type", "", "Choose patch, minor or major."});
    }
    if (about == "lead-time:start" && !text.empty()) {
        const auto at = parse_rfc3339(text);
        if (!at)
            desk.refuse(
                {"time", about, {}, "\"" + text + "\" is not a time", "", "Write it like 2026-11-25T13:31:00Z."});
        if (at && *at > desk.around.now_ms)
            desk.refuse({"time",
                         about,
                         {},
                         "A commit cannot be made in the future",
                         "",
                         "Name when the oldest commit was made."});
    }
    if (about == "rollback:last-good" && text == desk.state().version.text)
        desk.refuse({"rollback-target",
                     about,
                     {},
                     "A release cannot be its own last known-good",
                     "",
                     "Name an earlier version, or say that this is the first release."});
}

bool known_field(const Guide& guide, const std::string& about) {
    const auto fields = settable_fields(guide);
    return std::find(fields.begin(), fields.end(), about) != fields.end() ||
           (about.starts_with("note:") && guide.item(std::string_view(about).substr(5)));
}

} // namespace

void identity_may_change(const Desk& desk, const std::string& about) {
    const Phase phase = desk.phase();
    if (phase != Phase::on_hold && progress_of(phase) >= progress_of(Phase::deploying))
        desk.refuse({"released",
                     about,
                     {"release-manager"},
                     "The " + about + " of a release in production is fixed",
                     owners_text(desk.release, {"release-manager"}),
                     "Start a new release: a fix is a new version."});
}

void carry_out(const Desk& desk, const command::SetField& command) {
    std::string about = command.about;
    if (!known_field(desk.guide(), about))
        return desk.refuse(
            {"field",
             about,
             {},
             "There is no field \"" + registers::to_field(about) + "\"",
             "",
             "Fields are product, name, version, type, critical-issue, rollback.plan, rollback.last-good, "
             "rollback.verified, rollback.irreversible, lead-time.start, note.ITEM and the notes fields such as "
             "notes.summary."});
    // A note on a playbook step belongs to the incident at hand.
    if (about.starts_with("note:"))
        if (const Item* item = desk.state().item(std::string_view(about).substr(5)))
            about = registers::note(item->name);
    const bool identity = about == "product" || about == "name" || about == "version" || about == "type";
    if (identity) {
        identity_may_change(desk, about);
        desk.must_say(command.text, "Value", "Give the new value.");
    }
    const bool long_text = about.starts_with("notes:") || about.starts_with("note:") || about == "rollback:plan";
    const std::string text = long_text ? command.text : trimmed(command.text);
    check_value(desk, about, text);
    if (!desk.refused()) desk.writer.set_if_new(about, text);
}

void carry_out(const Desk& desk, const command::Assign& command) {
    if (!desk.guide().role(command.role))
        return desk.refuse({"role",
                            command.role,
                            {},
                            "There is no role \"" + command.role + "\"",
                            "",
                            "Use a role of the guide, such as release-manager."});
    desk.must_say(command.person, "Person", "Name the person.");
    if (!desk.refused()) desk.writer.add_if_absent(registers::role(command.role, trimmed(command.person)));
}

void carry_out(const Desk& desk, const command::Unassign& command) {
    if (!desk.state().holds(command.role, command.person))
        return desk.refuse({"role",
                            command.role,
                            {},
                            command.person + " does not hold " + desk.guide().role_name(command.role),
                            "",
                            "Look at who holds it, and name that person."});
    desk.writer.drop_if_present(registers::role(command.role, command.person));
}

void carry_out(const Desk& desk, const command::Resolve& command) {
    const Heads heads = heads_of(desk.release.log(), command.about);
    if (heads.ops.size() < 2)
        return desk.refuse({"no-conflict",
                            command.about,
                            {},
                            registers::to_field(command.about) + " is not in conflict",
                            "",
                            "Nothing to resolve. Change it in the usual way."});
    const auto chosen = std::find_if(heads.ops.begin(), heads.ops.end(), [&](const Op* op) {
        return op->value == command.value && (command.kind.empty() || op->kind == command.kind);
    });
    // Rules of a register hold for a resolution too: only a free text may be new, the rest is a choice.
    if (chosen == heads.ops.end()) {
        if (!command.value.is_text() || !known_field(desk.guide(), command.about))
            return desk.refuse({"no-such-head",
                                command.about,
                                {},
                                "None of the copies said that",
                                "",
                                "Choose one of the answers that are there."});
        check_value(desk, command.about, command.value.text());
        if (desk.refused()) return;
    }
    const std::string kind = chosen != heads.ops.end() ? (*chosen)->kind : "set";
    desk.writer.write(kind, command.about, command.value);
}

} // namespace desk::deciders
