// `conflicts` shows where copies disagree; `resolve` closes one.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"
#include "native/releasectl/words.hpp"

#include "core/release/registers.hpp"
#include "core/status/status_json.hpp"
#include "core/time/rfc3339.hpp"

#include <algorithm>
#include <memory>

namespace desk::native {

namespace {

struct Options {
    Flags flags;
    std::string file, field;
    std::string value;
    std::size_t head = 0; // from 1; 0: chosen by value
};

// "vote:qa" as it is; "notes.summary" as `set` writes it.
std::string register_of(const std::string& field) {
    return field.find(':') == std::string::npos ? registers::from_field(field) : field;
}

std::string told(const Conflict& conflict) {
    std::string text = printable(registers::to_field(conflict.about)) + "\n";
    std::size_t number = 0;
    for (const ConflictHead& head : conflict.heads)
        text += "  " + std::to_string(++number) + "  " + printable(head_words(head)) + "  (" + printable(head.said.by) +
                ", " + rfc3339(head.said.at_ms) + ")\n";
    return text;
}

Exit show_conflicts(const Terminal& terminal, const Options& o) {
    const auto release = read_release(terminal, o.file);
    if (!release) return release.error();
    const auto& conflicts = release->state().conflicts;
    Exit answered = Exit::done;
    if (o.flags.json) {
        answered = answer(terminal, "", status_json(*release, Surroundings{})["conflicts"]);
    } else {
        std::string text;
        for (const Conflict& conflict : conflicts) text += told(conflict);
        answered = answer(terminal, "", text.empty() ? "No conflicts\n" : text);
    }
    if (answered != Exit::done) return answered;
    return conflicts.empty() ? Exit::done : Exit::no;
}

// The head that was chosen, or the value as a new text; which of them may be new is the core's to say.
OrExit<std::vector<Command>> choice(const Terminal& terminal, const Options& o, const Release& release) {
    const std::string about = register_of(o.field);
    const auto& conflicts = release.state().conflicts;
    const auto conflict =
        std::find_if(conflicts.begin(), conflicts.end(), [&](const Conflict& c) { return c.about == about; });
    const std::vector<ConflictHead> none;
    const auto& heads = conflict == conflicts.end() ? none : conflict->heads;
    if (o.head > heads.size()) {
        tell(terminal, "--head",
             "there are " + std::to_string(heads.size()) + " heads: look at `releasectl conflicts`");
        return tl::make_unexpected(Exit::bad_input);
    }
    const ConflictHead* chosen = o.head > 0 ? &heads[o.head - 1] : nullptr;
    for (const ConflictHead& head : heads) {
        if (o.head > 0 || head_words(head) != o.value) continue;
        if (chosen && (chosen->value != head.value || chosen->kind != head.kind)) {
            tell(terminal, o.field,
                 "more than one copy says \"" + o.value +
                     "\": choose by --head, as `releasectl conflicts` numbers them");
            return tl::make_unexpected(Exit::bad_input);
        }
        chosen = &head;
    }
    if (chosen) return std::vector<Command>{command::Resolve{about, chosen->value, chosen->kind}};
    return std::vector<Command>{command::Resolve{about, o.value, ""}};
}

Exit resolve(const Terminal& terminal, const Options& o) {
    return carry_out(
        terminal, o.file, o.flags, [&](const Release& release) { return choice(terminal, o, release); },
        [&](const Release& release) {
            const std::size_t left = release.state().conflicts.size();
            return o.field + ": resolved, " + std::to_string(left) + (left == 1 ? " conflict" : " conflicts") + " left";
        });
}

} // namespace

void add_conflicts(Program& program) {
    auto shown = std::make_shared<Options>();
    CLI::App* command = add_command(program, "conflicts", "Show where copies disagree, with who said what");
    command->add_option("FILE", shown->file, "The release")->required();
    add_general(*command, shown->flags);
    explain(program, *command, {"the copies agree", "they disagree", "releasectl conflicts checkout.release.json"});
    command->callback([&program, shown] { program.exit = show_conflicts(program.terminal, *shown); });

    auto o = std::make_shared<Options>();
    command = add_command(program, "resolve", "Close a conflict by choosing one of its answers");
    command->add_option("FILE", o->file, "The release")->required();
    command->add_option("FIELD", o->field, "As `conflicts` names it, such as vote.support-lead")->required();
    CLI::Option_group* choice_group = command->add_option_group("Choice", "One of these");
    choice_group->add_option("VALUE", o->value,
                             "The answer to keep, as `conflicts` shows it; or, for a text, a new one");
    choice_group->add_option("--head", o->head, "The answer to keep, by its number")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    choice_group->require_option(1);
    add_change_flags(*command, o->flags);
    explain(program, *command,
            {"the conflict is closed", refused_words,
             "releasectl resolve checkout.release.json vote.support-lead no-go --by Ana"});
    command->callback([&program, o] { program.exit = resolve(program.terminal, *o); });
}

} // namespace desk::native
