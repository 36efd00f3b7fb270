// `mark`: a requirement, checklist item or playbook step.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"
#include "native/releasectl/words.hpp"

#include "core/release/registers.hpp"

#include <memory>
#include <optional>

namespace desk::native {

namespace {

struct MarkOptions {
    Flags flags;
    std::string file, item;
    bool done = false, open = false;
    std::optional<std::string> na, waive, note;
    std::string approver, expires;
    std::vector<std::string> as, evidence, drop_evidence;
};

std::vector<Command> commands_of(const MarkOptions& o) {
    std::vector<Command> commands;
    const bool signs = o.done || o.open;
    if (signs) commands.emplace_back(command::Sign{o.item, o.as, o.done, o.evidence, o.note});
    if (o.na) commands.emplace_back(command::NotApplicable{o.item, *o.na});
    if (o.waive) commands.emplace_back(command::Waive{o.item, *o.waive, o.approver, o.expires});
    for (const std::string& url : o.drop_evidence) commands.emplace_back(command::DropEvidence{o.item, url});
    if (signs) return commands;
    for (const std::string& url : o.evidence) commands.emplace_back(command::AddEvidence{o.item, url});
    if (o.note) commands.emplace_back(command::SetField{registers::note(o.item), *o.note});
    return commands;
}

Exit mark(const Terminal& terminal, const MarkOptions& o) {
    const std::vector<Command> commands = commands_of(o);
    if (commands.empty()) {
        tell(terminal, o.item,
             "say what to mark: --done, --open, --na REASON, --waive REASON, --evidence URL or --note TEXT");
        return Exit::bad_input;
    }
    return carry_out(
        terminal, o.file, o.flags, [&](const Release&) -> OrExit<std::vector<Command>> { return commands; },
        [&](const Release& release) {
            const Item* item = release.state().item(o.item);
            return item ? item->spec->text + ": " + status_words(release, *item) : o.item;
        });
}

} // namespace

void add_mark(Program& program) {
    auto o = std::make_shared<MarkOptions>();
    const CommandDeclaration command =
        program.line.command("mark", "Mark a requirement, a checklist item or a playbook step");
    command.argument("FILE", o->file, "The release").required();
    command.argument("ITEM", o->item, "Its key, such as rollback-plan; `show` lists them").required();
    const Parameters state = command.at_most_one_of("State");
    state.flag("--done", o->done, "Sign it off");
    state.flag("--open", o->open, "Take the sign-off back, and a waiver or \"not applicable\" with it");
    state.flag("--na", o->na, "REASON", "Not applicable, where the guide leaves that open");
    const Parameter waive = state.flag("--waive", o->waive, "REASON", "Go without it (requirements only)");
    command.flag("--approver", o->approver, "PERSON", "Who approves the waiver").needs(waive);
    command.flag("--expires", o->expires, "DATE", "Until when it is waived, such as 2026-12-15").needs(waive);
    command.flag("--as", o->as, "ROLE",
                 "Owner role to sign in; twice for an item with two owners. Else every one you hold");
    command.flag("--evidence", o->evidence, "URL", "Link to add");
    command.flag("--drop-evidence", o->drop_evidence, "URL", "Link to take away");
    command.flag("--note", o->note, "TEXT", "Note beside it");
    add_change_flags(command, o->flags);
    command.explain(
        {"it is marked", refused_words,
         "releasectl mark checkout.release.json backup --done --evidence https://backups.example/871 --by Goran"});
    command.runs([&program, o] { return mark(program.terminal, *o); });
}

} // namespace desk::native
