// `show`: the whole state, as calm text or as data.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"
#include "native/releasectl/state_text.hpp"

#include "core/status/status_json.hpp"

#include <memory>

namespace desk::native {

namespace {

struct Options {
    Flags flags;
    std::string file;
};

Exit show(const Terminal& terminal, const Options& o) {
    const auto around = surroundings(terminal, o.flags);
    if (!around) return around.error();
    const auto release = read_release(terminal, o.file);
    if (!release) return release.error();
    if (o.flags.json) return answer(terminal, o.flags.output, status_json(*release, *around));
    return answer(terminal, o.flags.output, state_text(*release, *around));
}

} // namespace

void add_show(Program& program) {
    auto o = std::make_shared<Options>();
    CLI::App* command = add_command(program, "show", "Show the whole state and what is missing for the next step");
    command->add_option("FILE", o->file, "The release")->required();
    add_output(*command, o->flags, "Write here instead of to stdout");
    add_siblings(*command, o->flags);
    add_general(*command, o->flags);
    command->callback([&program, o] { program.exit = show(program.terminal, *o); });
}

} // namespace desk::native
