// `pack`: several releases in one file; `unpack`: each in a file of its own again.
#include "core/rules/wording.hpp"
#include "native/releasectl/counts.hpp"
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/file/workspace.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

namespace desk::native {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".release.json";

struct WorkspaceOptions {
    Flags flags;
    std::vector<std::string> files;
    std::string folder = ".";
};

// ---- pack

std::size_t entries_of(const std::vector<Release>& releases) {
    std::size_t count = 0;
    for (const Release& release : releases) count += release.log().size();
    return count;
}

bool holds_all(const std::vector<Release>& releases, const Release& other) {
    return std::any_of(releases.begin(), releases.end(), [&](const Release& release) {
        if (release.id() != other.id()) return false;
        Release both = release.emptied();
        both.absorb(release);
        const Absorbed more = both.absorb(other);
        return more.added == 0 && more.forked == 0;
    });
}

// A workspace that is there already may be written over only if nothing of it is lost.
Exit may_replace(const Terminal& terminal, const std::string& target, const std::vector<Release>& releases) {
    std::error_code none;
    if (target.empty() || target == "-" || !fs::exists(target, none)) return Exit::done;
    const auto bytes = read_bytes(terminal, target);
    if (!bytes) return bytes.error();
    const auto there = open_workspace(*bytes);
    if (!there) {
        tell(terminal, target, "is there already and is no workspace. Choose another name");
        return Exit::bad_input;
    }
    for (const Release& release : *there)
        if (!holds_all(releases, release)) {
            tell(terminal, target,
                 "holds more of " + release.id() + " than these files. Name it among them to keep that");
            return Exit::no;
        }
    return Exit::done;
}

Exit pack(const Terminal& terminal, const WorkspaceOptions& o) {
    const auto releases = read_releases(terminal, o.files);
    if (!releases) return releases.error();
    if (const Exit may = may_replace(terminal, o.flags.output, *releases); may != Exit::done) return may;
    std::vector<const Release*> list;
    std::set<std::string> guides;
    for (const Release& release : *releases) {
        list.push_back(&release);
        guides.insert(release.guide().digest);
    }
    const std::string bytes = write_workspace(list);
    if (bytes.size() > Limits::file_bytes) {
        tell(terminal, "pack", "this would be larger than 64 MB, the limit for one file. Pack fewer releases");
        return Exit::bad_input;
    }
    if (const Exit written = answer(terminal, o.flags.output, bytes); written != Exit::done) return written;
    if (o.flags.output.empty() || o.flags.output == "-") return Exit::done;
    if (o.flags.json)
        return answer(terminal, "",
                      Json{{"file", o.flags.output},
                           {"releases", list.size()},
                           {"guides", guides.size()},
                           {"ops", entries_of(*releases)}});
    return answer(terminal, "",
                  printable(o.flags.output) + ": " + counted(list.size(), "release, ", "releases, ") +
                      counted(guides.size(), "guide, ", "guides, ") +
                      counted(entries_of(*releases), "entry\n", "entries\n"));
}

// ---- unpack

// The release files of a folder, by the id of their release. What cannot be read is told, and stays as it is.
std::map<std::string, std::string> releases_in(const Terminal& terminal, const fs::path& folder) {
    std::vector<std::string> files;
    std::error_code none;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, none)) {
        const std::string name = entry.path().filename().string();
        const bool release = name.size() > extension.size() &&
                             name.compare(name.size() - extension.size(), extension.size(), extension) == 0;
        if (release && entry.is_regular_file(none)) files.push_back(entry.path().lexically_normal().string());
    }
    std::sort(files.begin(), files.end());
    std::map<std::string, std::string> found;
    for (const std::string& file : files) {
        if (const auto release = read_release(terminal, file)) found.emplace(release->id(), file);
    }
    return found;
}

// A name that nothing has yet: that of product and version, with some of the id where that is another release's.
std::string free_place(const fs::path& folder, const Release& release) {
    std::string name = suggested_file_name(release.state());
    name.resize(name.size() - extension.size());
    const std::string id = release.id().substr(release.id().find('_') + 1);
    std::error_code none;
    for (const std::string& more : {std::string(), "-" + id.substr(0, 8), "-" + id}) {
        const fs::path place = (folder / (name + more + std::string(extension))).lexically_normal();
        if (!fs::exists(fs::symlink_status(place, none))) return place.string();
    }
    return {};
}

