// `verify`: are these files what they should be?
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/file/workspace.hpp"
#include "core/history/history.hpp"
#include "core/log/gaps.hpp"
#include "core/log/seals.hpp"
#include "core/time/rfc3339.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <ostream>
#include <utility>

namespace desk::native {

namespace {

struct VerifyOptions {
    Flags flags;
    std::vector<std::string> files;
};

struct Verified {
    Exit exit = Exit::done;
    Json json = Json::array(); // one a release
    std::string text;
};

// What is verified: a file, and which release of it, if it is a workspace.
struct Input {
    const std::string& file;
    std::string_view bytes;
    std::string release;
};

std::string gap_words(const Gap& gap) {
    return gap.from == gap.to ? gap.actor + "." + std::to_string(gap.from)
                              : gap.actor + "." + std::to_string(gap.from) + " to " + std::to_string(gap.to);
}

// The line of the file on which the op stands; 0 if it is not one op a line.
std::size_t line_of(std::string_view bytes, const Op& op) {
    const std::size_t at = bytes.find(op.line);
    if (at == std::string_view::npos) return 0;
    return static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n')) +
           1;
}

// "Ana's entry k3.5 on notes:summary"
std::string named(const Op& op) { return op.by + "'s entry " + op.id.text() + " on " + op.about; }

// Tells what seals have to say; the ids of entries that were altered, and of seals that do not fit.
std::pair<Json, Json> tell_flaws(const Terminal& terminal, const Input& input, const Log& log,
                                 const SealReport& report) {
    Json altered = Json::array(), unfit = Json::array();
    for (const SealFlaw& flaw : report.flaws) {
        const Op& op = *log.find(flaw.op);
        (flaw.is_seal ? unfit : altered).push_back(flaw.op.text());
        const std::string text =
            flaw.is_seal
                ? "seal: that of " + op.by + ", " + op.id.text() +
                      ", does not fit: the seal was altered, or made for other entries. Compare with an older copy."
                : "altered: " + named(op) + " reads otherwise than when " + log.find(flaw.seal)->by + " sealed it (" +
                      flaw.seal.text() + "). Compare with an older copy.";
        const std::size_t line = line_of(input.bytes, op);
        // A release of a workspace is named; so is the file, with the line.
        tell(terminal, input.file, input.release.empty() ? text : input.release + ": " + text, line);
    }
    return {std::move(altered), std::move(unfit)};
}

// `written`: the file is byte for byte what this program would write.
void verify(const Terminal& terminal, const Input& input, const Release& release, bool written, Verified& result) {
    const std::string file = input.release.empty() ? input.file : input.file + ": " + input.release;
    const Log& log = release.log();
    for (const Fork& fork : log.forks())
        tell(terminal, file,
             "fork: " + std::to_string(fork.lines.size() + 1) + " different entries are named " + fork.id.text() +
                 ". A copy was restored or the file was edited; all of them are kept. Compare it with an older copy.");
    for (const HistoryEntry& entry : forked_entries(release))
        tell(terminal, file,
             "fork: " + entry.op->id.text() + ": " + rfc3339(entry.op->wall_ms) + "  " +
                 std::string(standing_word(entry.standing)) + ": " + entry.op->by + " " + entry.words);
    const std::vector<Gap> missing = gaps(log);
    Json missing_words = Json::array();
    for (const Gap& gap : missing) {
        missing_words.push_back(gap_words(gap));
        tell(terminal, file,
             "missing: " + gap_words(gap) +
                 " must have been made and is not here. Merge a copy of the release that still has it.");
    }
    const SealReport seals = check_seals(log);
    auto [altered, unfit] = tell_flaws(terminal, input, log, seals);
    const bool sound = log.forks().empty() && missing.empty() && seals.flaws.empty();
    if (!sound) result.exit = std::max(result.exit, Exit::no);
    result.json.push_back({{"file", file},
                           {"sound", sound},
                           {"release", release.id()},
                           {"ops", log.size()},
                           {"unknown", log.unknown().size()},
                           {"forks", log.forks().size()},
                           {"missing", std::move(missing_words)},
                           {"seals", seals.seals},
                           {"sealed", seals.sealed},
                           {"unsealed", seals.unsealed},
                           {"altered", std::move(altered)},
                           {"unfit", std::move(unfit)},
                           {"as_written", written},
                           {"digest", release.digest()}});
    result.text += sound                  ? "sound, "
                   : !seals.flaws.empty() ? "altered, "
                   : !log.forks().empty() ? "forked, "
                                          : "not whole, ";
    result.text += std::to_string(log.size()) + " entries, ";
    result.text += seals.sealed == 0     ? "not sealed"
                   : seals.unsealed == 0 ? "all sealed"
                                         : std::to_string(seals.unsealed) + " not sealed yet";
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
            verify(terminal, {file, *bytes, release->id()}, *release, written, result);
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
    verify(terminal, {file, *bytes, {}}, *release, write_release_file(*release) == *bytes, result);
    return result;
}

Exit verify_all(const Terminal& terminal, const VerifyOptions& o) {
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
    auto o = std::make_shared<VerifyOptions>();
    const CommandDeclaration command =
        program.line.command("verify", "Are these files well-formed and whole, and was nothing in them altered?");
    command.argument("FILE", o->files, "Releases and workspaces").required();
    add_general(command, o->flags);
    command.explain({"every file is sound", "a file is forked, or entries are missing in it or altered",
                     "releasectl verify *.release.json"});
    command.runs([&program, o] { return verify_all(program.terminal, *o); });
}

} // namespace desk::native
