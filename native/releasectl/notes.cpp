// `notes`: the release notes by the guide's template.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/notes/render.hpp"

#include <map>
#include <memory>

namespace desk::native {

namespace {

struct Options {
    Flags flags;
    std::string file;
    NotesFormat format = NotesFormat::markdown;
};

Exit show_notes(const Terminal& terminal, const Options& o) {
    const auto release = read_release(terminal, o.file);
    if (!release) return release.error();
    if (!o.flags.json) return answer(terminal, o.flags.output, render_notes(*release, o.format));
    Json fields = Json::object();
    for (const NotesFieldSpec& spec : release->guide().notes)
        if (const auto found = release->state().notes.find(spec.key); found != release->state().notes.end())
            fields[spec.key] = found->second.text;
    return answer(terminal, o.flags.output, fields);
}

} // namespace

void add_notes(Program& program) {
    auto o = std::make_shared<Options>();
    CLI::App* command = add_command(program, "notes", "Write the release notes");
    command->add_option("FILE", o->file, "The release")->required();
    const std::map<std::string, NotesFormat> formats = {
        {"md", NotesFormat::markdown}, {"html", NotesFormat::html}, {"text", NotesFormat::text}};
    command->add_option("--format", o->format, "md, html or text")
        ->type_name("FORMAT")
        ->transform(CLI::CheckedTransformer(formats).description(""));
    add_output(*command, o->flags, "Write here instead of to stdout");
    add_general(*command, o->flags);
    explain(program, *command,
            {"the notes are written", nullptr, "releasectl notes checkout.release.json --format html -o notes.html"});
    command->callback([&program, o] { program.exit = show_notes(program.terminal, *o); });
}

} // namespace desk::native
