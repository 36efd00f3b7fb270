// `incident`: what went wrong in production, and how far it is dealt with.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "native/system/system.hpp"

#include <memory>

namespace desk::native {

namespace {

struct Options {
    Flags flags;
    std::string file, text, id, owner, due;
    int severity = 3;
};

using Shared = std::shared_ptr<Options>;

CLI::App* add_act(CLI::App& incident, const char* name, const char* does, const Shared& o) {
    CLI::App* act = incident.add_subcommand(name, does);
    add_change_flags(*act, o->flags);
    return act;
}

// The incident that is meant: the one named, or the only one that is not resolved.
OrExit<std::string> meant(const Terminal& terminal, const Options& o, const Release& release) {
    if (!o.id.empty()) return o.id;
    std::vector<std::string> open;
    for (const Incident& incident : release.state().incidents)
        if (incident.open()) open.push_back(incident.id);
    if (open.size() == 1) return open.front();
    tell(terminal, o.file,
         open.empty() ? "no incident is open"
                      : "more than one incident is open: name it with --id, as `show` lists them");
    return tl::make_unexpected(Exit::bad_input);
}

void add_state(Program& program, CLI::App& incident, const Shared& o, const char* name, const char* does,
               const char* state) {
    CLI::App* act = add_act(incident, name, does, o);
    act->add_option("--id", o->id, "Which one, if several are open")->type_name("ID");
    act->callback([&program, o, state] {
        program.exit = carry_out(
            program.terminal, o->file, o->flags,
            [&](const Release& release) -> OrExit<std::vector<Command>> {
                const auto id = meant(program.terminal, *o, release);
                if (!id) return tl::make_unexpected(id.error());
                return std::vector<Command>{command::SetIncidentState{*id, state}};
            },
            [&](const Release&) { return std::string("Incident: ") + state; });
    });
}

} // namespace

void add_incident(Program& program) {
    auto o = std::make_shared<Options>();
    CLI::App* incident = add_command(program, "incident", "Open an incident and deal with it");
    incident->add_option("FILE", o->file, "The release")->required();
    incident->require_subcommand(1);

    CLI::App* open = add_act(*incident, "open", "Something is wrong in production", o);
    open->add_option("--severity", o->severity, "1 (the worst) to 5")->required()->type_name("1..5");
    open->add_option("TEXT", o->text, "What is wrong, and for whom")->required();
    open->callback([&program, o] {
        program.exit =
            carry_out(program.terminal, o->file, o->flags, command::OpenIncident{fresh_name(), o->severity, o->text},
                      [&](const Release&) { return "Incident opened: " + o->text; });
    });
    add_state(program, *incident, o, "mitigate", "The harm is stopped", "mitigated");
    add_state(program, *incident, o, "resolve", "The cause is gone", "resolved");

    CLI::App* action = add_act(*incident, "action", "Something to do, so that it does not happen again", o);
    action->add_option("TEXT", o->text, "What is to be done")->required();
    action->add_option("--owner", o->owner, "Who does it")->required()->type_name("PERSON");
    action->add_option("--due", o->due, "By when, such as 2026-12-15")->required()->type_name("DATE");
    action->callback([&program, o] {
        program.exit =
            carry_out(program.terminal, o->file, o->flags, command::AddAction{fresh_name(), o->text, o->owner, o->due},
                      [&](const Release&) { return "Action item: " + o->text; });
    });
}

} // namespace desk::native
