// `incident`: what went wrong in production, and how far it is dealt with.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/time/rfc3339.hpp"
#include "native/system/system.hpp"

#include <functional>
#include <memory>

namespace desk::native {

namespace {

struct IncidentOptions {
    Flags flags;
    std::string file, text, id, owner, due, at, field, audience;
    int severity = 3;
};

using Shared = std::shared_ptr<IncidentOptions>;

CommandDeclaration add_change(const CommandDeclaration& incident, const char* name, const char* does,
                              const char* example, const Shared& o) {
    const CommandDeclaration act = incident.act(name, does, {"it is recorded", refused_words, example});
    add_change_flags(act, o->flags);
    return act;
}

// The incident that is meant: the one named, or the only one that is not resolved.
OrExit<std::string> meant(const Terminal& terminal, const IncidentOptions& o, const Release& release) {
    if (!o.id.empty()) return o.id;
    std::vector<std::string> open;
    for (const Incident& incident : release.state().incidents)
        if (incident.open()) open.push_back(incident.id);
    if (open.size() == 1) return open.front();
    // A report is written when it is over.
    if (open.empty() && release.state().incidents.size() == 1) return release.state().incidents.front().id;
    tell(terminal, o.file,
         open.empty() ? "no incident is open"
                      : "more than one incident is open: name it with --id, as `show` lists them");
    return tl::make_unexpected(Exit::bad_input);
}

// An act on the incident that is meant.
void add_about(
    Program& program, const CommandDeclaration& act, const Shared& o,
    std::function<tl::expected<Command, std::string>(const IncidentOptions&, const std::string& id)> command_of,
    std::function<std::string(const IncidentOptions&)> told) {
    act.flag("--id", o->id, "ID", "Which one, if several are open or none is");
    act.runs([&program, o, command_of, told] {
        return carry_out(
            program.terminal, o->file, o->flags,
            [&](const Release& release) -> OrExit<std::vector<Command>> {
                const auto id = meant(program.terminal, *o, release);
                if (!id) return tl::make_unexpected(id.error());
                auto command = command_of(*o, *id);
                if (command) return std::vector<Command>{std::move(*command)};
                tell(program.terminal, o->file, command.error());
                return tl::make_unexpected(Exit::bad_input);
            },
            [&](const Release&) { return told(*o); });
    });
}

void add_state(Program& program, const CommandDeclaration& incident, const Shared& o, const char* name,
               const char* does, const char* example, const char* state) {
    add_about(
        program, add_change(incident, name, does, example, o), o,
        [state](const IncidentOptions&, const std::string& id) -> Command {
            return command::SetIncidentState{id, state};
        },
        [state](const IncidentOptions&) { return std::string("Incident: ") + state; });
}

void add_severity(Program& program, const CommandDeclaration& incident, const Shared& o) {
    const CommandDeclaration act = add_change(incident, "severity", "It is worse, or less bad, than was thought",
                                              "releasectl incident checkout.release.json severity 1 --by Ana", o);
    act.argument("SEVERITY", o->severity, "1 (the worst) to 5").required();
    add_about(
        program, act, o,
        [](const IncidentOptions& p, const std::string& id) -> Command {
            return command::SetSeverity{id, p.severity};
        },
        [](const IncidentOptions& p) { return "Severity: " + std::to_string(p.severity); });
}

void add_started(Program& program, const CommandDeclaration& incident, const Shared& o) {
    const CommandDeclaration act =
        add_change(incident, "started", "When the harm began",
                   "releasectl incident checkout.release.json started 2026-11-25T13:31:00Z --by Chen", o);
    act.argument("TIME", o->at, "Such as 2026-11-25T13:31:00Z").required();
    add_about(
        program, act, o,
        [](const IncidentOptions& p, const std::string& id) -> Command {
            return command::SetIncidentStart{id, p.at};
        },
        [](const IncidentOptions& p) { return "Started: " + p.at; });
}

void add_log(Program& program, const CommandDeclaration& incident, const Shared& o) {
    const CommandDeclaration act =
        add_change(incident, "log", "Note what happened, for the timeline",
                   "releasectl incident checkout.release.json log \"2 of 4 nodes are back\" --by Chen", o);
    act.argument("TEXT", o->text, "What happened").required();
    act.flag("--when", o->at, "TIME", "When it happened, if not now");
    add_about(
        program, act, o,
        [](const IncidentOptions& p, const std::string& id) -> tl::expected<Command, std::string> {
            const auto at = p.at.empty() ? std::optional<std::int64_t>(0) : parse_rfc3339(p.at);
            if (!at) return tl::make_unexpected("\"" + p.at + "\" is not a time. Write it like 2026-11-25T13:31:00Z");
            return command::NoteIncident{id, fresh_name(), p.text, *at};
        },
        [](const IncidentOptions& p) { return "Noted: " + p.text; });
}

void add_report(Program& program, const CommandDeclaration& incident, const Shared& o) {
    const CommandDeclaration act =
        add_change(incident, "report", "Write one part of the incident report",
                   "releasectl incident checkout.release.json report root-cause \"An old proxy rejected the "
                   "new cookie\" --by Chen",
                   o);
    act.argument("PART", o->field, "impact, detection, root-cause, resolution, went-well or went-badly").required();
    act.argument("TEXT", o->text, "What it says").required();
    add_about(
        program, act, o,
        [](const IncidentOptions& p, const std::string& id) -> Command {
            return command::WriteReport{id, p.field, p.text};
        },
        [](const IncidentOptions& p) { return p.field + ": " + p.text; });
}

void add_sent(Program& program, const CommandDeclaration& incident, const Shared& o) {
    const CommandDeclaration act =
        add_change(incident, "sent", "Record that a message was sent",
                   "releasectl incident checkout.release.json sent \"We are returning to the previous "
                   "version.\" --to customers --by Bruno",
                   o);
    act.argument("TEXT", o->text, "What was sent").required();
    act.flag("--to", o->audience, "AUDIENCE", "customers, stakeholders or support").required();
    add_about(
        program, act, o,
        [](const IncidentOptions& p, const std::string& id) -> Command {
            return command::RecordMessage{id, fresh_name(), p.audience, p.text};
        },
        [](const IncidentOptions& p) { return "Sent to " + p.audience; });
}

} // namespace

void add_incident(Program& program) {
    auto o = std::make_shared<IncidentOptions>();
    const CommandDeclaration incident = program.line.command("incident", "Open an incident and deal with it");
    incident.argument("FILE", o->file, "The release").required();
    incident.explain({"it is recorded", refused_words,
                      "releasectl incident checkout.release.json open --severity 1 \"Sign-in fails\" --by Chen"});

    const CommandDeclaration open = add_change(
        incident, "open", "Something is wrong in production",
        "releasectl incident checkout.release.json open --severity 1 \"Sign-in fails for 8 % of customers\" --by Chen",
        o);
    open.flag("--severity", o->severity, "1..5", "1 (the worst) to 5").required();
    open.argument("TEXT", o->text, "What is wrong, and for whom").required();
    open.runs([&program, o] {
        return carry_out(program.terminal, o->file, o->flags, command::OpenIncident{fresh_name(), o->severity, o->text},
                         [&](const Release&) { return "Incident opened: " + o->text; });
    });
    add_state(program, incident, o, "mitigate", "The harm is stopped",
              "releasectl incident checkout.release.json mitigate --by Chen", "mitigated");
    add_state(program, incident, o, "resolve", "The cause is gone",
              "releasectl incident checkout.release.json resolve --by Chen", "resolved");
    add_state(program, incident, o, "reopen", "It is not over",
              "releasectl incident checkout.release.json reopen --by Chen", "open");
    add_severity(program, incident, o);
    add_started(program, incident, o);
    add_log(program, incident, o);
    add_report(program, incident, o);
    add_sent(program, incident, o);

    const CommandDeclaration action =
        add_change(incident, "action", "Something to do, so that it does not happen again",
                   "releasectl incident checkout.release.json action \"Add a sign-in smoke test\" --owner "
                   "Farah --due 2026-12-15 --by Chen",
                   o);
    action.argument("TEXT", o->text, "What is to be done").required();
    action.flag("--owner", o->owner, "PERSON", "Who does it").required();
    action.flag("--due", o->due, "DATE", "By when, such as 2026-12-15").required();
    action.runs([&program, o] {
        return carry_out(program.terminal, o->file, o->flags,
                         command::AddAction{fresh_name(), o->text, o->owner, o->due},
                         [&](const Release&) { return "Action item: " + o->text; });
    });
}

} // namespace desk::native
