// `show`: the whole state, as calm text or as data.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"
#include "native/releasectl/state_text.hpp"

#include "core/history/history.hpp"
#include "core/status/markdown.hpp"
#include "core/status/status_json.hpp"
#include "core/time/rfc3339.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace desk::native {

namespace {

struct ShowOptions {
    Flags flags;
    std::string file, past;
    std::size_t moment = 0;
    bool markdown = false;
};

Exit show(const Terminal& terminal, const ShowOptions& o, const Release& release, const Surroundings& around) {
    if (o.flags.json) return answer(terminal, o.flags.output, status_json(release, around));
    if (o.markdown) return answer(terminal, o.flags.output, status_markdown(release, around));
    return answer(terminal, o.flags.output, state_text(release, around));
}

Exit show(const Terminal& terminal, const ShowOptions& o) {
    if (o.markdown && o.flags.json) {
        tell(terminal, "show", "an answer is either data or Markdown: leave out --json or --markdown");
        return Exit::bad_input;
    }
    const auto around = surroundings(terminal, o.flags);
    if (!around) return around.error();
    const auto release = read_release(terminal, o.file);
    if (!release) return release.error();
    if (o.moment > 0) return show(terminal, o, as_of(*release, o.moment), *around);
    if (o.past.empty()) return show(terminal, o, *release, *around);
    const auto at = parse_rfc3339(o.past);
    if (at) return show(terminal, o, as_of(*release, moment_at(*release, *at)), *around);
    tell(terminal, "show", "\"" + o.past + "\" is not a time. Write it like 2026-11-25T13:31:00Z");
    return Exit::bad_input;
}

} // namespace

void add_show(Program& program) {
    auto o = std::make_shared<ShowOptions>();
    const CommandDeclaration command =
        program.line.command("show", "Show the whole state and what is missing for the next step");
    command.argument("FILE", o->file, "The release").required();
    command.flag("--moment", o->moment, "N", "As it stood after that many entries of `log`");
    command.flag("--past", o->past, "TIME", "As it stood at that time");
    command.flag("--markdown", o->markdown, "As Markdown, for a chat or an issue");
    add_output(command, o->flags, "Write here instead of to stdout");
    add_siblings(command, o->flags);
    add_general(command, o->flags);
    command.explain({"the state is shown", nullptr, "releasectl show checkout.release.json --json"});
    command.runs([&program, o] { return show(program.terminal, *o); });
}

} // namespace desk::native
