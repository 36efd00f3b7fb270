// `conflicts` shows where copies disagree; `resolve` closes one.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"
#include "native/releasectl/words.hpp"

#include "core/history/words.hpp"
#include "core/release/registers.hpp"
#include "core/status/status_json.hpp"
#include "core/time/rfc3339.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace desk::native {

namespace {

struct ConflictsOptions {
    Flags flags;
    std::string file, field;
    std::string value;
    std::size_t head = 0; // from 1; 0: chosen by value
};

// "vote:qa" as it is; "notes.summary" as `set` writes it.
std::string register_of(const std::string& field) {
    return field.find(':') == std::string::npos ? registers::from_field(field) : field;
}

std::string told(const Release& release, const Conflict& conflict) {
    std::string text = printable(registers::to_field(conflict.about)) + "\n";
    std::size_t number = 0;
    for (const ConflictHead& head : conflict.heads)
        text += "  " + std::to_string(++number) + "  " + printable(head_words(head)) + "  (" + printable(head.said.by) +
                ", " + rfc3339(head.said.at_ms) + ")\n";
    return text + "  " + safe_reading(release, conflict) + "\n";
}

Exit show_conflicts(const Terminal& terminal, const ConflictsOptions& o) {
    const auto release = read_release(terminal, o.file);
    if (!release) return release.error();
    const auto& conflicts = release->state().conflicts;
    Exit answered = Exit::done;
    if (o.flags.json) {
        answered = answer(terminal, "", status_json(*release, Surroundings{})["conflicts"]);
    } else {
        std::string text;
        for (const Conflict& conflict : conflicts) text += told(*release, conflict);
        answered = answer(terminal, "", text.empty() ? "No conflicts\n" : text);
    }
    if (answered != Exit::done) return answered;
    return conflicts.empty() ? Exit::done : Exit::no;
}

// The head that was chosen, or the value as a new text; which of them may be new is the core's to say.
OrExit<std::vector<Command>> choice(const Terminal& terminal, const ConflictsOptions& o, const Release& release) {
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

Exit resolve(const Terminal& terminal, const ConflictsOptions& o) {
    return carry_out(
        terminal, o.file, o.flags, [&](const Release& release) { return choice(terminal, o, release); },
        [&](const Release& release) {
            const std::size_t left = release.state().conflicts.size();
            return o.field + ": resolved, " + std::to_string(left) + (left == 1 ? " conflict" : " conflicts") + " left";
        });
}

} // namespace

void add_conflicts(Program& program) {
    auto shown = std::make_shared<ConflictsOptions>();
    CommandDeclaration command = program.line.command("conflicts", "Show where copies disagree, with who said what");
    command.argument("FILE", shown->file, "The release").required();
    add_general(command, shown->flags);
    command.explain({"the copies agree", "they disagree", "releasectl conflicts checkout.release.json"});
    command.runs([&program, shown] { return show_conflicts(program.terminal, *shown); });

    auto o = std::make_shared<ConflictsOptions>();
    command = program.line.command("resolve", "Close a conflict by choosing one of its answers");
    command.argument("FILE", o->file, "The release").required();
    command.argument("FIELD", o->field, "As `conflicts` names it, such as vote.support-lead").required();
    const Parameters kept = command.one_of("Choice");
    kept.argument("VALUE", o->value, "The answer to keep, as `conflicts` shows it; or, for a text, a new one");
    kept.flag("--head", o->head, "N", "The answer to keep, by its number").positive();
    add_change_flags(command, o->flags);
    command.explain({"the conflict is closed", refused_words,
                     "releasectl resolve checkout.release.json vote.support-lead no-go --by Ana"});
    command.runs([&program, o] { return resolve(program.terminal, *o); });
}

} // namespace desk::native
