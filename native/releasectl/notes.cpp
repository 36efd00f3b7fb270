// `notes`: the release notes by the guide's template, and commits that are sorted into them.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/notes/commits.hpp"
#include "core/notes/render.hpp"
#include "core/release/registers.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace desk::native {

namespace {

struct NotesOptions {
    Flags flags;
    std::string file, commits;
    bool dry_run = false;
    std::string format = "md";
};

NotesFormat format_from(const std::string& word) {
    if (word == "html") return NotesFormat::html;
    return word == "text" ? NotesFormat::text : NotesFormat::markdown;
}

Exit show_notes(const Terminal& terminal, const NotesOptions& o) {
    const auto release = read_release(terminal, o.file);
    if (!release) return release.error();
    if (!o.flags.json) return answer(terminal, o.flags.output, render_notes(*release, format_from(o.format)));
    Json fields = Json::object();
    for (const NotesFieldSpec& spec : release->guide().notes)
        if (const auto found = release->state().notes.find(spec.key); found != release->state().notes.end())
            fields[spec.key] = found->second.text;
    return answer(terminal, o.flags.output, fields);
}

std::string notable_changes(const Release& release) {
    const auto found = release.state().notes.find(registers::commits_field);
    return found == release.state().notes.end() ? std::string() : found->second.text;
}

// What the commits come to, beside the notes as they were.
void add_data(Json& json, const Release& release, const PastedCommits& pasted, const NotesWithCommits& notes) {
    Json groups = Json::array();
    for (std::size_t group = 0; group < commit_group_names.size(); ++group) {
        Json items = Json::array();
        for (const Commit& commit : pasted.commits)
            if (static_cast<std::size_t>(commit.group) == group) items.push_back(commit.item);
        if (!items.empty()) groups.push_back({{"name", commit_group_names[group]}, {"items", std::move(items)}});
    }
    json["added"] = notes.added;
    json["known"] = notes.known;
    json["left_out_lines"] = pasted.details;
    json["groups"] = std::move(groups);
    json["asks_for"] = asked_type(pasted, release.state().version.text);
    json["hint"] = type_hint(release, pasted);
    json["notable_changes"] = notes.text;
}

void tell_hint(const Terminal& terminal, const NotesOptions& o, const Release& release, const PastedCommits& pasted) {
    if (const std::string hint = type_hint(release, pasted); !hint.empty()) tell(terminal, o.file, hint);
}

Exit show_sorted(const Terminal& terminal, const NotesOptions& o, const PastedCommits& pasted) {
    const auto release = read_release(terminal, o.file);
    if (!release) return release.error();
    const NotesWithCommits notes = with_commits(notable_changes(*release), pasted);
    tell_hint(terminal, o, *release, pasted);
    if (!o.flags.json) return answer(terminal, o.flags.output, notes.text + "\n");
    Json data = Json::object();
    add_data(data, *release, pasted, notes);
    return answer(terminal, o.flags.output, data);
}

Exit add_commits(const Terminal& terminal, const NotesOptions& o) {
    if (o.file == "-" && o.commits == "-") {
        tell(terminal, "--commits", "stdin is the release already: name a file with the commits");
        return Exit::bad_input;
    }
    const auto text = read_text(terminal, o.commits);
    if (!text) return text.error();
    const PastedCommits pasted = read_commits(*text);
    if (o.dry_run) return show_sorted(terminal, o, pasted);
    NotesWithCommits notes;
    return carry_out(
        terminal, o.file, o.flags,
        [&](const Release& release) -> OrExit<std::vector<Command>> {
            notes = with_commits(notable_changes(release), pasted);
            return std::vector<Command>{command::AddCommits{*text}};
        },
        [&](const Release&) {
            return "Notable changes: " + std::to_string(notes.added) + " added" +
                   (notes.known > 0 ? ", " + std::to_string(notes.known) + " listed already" : "");
        },
        [&](const Release& release, const Surroundings&, Json* data) {
            tell_hint(terminal, o, release, pasted);
            if (data) add_data(*data, release, pasted, notes);
        });
}

} // namespace

void add_notes(Program& program) {
    auto o = std::make_shared<NotesOptions>();
    const CommandDeclaration command =
        program.line.command("notes", "Write the release notes, or sort commits into them");
    command.argument("FILE", o->file, "The release").required();
    command.flag("--format", o->format, "FORMAT", "md, html or text").one_of({"md", "html", "text"});
    const Parameter commits = command.flag(
        "--commits", o->commits, "FILE",
        "Sort these commits into the notable changes: what `git log` prints, or a subject a line; \"-\" for stdin");
    command.flag("--dry-run", o->dry_run, "Only show what the notable changes would be").needs(commits);
    add_output(command, o->flags, "Write here instead of to stdout; with --commits, instead of in place");
    add_general(command, o->flags);
    command.explain({"the notes are written, or the commits are in them", "refused",
                     "releasectl notes checkout.release.json --format html -o notes.html"});
    command.runs([&program, o] {
        return o->commits.empty() ? show_notes(program.terminal, *o) : add_commits(program.terminal, *o);
    });
}

} // namespace desk::native
