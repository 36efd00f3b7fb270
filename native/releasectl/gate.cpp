// `gate` asks whether a release may go to a phase; `advance` goes there.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/status/status_json.hpp"

#include "native/system/system.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace desk::native {

namespace {

struct GateOptions {
    Flags flags;
    std::string file, phase, as, reason, override_reason;
};

OrExit<Phase> phase_of(const Terminal& terminal, const GateOptions& o) {
    if (const auto phase = phase_from(o.phase)) return *phase;
    tell(terminal, o.phase,
         "is not a phase: use draft, preparing, staging, deciding, approved, deploying, monitoring, stable, "
         "retrospective, closed, rolling-back, rolled-back, on-hold or cancelled");
    return tl::make_unexpected(Exit::bad_input);
}

std::string line(const Blocker& blocker) { return "  " + printable(Refusal{{blocker}}.text()) + "\n"; }

std::string told(const Gate& gate) {
    const std::string phase(name_of(gate.to));
    std::string text = phase + (gate.open() ? ": yes\n" : ": not yet\n");
    for (const Blocker& blocker : gate.blockers) text += line(blocker);
    for (const std::string& fact : gate.in_place) text += "  In place: " + printable(fact) + "\n";
    for (const Blocker& advice : gate.advice) text += "  Worth a look:" + line(advice).substr(1);
    return text;
}

// Whether this person may record the change for that role: the answer of the change itself, which is then thrown away.
OrExit<std::vector<Blocker>> who_may_not(const Terminal& terminal, const Release& release, const GateOptions& o,
                                         Phase to, const Surroundings& around) {
    Author author{fresh_name(), o.flags.by, around.now_ms};
    const auto holders = release.state().people.find(o.as);
    if (author.by.empty() && holders != release.state().people.end() && !holders->second.empty())
        author.by = holders->second.front();
    if (author.by.empty()) {
        tell(terminal, "--by", "say who would act: --by NAME, or set RELEASECTL_BY");
        return tl::make_unexpected(Exit::bad_input);
    }
    std::vector<Blocker> result;
    const Outcome outcome = decide(release, command::Advance{to, o.as, "asked", "asked"}, author, around);
    if (!outcome)
        for (const Blocker& blocker : outcome.error().blockers)
            if (blocker.rule == "who") result.push_back(blocker);
    return result;
}

Exit ask(const Terminal& terminal, const GateOptions& o) {
    const auto to = phase_of(terminal, o);
    if (!to) return to.error();
    const auto around = surroundings(terminal, o.flags);
    if (!around) return around.error();
    const auto release = read_release(terminal, o.file);
    if (!release) return release.error();
    Gate result = gate(*release, *to, *around);
    if (!o.as.empty()) {
        const auto who = who_may_not(terminal, *release, o, *to, *around);
        if (!who) return who.error();
        result.blockers.insert(result.blockers.end(), who->begin(), who->end());
    }
    const Exit answered = o.flags.json ? answer(terminal, "", gate_json(result)) : answer(terminal, "", told(result));
    if (answered != Exit::done) return answered;
    return result.open() ? Exit::done : Exit::no;
}

Exit advance(const Terminal& terminal, const GateOptions& o) {
    const auto to = phase_of(terminal, o);
    if (!to) return to.error();
    return carry_out(terminal, o.file, o.flags, command::Advance{*to, o.as, o.reason, o.override_reason},
                     [](const Release& release) {
                         return release.state().product.text + " " + release.state().version.text + ": " +
                                std::string(name_of(release.state().phase));
                     });
}

} // namespace

void add_gate(Program& program) {
    auto asked = std::make_shared<GateOptions>();
    CommandDeclaration command =
        program.line.command("gate", "May it go to this phase? Lists what is missing, changes nothing");
    command.argument("FILE", asked->file, "The release").required();
    command.flag("--for", asked->phase, "PHASE", "Phase key, such as staging").required();
    command.flag("--as", asked->as, "ROLE", "Also: may this role record it?");
    add_siblings(command, asked->flags);
    add_general(command, asked->flags);
    command.explain({"it may go there", "not yet; what is missing is listed",
                     "releasectl gate checkout.release.json --for staging"});
    command.runs([&program, asked] { return ask(program.terminal, *asked); });

    auto o = std::make_shared<GateOptions>();
    command = program.line.command("advance", "Go to this phase, or say what is missing");
    command.argument("FILE", o->file, "The release").required();
    command.flag("--to", o->phase, "PHASE", "Phase key, such as staging").required();
    command.flag("--as", o->as, "ROLE", "Role that records it; else the one you hold that may");
    command.flag("--reason", o->reason, "REASON", "Why");
    command.flag("--override", o->override_reason, "REASON", "Go past what may be overridden, and why");
    add_siblings(command, o->flags);
    add_change_flags(command, o->flags);
    command.explain(
        {"it is in that phase now", refused_words, "releasectl advance checkout.release.json --to staging --by Ana"});
    command.runs([&program, o] { return advance(program.terminal, *o); });
}

} // namespace desk::native
