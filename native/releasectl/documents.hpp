// Release files as the commands see them: read, changed in place, written elsewhere. "-" is stdin and stdout.
#pragma once

#include "core/commands/command.hpp"
#include "core/file/release_file.hpp"
#include "core/history/history.hpp"
#include "core/log/op_line.hpp"
#include "native/files/atomic_write.hpp"
#include "native/releasectl/flags.hpp"
#include "native/releasectl/terminal.hpp"

#include <nlohmann/json_fwd.hpp>

#include <tl/expected.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace desk::native {

// Everything here has told its problem already when it answers with an exit status.
template <typename T> using OrExit = tl::expected<T, Exit>;

// The bytes of a file, or of stdin.
OrExit<std::string> read_bytes(const Terminal& terminal, const std::string& file);
OrExit<Release> open_release(const Terminal& terminal, const std::string& file, const std::string& bytes);
// A text that is no release, from a file or stdin; UTF-8, or it is told.
OrExit<std::string> read_text(const Terminal& terminal, const std::string& file);

OrExit<Release> read_release(const Terminal& terminal, const std::string& file);

// The releases of these files, of which each is a release or a workspace, in the order in which they first stand.
// Copies of one release are joined.
OrExit<std::vector<Release>> read_releases(const Terminal& terminal, const std::vector<std::string>& files);

// The world around a release: the moment, and what --with names.
OrExit<Surroundings> surroundings(const Terminal& terminal, const Flags& flags);

// Tells it, with an exit status, if `other` (of the file) is not a copy of `release`.
Exit must_be_copy(const Terminal& terminal, const std::string& file, const Release& other, const Release& release);

// A text that is the answer: to `output`, or to stdout if it is empty or "-".
Exit answer(const Terminal& terminal, const std::string& output, const std::string& text);
Exit answer(const Terminal& terminal, const std::string& output, const Json& data);

// A release that is changed: held from reading it to writing it, so that two commands at once do not lose a change.
class Change {
public:
    static OrExit<Change> begin(const Terminal& terminal, const std::string& file, const Flags& flags);

    Release& release() { return release_; }
    // Replaces the file, or writes what `-o` says.
    Exit write(const Terminal& terminal);
    bool to_stdout() const { return target_ == "-"; }

private:
    Change(std::string file, std::string target, std::optional<HeldFile> held, Release release)
        : file_(std::move(file)), target_(std::move(target)), held_(std::move(held)), release_(std::move(release)) {}

    std::string file_, target_;
    std::optional<HeldFile> held_;
    Release release_;
};

// Carries out commands one after the other, all or none, and writes the file. `commands` may look at the release.
// `told` says in one line what came of it; it is not shown when the release itself goes to stdout.
using Commands = std::function<OrExit<std::vector<Command>>(const Release&)>;
using Told = std::function<std::string(const Release&)>;
// `afterwards` may say more once it is written, and add to the data that --json answers (null without it).
using Afterwards = std::function<void(const Release&, const Surroundings&, Json*)>;
Exit carry_out(const Terminal& terminal, const std::string& file, const Flags& flags, const Commands& commands,
               const Told& told, const Afterwards& afterwards = {});
Exit carry_out(const Terminal& terminal, const std::string& file, const Flags& flags, Command command, const Told& told,
               const Afterwards& afterwards = {});

// {"done":true,"release":…,"phase":…,"ops":…,"digest":…}: what --json answers after a change that made so many ops.
Json change_json(const Release& release, std::size_t ops);
// An entry of the history, as `log` and `diff` answer it.
Json entry_json(const HistoryEntry& entry);
// {"done":false,"blockers":[…]}
Json refusal_json(const Refusal& refusal);

} // namespace desk::native
