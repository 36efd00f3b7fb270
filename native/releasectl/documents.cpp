#include "native/releasectl/documents.hpp"

#include "core/file/workspace.hpp"
#include "core/log/op_line.hpp"
#include "core/status/status_json.hpp"
#include "core/time/rfc3339.hpp"
#include "native/system/system.hpp"
#include "native/system/zones.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <istream>
#include <map>
#include <ostream>

namespace desk::native {

namespace {

OrExit<std::string> taken(const Terminal& terminal, const std::string& file, FileResult<std::string> bytes) {
    if (bytes) return std::move(*bytes);
    tell(terminal, file, bytes.error());
    return tl::make_unexpected(Exit::bad_input);
}

FileResult<std::string> read_stdin(std::istream& in) {
    std::string bytes;
    std::array<char, 1U << 16> part;
    while (in.read(part.data(), part.size()) || in.gcount() > 0) {
        bytes.append(part.data(), static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > Limits::file_bytes)
            return tl::make_unexpected("is larger than " + std::to_string(Limits::file_bytes >> 20) +
                                       " MB, the limit for one file");
    }
    return bytes;
}

Exit write_to(const Terminal& terminal, const std::string& target, const std::string& bytes) {
    if (target == "-") {
        terminal.out << bytes << std::flush;
        if (terminal.out) return Exit::done;
        tell(terminal, "stdout", "cannot be written");
        return Exit::bad_input;
    }
    if (const auto written = write_atomically(target, bytes, Existing::replace); !written) {
        tell(terminal, target, written.error());
        return Exit::bad_input;
    }
    return Exit::done;
}

Exit refused(const Terminal& terminal, const std::string& file, const Flags& flags, const Refusal& refusal) {
    tell(terminal, file, refusal);
    if (flags.json) terminal.out << refusal_json(refusal).dump(2) << '\n';
    return Exit::no;
}

} // namespace

OrExit<std::string> read_bytes(const Terminal& terminal, const std::string& file) {
    return taken(terminal, file, file == "-" ? read_stdin(terminal.in) : read_whole_file(file, Limits::file_bytes));
}

OrExit<Release> open_release(const Terminal& terminal, const std::string& file, const std::string& bytes) {
    auto release = open_release_file(bytes);
    if (release) return std::move(*release);
    tell(terminal, file, release.error().text, release.error().line);
    return tl::make_unexpected(Exit::bad_input);
}

OrExit<std::string> read_text(const Terminal& terminal, const std::string& file) {
    auto bytes = read_bytes(terminal, file);
    if (!bytes || is_utf8(*bytes)) return bytes;
    tell(terminal, file, "is no UTF-8 text");
    return tl::make_unexpected(Exit::bad_input);
}

OrExit<Release> read_release(const Terminal& terminal, const std::string& file) {
    const auto bytes = read_bytes(terminal, file);
    if (!bytes) return tl::make_unexpected(bytes.error());
    return open_release(terminal, file, *bytes);
}

OrExit<std::vector<Release>> read_releases(const Terminal& terminal, const std::vector<std::string>& files) {
    if (std::count(files.begin(), files.end(), "-") > 1) {
        tell(terminal, "-", "stdin can be read only once");
        return tl::make_unexpected(Exit::bad_input);
    }
    std::vector<Release> all;
    std::map<std::string, std::size_t> places;
    const auto take = [&](Release release) {
        const auto [place, first] = places.emplace(release.id(), all.size());
        if (first)
            all.push_back(std::move(release));
        else
            all[place->second].absorb(release);
    };
    for (const std::string& file : files) {
        const auto bytes = read_bytes(terminal, file);
        if (!bytes) return tl::make_unexpected(bytes.error());
        if (!is_workspace(*bytes)) {
            auto release = open_release(terminal, file, *bytes);
            if (!release) return tl::make_unexpected(release.error());
            take(std::move(*release));
            continue;
        }
        auto workspace = open_workspace(*bytes);
        if (!workspace) {
            tell(terminal, file, workspace.error().text, workspace.error().line);
            return tl::make_unexpected(Exit::bad_input);
        }
        for (Release& release : *workspace) take(std::move(release));
    }
    return all;
}

OrExit<Surroundings> surroundings(const Terminal& terminal, const Flags& flags) {
    Surroundings around;
    around.now_ms = moment(flags);
    around.zones = system_zones();
    for (const std::string& file : flags.with) {
        const auto other = read_release(terminal, file);
        if (!other) return tl::make_unexpected(other.error());
        around.siblings.push_back(sibling_of(*other));
    }
    return around;
}

Exit must_be_copy(const Terminal& terminal, const std::string& file, const Release& other, const Release& release) {
    if (other.id() == release.id()) return Exit::done;
    tell(terminal, file, "is another release (" + other.id() + "), not a copy of " + release.id());
    return Exit::bad_input;
}

Exit answer(const Terminal& terminal, const std::string& output, const std::string& text) {
    return write_to(terminal, output.empty() ? "-" : output, text);
}

Exit answer(const Terminal& terminal, const std::string& output, const Json& data) {
    return answer(terminal, output, data.dump(2) + "\n");
}

OrExit<Change> Change::begin(const Terminal& terminal, const std::string& file, const Flags& flags) {
    const std::string target = flags.output.empty() ? file : flags.output;
    std::optional<HeldFile> held;
    if (file != "-" && flags.output.empty()) {
        auto opened_file = HeldFile::open(file);
        if (!opened_file) {
            tell(terminal, file, opened_file.error());
            return tl::make_unexpected(Exit::bad_input);
        }
        held.emplace(std::move(*opened_file));
    }
    if (!held) {
        auto release = read_release(terminal, file);
        if (!release) return tl::make_unexpected(release.error());
        return Change(file, target, std::nullopt, std::move(*release));
    }
    const auto bytes = taken(terminal, file, held->read(Limits::file_bytes));
    if (!bytes) return tl::make_unexpected(bytes.error());
    auto release = open_release(terminal, file, *bytes);
    if (!release) return tl::make_unexpected(release.error());
    return Change(file, target, std::move(held), std::move(*release));
}

Exit Change::write(const Terminal& terminal) {
    const std::string bytes = write_release_file(release_);
    if (!held_) return write_to(terminal, target_, bytes);
    if (const auto written = held_->replace(bytes); !written) {
        tell(terminal, file_, written.error());
        return Exit::bad_input;
    }
    return Exit::done;
}

Exit carry_out(const Terminal& terminal, const std::string& file, const Flags& flags, const Commands& commands,
               const Told& told, const Afterwards& afterwards) {
    if (flags.by.empty()) {
        tell(terminal, "--by", "say who acts: --by NAME, or set RELEASECTL_BY");
        return Exit::bad_input;
    }
    const auto around = surroundings(terminal, flags);
    if (!around) return around.error();
    auto change = Change::begin(terminal, file, flags);
    if (!change) return change.error();
    const auto list = commands(change->release());
    if (!list) return list.error();

    const Author author{fresh_name(), flags.by, around->now_ms};
    std::size_t count = 0;
    for (const Command& command : *list) {
        Outcome ops = decide(change->release(), command, author, *around);
        if (!ops) return refused(terminal, file, flags, ops.error());
        count += ops->size();
        if (const auto* adopted = std::get_if<command::AdoptGuide>(&command)) change->release().know(adopted->guide);
        change->release().absorb(std::move(*ops));
    }
    const bool in_place = flags.output.empty() && !change->to_stdout();
    if (count > 0 || !in_place)
        if (const Exit written = change->write(terminal); written != Exit::done) return written;
    Json data = change_json(change->release(), count);
    if (afterwards) afterwards(change->release(), *around, flags.json ? &data : nullptr);
    if (change->to_stdout()) return Exit::done;
    if (flags.json) return answer(terminal, "", data);
    return answer(terminal, "", printable(told(change->release())) + "\n");
}

Exit carry_out(const Terminal& terminal, const std::string& file, const Flags& flags, Command command, const Told& told,
               const Afterwards& afterwards) {
    return carry_out(
        terminal, file, flags,
        [&](const Release&) -> OrExit<std::vector<Command>> { return std::vector<Command>{std::move(command)}; }, told,
        afterwards);
}

Json change_json(const Release& release, std::size_t ops) {
    return {{"done", true},
            {"release", release.id()},
            {"phase", key_of(release.state().phase)},
            {"ops", ops},
            {"digest", release.digest()}};
}

Json entry_json(const HistoryEntry& entry) {
    Json json = {{"moment", entry.moment},  {"at", rfc3339(entry.op->wall_ms)},
                 {"by", entry.op->by},      {"kind", key_of(entry.kind)},
                 {"did", entry.words},      {"op", entry.op->id.text()},
                 {"field", entry.op->about}};
    if (entry.standing != Standing::only) json["version"] = entry.standing == Standing::counts ? "counts" : "aside";
    return json;
}

Json refusal_json(const Refusal& refusal) {
    Gate gate;
    gate.blockers = refusal.blockers;
    return {{"done", false}, {"blockers", gate_json(gate)["blockers"]}};
}

} // namespace desk::native
