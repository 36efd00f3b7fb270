// `seal`: notes how the entries read now, so that `verify` can tell later which of them were altered.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"
#include "native/system/system.hpp"

#include "core/commands/seal.hpp"
#include "core/log/seals.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace desk::native {

namespace {

struct SealOptions {
    Flags flags;
    std::string file;
};

Exit seal_file(const Terminal& terminal, const SealOptions& o) {
    if (o.flags.by.empty()) {
        tell(terminal, "--by", "say who seals: --by NAME, or set RELEASECTL_BY");
        return Exit::bad_input;
    }
    auto change = Change::begin(terminal, o.file, o.flags);
    if (!change) return change.error();
    Release& release = change->release();
    const std::size_t before = check_seals(release.log()).sealed;
    auto seals = seal(release, {fresh_name(), o.flags.by, moment(o.flags)});
    const bool any = !seals.empty();
    release.absorb(std::move(seals));
    if (any || !o.flags.output.empty() || change->to_stdout())
        if (const Exit written = change->write(terminal); written != Exit::done) return written;
    if (change->to_stdout()) return Exit::done;
    const SealReport report = check_seals(release.log());
    if (o.flags.json)
        return answer(
            terminal, "",
            Json{
                {"done", true}, {"release", release.id()}, {"new", report.sealed - before}, {"sealed", report.sealed}});
    return answer(terminal, "",
                  any ? std::to_string(report.sealed - before) + " entries are sealed now, " +
                            std::to_string(report.sealed) + " in all\n"
                      : "Everything is sealed already: " + std::to_string(report.sealed) + " entries\n");
}

} // namespace

void add_seal(Program& program) {
    auto o = std::make_shared<SealOptions>();
    const CommandDeclaration command =
        program.line.command("seal", "Note how every entry reads, so that verify can tell what was altered");
    command.argument("FILE", o->file, "The release").required();
    add_change_flags(command, o->flags);
    command.explain({"every entry that can be sealed is", nullptr, "releasectl seal checkout.release.json --by CI"});
    command.runs([&program, o] { return seal_file(program.terminal, *o); });
}

} // namespace desk::native
