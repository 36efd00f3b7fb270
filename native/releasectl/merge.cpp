// `merge`: the union of copies of one release.
#include "native/releasectl/counts.hpp"
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

namespace desk::native {

namespace {

struct MergeOptions {
    Flags flags;
    std::string file;
    std::vector<std::string> others;
};

Exit merge(const Terminal& terminal, const MergeOptions& o) {
    const auto stdins = std::count(o.others.begin(), o.others.end(), "-") + (o.file == "-" ? 1 : 0);
    if (stdins > 1) {
        tell(terminal, "-", "stdin can be read only once");
        return Exit::bad_input;
    }
    auto change = Change::begin(terminal, o.file, o.flags);
    if (!change) return change.error();
    Release& release = change->release();
    Counts counts;
    for (const std::string& file : o.others) {
        const auto other = read_release(terminal, file);
        if (!other) return other.error();
        if (const Exit same = must_be_copy(terminal, file, *other, release); same != Exit::done) return same;
        counts.add(release.absorb(*other));
    }
    counts.conflicts = release.state().conflicts.size();
    if (const Exit written = change->write(terminal); written != Exit::done) return written;
    if (o.flags.json && !change->to_stdout())
        terminal.out << counts.json(release).dump(2) << '\n';
    else
        (change->to_stdout() ? terminal.err : terminal.out) << counts.text() << '\n';
    return counts.settled() ? Exit::done : Exit::no;
}

} // namespace

void add_merge(Program& program) {
    auto o = std::make_shared<MergeOptions>();
    const CommandDeclaration command =
        program.line.command("merge", "Put copies of one release together; nothing is lost");
    command.argument("FILE", o->file, "The release that takes the others in").required();
    command.argument("OTHER", o->others, "Other copies of it").required();
    add_output(command, o->flags, "Write here instead of into FILE; \"-\" for stdout");
    add_general(command, o->flags);
    command.explain({"the copies are one, and agree", "they are one, and conflicts or forks are left",
                     "releasectl merge checkout.release.json theirs.release.json"});
    command.runs([&program, o] { return merge(program.terminal, *o); });
}

} // namespace desk::native
