#include "native/releasectl/program.hpp"

namespace desk::native {

CLI::App* add_command(Program& program, const char* name, const char* does, VersionFlag version) {
    CLI::App* command = program.app.add_subcommand(name, does);
    if (version == VersionFlag::programs) command->set_version_flag("--version", version_line());
    return command;
}

CLI::App* add_act(Program& program, CLI::App& command, const char* name, const char* does,
                  const Explanation& explanation) {
    CLI::App* act = command.add_subcommand(name, does);
    act->set_version_flag("--version", version_line());
    explain(program, *act, explanation);
    return act;
}

void explain(Program& program, const CLI::App& command, const Explanation& explanation) {
    program.explained[&command] = explanation;
}

std::string version_line() { return "releasectl " DESK_VERSION; }

} // namespace desk::native
