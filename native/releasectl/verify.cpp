// `verify`: are these files what they should be?
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/file/workspace.hpp"
#include "core/log/gaps.hpp"

#include <nlohmann/json.hpp>

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
    Json json = Json::array(); // one a release
    std::string text;
};

std::string gap_words(const Gap& gap) {
    return gap.from == gap.to ? gap.actor + "." + std::to_string(gap.from)
                              : gap.actor + "." + std::to_string(gap.from) + " to " + std::to_string(gap.to);
}

// `written`: the file is byte for byte what this program would write.
void verify(const Terminal& terminal, const std::string& file, const Release& release, bool written, Verified& result) {
    const Log& log = release.log();
    for (const Fork& fork : log.forks())
        tell(terminal, file,
             "fork: " + std::to_string(fork.lines.size() + 1) + " different entries are named " + fork.id.text() +
                 ". A copy was restored or the file was edited; all of them are kept. Compare it with an older copy.");
    const std::vector<Gap> missing = gaps(log);
    Json missing_words = Json::array();
    for (const Gap& gap : missing) {
        missing_words.push_back(gap_words(gap));
        tell(terminal, file,
             "missing: " + gap_words(gap) +
                 " must have been made and is not here. Merge a copy of the release that still has it.");
    }
    const bool sound = log.forks().empty() && missing.empty();
    if (!sound) result.exit = std::max(result.exit, Exit::no);
    result.json.push_back({{"file", file},
                           {"sound", sound},
                           {"release", release.id()},
                           {"ops", log.size()},
                           {"unknown", log.unknown().size()},
                           {"forks", log.forks().size()},
                           {"missing", std::move(missing_words)},
                           {"as_written", written},
                           {"digest", release.digest()}});
    result.text += sound ? "sound, " : log.forks().empty() ? "not whole, " : "forked, ";
    result.text += std::to_string(log.size()) + " entries";
    if (!log.unknown().empty())
        result.text += ", " + std::to_string(log.unknown().size()) + " of a kind that this version does not know";
    if (!written) result.text += ", in another layout than it is written here";
    result.text += ", digest " + release.digest() + "\n";
}

Verified verify(const Terminal& terminal, const std::string& file) {
    Verified result;
    const auto refuse = [&](Exit exit) {
        result.exit = exit;
        result.json = Json::array({{{"file", file}, {"sound", false}}});
        return result;
    };
    const auto bytes = read_bytes(terminal, file);
    if (!bytes) return refuse(bytes.error());
    if (is_workspace(*bytes)) {
        const auto releases = open_workspace(*bytes);
        if (!releases) {
            tell(terminal, file, releases.error().text, releases.error().line);
            return refuse(Exit::bad_input);
        }
        std::vector<const Release*> list;
        for (const Release& release : *releases) list.push_back(&release);
        const bool written = write_workspace(list) == *bytes;
        for (const Release* release : list) {
            result.text += printable(file) + ": " + release->id() + ": ";
            verify(terminal, file + ": " + release->id(), *release, written, result);
            result.json.back()["file"] = file;
        }
        return result;
    }
    const auto release = open_release_file(*bytes);
    if (!release) {
        tell(terminal, file, release.error().text, release.error().line);
        return refuse(Exit::bad_input);
    }
    result.text = printable(file) + ": ";
    verify(terminal, file, *release, write_release_file(*release) == *bytes, result);
    return result;
}

Exit verify_all(const Terminal& terminal, const Options& o) {
    Exit worst = Exit::done;
    Json list = Json::array();
    std::string text;
    for (const std::string& file : o.files) {
        const Verified one = verify(terminal, file);
        worst = std::max(worst, one.exit);
        for (const Json& json : one.json) list.push_back(json);
        text += one.text;
    }
    const Exit answered = o.flags.json ? answer(terminal, "", list) : answer(terminal, "", text);
    return std::max(worst, answered);
}

} // namespace

void add_verify(Program& program) {
    auto o = std::make_shared<Options>();
    const CommandDeclaration command =
        program.line.command("verify", "Are these files well-formed and whole, and is no entry named twice?");
    command.argument("FILE", o->files, "Releases and workspaces").required();
    add_general(command, o->flags);
    command.explain(
        {"every file is sound", "a file is forked, or entries are missing in it", "releasectl verify *.release.json"});
    command.runs([&program, o] { return verify_all(program.terminal, *o); });
}

} // namespace desk::native
