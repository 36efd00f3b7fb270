#include "native/releasectl/program.hpp"

namespace desk::native {

CLI::App* add_command(Program& program, const char* name, const char* does, VersionFlag version) {
    CLI::App* command = program.app.add_subcommand(name, does);
    if (version == VersionFlag::programs) command->set_version_flag("--version", version_line());
    return command;
}

std::string version_line() { return "releasectl " DESK_VERSION; }

} // namespace desk::native