struct Unpacked {
    std::string file;
    Counts counts;
    bool created = false;
    Json json = {};
};

OrExit<Unpacked> create(const Terminal& terminal, const fs::path& folder, const Release& release) {
    Unpacked result{free_place(folder, release), {}, true};
    result.counts.sum.added = release.log().size();
    result.counts.sum.unknown = release.log().unknown().size();
    result.counts.conflicts = release.state().conflicts.size();
    if (result.file.empty()) {
        tell(terminal, folder.string(),
             "every name for " + release.id() + " is taken by another file. Move those away");
        return tl::make_unexpected(Exit::bad_input);
    }
    const auto written = write_atomically(result.file, write_release_file(release), Existing::refuse);
    if (!written) {
        tell(terminal, result.file, written.error());
        return tl::make_unexpected(Exit::bad_input);
    }
    result.json = result.counts.json(release);
    return result;
}

OrExit<Unpacked> join(const Terminal& terminal, const std::string& file, const Release& release) {
    auto change = Change::begin(terminal, file, Flags{});
    if (!change) return tl::make_unexpected(change.error());
    if (const Exit same = must_be_copy(terminal, file, change->release(), release); same != Exit::done)
        return tl::make_unexpected(same);
    Unpacked result{file, {}, false};
    result.counts.add(change->release().absorb(release));
    result.counts.conflicts = change->release().state().conflicts.size();
    if (result.counts.sum.added + result.counts.sum.forked > 0)
        if (const Exit written = change->write(terminal); written != Exit::done) return tl::make_unexpected(written);
    result.json = result.counts.json(change->release());
    return result;
}

Exit unpack(const Terminal& terminal, const WorkspaceOptions& o) {
    const auto bytes = read_bytes(terminal, o.files.front());
    if (!bytes) return bytes.error();
    const auto releases = open_workspace(*bytes);
    if (!releases) {
        tell(terminal, o.files.front(), releases.error().text, releases.error().line);
        return Exit::bad_input;
    }
    std::error_code failed;
    fs::create_directories(o.folder, failed);
    if (!fs::is_directory(o.folder, failed)) {
        tell(terminal, o.folder, "is no folder, and cannot be made one. Choose another with -d");
        return Exit::bad_input;
    }
    const auto present = releases_in(terminal, o.folder);
    Exit exit = Exit::done;
    Json list = Json::array();
    for (const Release& release : *releases) {
        const auto file = present.find(release.id());
        const auto done =
            file == present.end() ? create(terminal, o.folder, release) : join(terminal, file->second, release);
        if (!done) return done.error();
        if (!done->counts.settled()) exit = Exit::no;
        if (o.flags.json) {
            Json one = {{"file", done->file}, {"created", done->created}};
            one.update(done->json);
            list.push_back(std::move(one));
            continue;
        }
        const std::string text = printable(done->file) + (done->created ? ": created, " : ": merged, ");
        if (const Exit told = answer(terminal, "", text + done->counts.text() + "\n"); told != Exit::done) return told;
    }
    if (o.flags.json)
        if (const Exit told = answer(terminal, "", list); told != Exit::done) return told;
    return exit;
}

} // namespace

void add_workspace(Program& program) {
    auto p = std::make_shared<WorkspaceOptions>();
    CommandDeclaration command = program.line.command("pack", "Put several releases into one file, a workspace");
    command.argument("FILE", p->files, "Releases and workspaces").required();
    add_output(command, p->flags, "The workspace; else stdout");
    add_general(command, p->flags);
    command.explain({"the workspace is written", "one that is there holds more, and stays as it is",
                     "releasectl pack *.release.json -o all.workspace.json"});
    command.runs([&program, p] { return pack(program.terminal, *p); });

    auto u = std::make_shared<WorkspaceOptions>();
    command = program.line.command("unpack", "Give each release of a workspace a file of its own, or merge it there");
    u->files.resize(1);
    command.argument("WORKSPACE", u->files.front(), "The workspace").required();
    command.flag("-d,--directory", u->folder, "DIR", "Folder for the files, made if there is none; else this one");
    add_general(command, u->flags);
    command.explain({"every release has its file", "so it has, and conflicts or forks are left",
                     "releasectl unpack all.workspace.json -d releases"});
    command.runs([&program, u] { return unpack(program.terminal, *u); });
}

} // namespace desk::native
