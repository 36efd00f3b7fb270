// `assign` and `unassign`: who holds a role.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"
#include "native/releasectl/words.hpp"

#include <memory>

namespace desk::native {

namespace {

struct PeopleOptions {
    Flags flags;
    std::string file, role, person;
};

std::string holders(const Release& release, const std::string& role) {
    const auto found = release.state().people.find(role);
    const std::vector<std::string> nobody;
    const auto& people = found == release.state().people.end() ? nobody : found->second;
    return release.guide().role_name(role) + ": " + people_words(people);
}

void add(Program& program, const char* name, const char* does, const Explanation& explanation,
         Command (*command_of)(const PeopleOptions&)) {
    auto options = std::make_shared<PeopleOptions>();
    const CommandDeclaration command = program.line.command(name, does);
    command.argument("FILE", options->file, "The release").required();
    command.argument("ROLE", options->role, "Role key, such as release-manager").required();
    command.argument("PERSON", options->person, "Name").required();
    add_change_flags(command, options->flags);
    command.explain(explanation);
    command.runs([&program, options, command_of] {
        return carry_out(program.terminal, options->file, options->flags, command_of(*options),
                         [&](const Release& release) { return holders(release, options->role); });
    });
}

} // namespace

void add_people(Program& program) {
    add(program, "assign", "Give a role to a person",
        {"the person holds the role", refused_words,
         "releasectl assign checkout.release.json support-lead Bruno --by Ana"},
        [](const PeopleOptions& o) -> Command {
            return command::Assign{o.role, o.person};
        });
    add(program, "unassign", "Take a role from a person",
        {"the person does not hold the role any more", refused_words,
         "releasectl unassign checkout.release.json support-lead Bruno --by Ana"},
        [](const PeopleOptions& o) -> Command {
            return command::Unassign{o.role, o.person};
        });
}

} // namespace desk::native
