// `vote`: go or no-go, in the name of a role.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"
#include "native/releasectl/words.hpp"

#include <memory>
#include <optional>

namespace desk::native {

namespace {

struct VoteOptions {
    Flags flags;
    std::string file, role;
    bool go = false, withdraw = false;
    std::optional<std::string> no_go;
};

Command command_of(const VoteOptions& o) {
    if (o.go) return command::CastVote{o.role, Answer::go, ""};
    if (o.withdraw) return command::CastVote{o.role, Answer::withdrawn, ""};
    return command::CastVote{o.role, Answer::no_go, *o.no_go};
}

} // namespace

void add_vote(Program& program) {
    auto o = std::make_shared<VoteOptions>();
    const CommandDeclaration command = program.line.command("vote", "Say go or no-go for a role");
    command.argument("FILE", o->file, "The release").required();
    command.argument("ROLE", o->role, "Role key, such as support-lead").required();
    const Parameters vote = command.one_of("Answer");
    vote.flag("--go", o->go, "Go");
    vote.flag("--no-go", o->no_go, "REASON", "No-go, and what would have to change");
    vote.flag("--withdraw", o->withdraw, "Take the vote back");
    add_change_flags(command, o->flags);
    command.explain(
        {"the vote is cast", refused_words,
         "releasectl vote checkout.release.json support-lead --no-go \"Two agents are not briefed\" --by Bruno"});
    command.runs([&program, o] {
        return carry_out(program.terminal, o->file, o->flags, command_of(*o), [&](const Release& release) {
            const Vote* cast = release.state().vote(o->role);
            return release.guide().role_name(o->role) + ": " + (cast ? answer_words(*cast) : "");
        });
    });
}

} // namespace desk::native
