// `retro`: the hand-off to the retrospective.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include <memory>

namespace desk::native {

namespace {

struct RetroOptions {
    Flags flags;
    std::string file, person, role, kind, url, none, id, text;
    bool drop = false;
};

using Shared = std::shared_ptr<RetroOptions>;

CommandDeclaration add_change(Program& program, const CommandDeclaration& retro, const char* name, const char* does,
                              const char* example, const Shared& o, Command (*command_of)(const RetroOptions&),
                              std::string (*told)(const RetroOptions&)) {
    const CommandDeclaration act = retro.act(name, does, {"it is recorded", refused_words, example});
    add_change_flags(act, o->flags);
    act.runs([&program, o, command_of, told] {
        return carry_out(program.terminal, o->file, o->flags, command_of(*o), [&](const Release&) { return told(*o); });
    });
    return act;
}

} // namespace

void add_retro(Program& program) {
    auto o = std::make_shared<RetroOptions>();
    const CommandDeclaration retro = program.line.command("retro", "Hand the release off to its retrospective");
    retro.argument("FILE", o->file, "The release").required();
    retro.explain({"it is recorded", refused_words, "releasectl retro checkout.release.json hand-off --by Ana"});
    add_change(
        program, retro, "hand-off", "The Release Manager confirms the outcome and hands off",
        "releasectl retro checkout.release.json hand-off --by Ana", o,
        [](const RetroOptions&) -> Command { return command::HandOff{}; },
        [](const RetroOptions&) -> std::string { return "Handed off"; });
    add_change(
        program, retro, "accept", "The Scrum Master accepts", "releasectl retro checkout.release.json accept --by Jun",
        o,
        [](const RetroOptions&) -> Command {
            return command::Advance{Phase::retrospective, "", "", ""};
        },
        [](const RetroOptions&) -> std::string { return "Accepted: Retrospective"; });

    const CommandDeclaration participant = add_change(
        program, retro, "participant", "Somebody took part",
        "releasectl retro checkout.release.json participant Kofi --as developers --by Jun", o,
        [](const RetroOptions& p) -> Command {
            if (p.drop) return command::DropParticipant{p.role, p.person};
            return command::AddParticipant{p.role, p.person};
        },
        [](const RetroOptions& p) -> std::string {
            return (p.drop ? "No participant: " : "Participant: ") + p.person;
        });
    participant.argument("PERSON", o->person, "Name").required();
    participant.flag("--as", o->role, "ROLE", "For which role").required();
    participant.flag("--drop", o->drop, "They did not");

    add_change(
        program, retro, "everybody", "Everybody who holds a role took part",
        "releasectl retro checkout.release.json everybody --by Jun", o,
        [](const RetroOptions&) -> Command { return command::EverybodyTookPart{}; },
        [](const RetroOptions&) -> std::string { return "Participants: everybody"; });

    const CommandDeclaration excuse = add_change(
        program, retro, "excuse", "Nobody of a role took part",
        "releasectl retro checkout.release.json excuse infrastructure \"No change of theirs\" --by Jun", o,
        [](const RetroOptions& p) -> Command {
            return command::ExcuseRole{p.role, p.text};
        },
        [](const RetroOptions& p) -> std::string { return "Excused: " + p.role; });
    excuse.argument("ROLE", o->role, "Role key").required();
    excuse.argument("REASON", o->text, "Why").required();

    const CommandDeclaration propose = add_change(
        program, retro, "propose", "An action item asks for a change of the guide",
        "releasectl retro checkout.release.json propose k3f9 \"Smoke tests cover sign-in\" --by Jun", o,
        [](const RetroOptions& p) -> Command {
            return command::ProposeGuideChange{p.id, p.text};
        },
        [](const RetroOptions& p) -> std::string { return "Proposed for the guide: " + p.text; });
    propose.argument("ACTION", o->id, "Id of the action item, as `show --json` lists it").required();
    propose.argument("TEXT", o->text, "What the guide should say").required();

    const CommandDeclaration artifact = add_change(
        program, retro, "artifact", "Attach what the hand-off needs",
        "releasectl retro checkout.release.json artifact customer-feedback https://support.example/4.2 --by Ana", o,
        [](const RetroOptions& p) -> Command {
            return command::AddArtifact{p.kind, p.url, p.none};
        },
        [](const RetroOptions& p) -> std::string {
            return p.kind + ": " + (p.url.empty() ? "none, " + p.none : p.url);
        });
    artifact.argument("KIND", o->kind, "release-metrics, incident-reports or customer-feedback").required();
    const Parameter url = artifact.argument("URL", o->url, "Link to it, or the text itself");
    artifact.flag("--none", o->none, "REASON", "There is none, and why").excludes(url);
}

} // namespace desk::native
