// `vote`: go or no-go, in the name of a role.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"
#include "native/releasectl/words.hpp"

#include <memory>
#include <optional>

namespace desk::native {

namespace {

struct Options {
    Flags flags;
    std::string file, role;
    bool go = false, withdraw = false;
    std::optional<std::string> no_go;
};

Command command_of(const Options& o) {
    if (o.go) return command::CastVote{o.role, Answer::go, ""};
    if (o.withdraw) return command::CastVote{o.role, Answer::withdrawn, ""};
    return command::CastVote{o.role, Answer::no_go, *o.no_go};
}

} // namespace

void add_vote(Program& program) {
    auto o = std::make_shared<Options>();
    CLI::App* command = add_command(program, "vote", "Say go or no-go for a role");
    command->add_option("FILE", o->file, "The release")->required();
    command->add_option("ROLE", o->role, "Role key, such as support-lead")->required();
    CLI::Option_group* vote = command->add_option_group("Answer", "One of these");
    vote->add_flag("--go", o->go, "Go");
    vote->add_option("--no-go", o->no_go, "No-go, and what would have to change")->type_name("REASON");
    vote->add_flag("--withdraw", o->withdraw, "Take the vote back");
    vote->require_option(1);
    add_change_flags(*command, o->flags);
    explain(program, *command,
            {"the vote is cast", refused_words,
             "releasectl vote checkout.release.json support-lead --no-go \"Two agents are not briefed\" --by Bruno"});
    command->callback([&program, o] {
        program.exit = carry_out(program.terminal, o->file, o->flags, command_of(*o), [&](const Release& release) {
            const Vote* cast = release.state().vote(o->role);
            return release.guide().role_name(o->role) + ": " + (cast ? answer_words(*cast) : "");
        });
    });
}

} // namespace desk::native
