// `mark`: a requirement, checklist item or playbook step.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"
#include "native/releasectl/words.hpp"

#include "core/release/registers.hpp"

#include <memory>
#include <optional>

namespace desk::native {

namespace {

struct Options {
    Flags flags;
    std::string file, item;
    bool done = false, open = false;
    std::optional<std::string> na, waive, note;
    std::string approver, expires;
    std::vector<std::string> as, evidence, drop_evidence;
};

std::vector<Command> commands_of(const Options& o) {
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

Exit mark(const Terminal& terminal, const Options& o) {
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
    auto o = std::make_shared<Options>();
    CLI::App* command = add_command(program, "mark", "Mark a requirement, a checklist item or a playbook step");
    command->add_option("FILE", o->file, "The release")->required();
    command->add_option("ITEM", o->item, "Its key, such as rollback-plan; `show` lists them")->required();
    CLI::Option_group* state = command->add_option_group("State", "At most one of these");
    state->add_flag("--done", o->done, "Sign it off");
    state->add_flag("--open", o->open, "Take the sign-off back, and a waiver or \"not applicable\" with it");
    state->add_option("--na", o->na, "Not applicable, where the guide leaves that open")->type_name("REASON");
    CLI::Option* waive =
        state->add_option("--waive", o->waive, "Go without it (requirements only)")->type_name("REASON");
    state->require_option(0, 1);
    command->add_option("--approver", o->approver, "Who approves the waiver")->needs(waive)->type_name("PERSON");
    command->add_option("--expires", o->expires, "Until when it is waived, such as 2026-12-15")
        ->needs(waive)
        ->type_name("DATE");
    add_repeated(*command, "--as", o->as,
                 "Owner role to sign in; twice for an item with two owners. Else every one you hold")
        ->type_name("ROLE");
    add_repeated(*command, "--evidence", o->evidence, "Link to add")->type_name("URL");
    add_repeated(*command, "--drop-evidence", o->drop_evidence, "Link to take away")->type_name("URL");
    command->add_option("--note", o->note, "Note beside it")->type_name("TEXT");
    add_change_flags(*command, o->flags);
    explain(program, *command,
            {"it is marked", refused_words,
             "releasectl mark checkout.release.json backup --done --evidence https://backups.example/871 --by Goran"});
    command->callback([&program, o] { program.exit = mark(program.terminal, *o); });
}

} // namespace desk::native
