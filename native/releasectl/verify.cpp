// `verify`: are these files what they should be?
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include <memory>
#include <ostream>

namespace desk::native {

namespace {

struct Options {
    Flags flags;
    std::vector<std::string> files;
};

struct Verified {
    Exit exit = Exit::done;
    Json json;
    std::string text;
};

Verified verify(const Terminal& terminal, const std::string& file) {
    const auto release = read_release(terminal, file);
    if (!release) return {release.error(), {{"file", file}, {"sound", false}}, ""};
    const Log& log = release->log();
    const std::size_t forks = log.forks().size();
    for (const Fork& fork : log.forks())
        tell(terminal, file,
             "fork: " + std::to_string(fork.lines.size() + 1) + " different entries are named " + fork.id.text() +
                 ". A copy was restored or the file was edited; all of them are kept. Compare it with an older copy.");
    Verified result;
    result.exit = forks == 0 ? Exit::done : Exit::no;
    result.json = {{"file", file},
                   {"sound", forks == 0},
                   {"release", release->id()},
                   {"ops", log.size()},
                   {"unknown", log.unknown().size()},
                   {"forks", forks},
                   {"digest", release->state().digest}};
    result.text =
        printable(file) + ": " + (forks == 0 ? "sound, " : "forked, ") + std::to_string(log.size()) + " entries";
    if (!log.unknown().empty())
        result.text += ", " + std::to_string(log.unknown().size()) + " of a kind that this version does not know";
    result.text += ", digest " + release->state().digest + "\n";
    return result;
}

Exit verify_all(const Terminal& terminal, const Options& o) {
    Exit worst = Exit::done;
    Json list = Json::array();
    for (const std::string& file : o.files) {
        Verified one = verify(terminal, file);
        worst = std::max(worst, one.exit);
        if (o.flags.json)
            list.push_back(std::move(one.json));
        else
            terminal.out << one.text;
    }
    if (o.flags.json) terminal.out << list.dump(2) << '\n';
    return worst;
}

} // namespace

void add_verify(Program& program) {
    auto o = std::make_shared<Options>();
    CLI::App* command = add_command(program, "verify", "Are these files well-formed, and is no entry named twice?");
    command->add_option("FILE", o->files, "Releases")->required();
    add_general(*command, o->flags);
    explain(
        program, *command,
        {"every file is sound", "a file is forked, or entries are missing in it", "releasectl verify *.release.json"});
    command->callback([&program, o] { program.exit = verify_all(program.terminal, *o); });
}

} // namespace desk::native
