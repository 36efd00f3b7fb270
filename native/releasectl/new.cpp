// `new`: a release in Draft.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/guides.hpp"
#include "native/releasectl/program.hpp"

#include "native/system/system.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace desk::native {

namespace {

struct NewOptions {
    Flags flags;
    NewRelease fields;
    std::string guide;
};

Exit make_release(const Terminal& terminal, const NewOptions& options) {
    const Flags& flags = options.flags;
    if (flags.by.empty()) {
        tell(terminal, "--by", "say who acts: --by NAME, or set RELEASECTL_BY");
        return Exit::bad_input;
    }
    const auto around = surroundings(terminal, flags);
    if (!around) return around.error();
    const auto guide = read_guide(terminal, options.guide);
    if (!guide) return guide.error();

    const Author author{fresh_name(), flags.by, around->now_ms};
    Outcome ops = create_release(options.fields, **guide, author, *around);
    if (!ops) {
        tell(terminal, flags.output, ops.error());
        if (flags.json) terminal.out << refusal_json(ops.error()).dump(2) << '\n';
        return Exit::no;
    }
    Release release("rel_" + fresh_name(), *guide);
    release.absorb(std::move(*ops));
    const std::string bytes = write_release_file(release);
    if (flags.output == "-") return answer(terminal, "-", bytes);
    if (const auto written = write_atomically(flags.output, bytes, Existing::refuse); !written) {
        tell(terminal, flags.output, written.error());
        return Exit::bad_input;
    }
    const State& state = release.state();
    if (flags.json) return answer(terminal, "", change_json(release, release.log().size()));
    return answer(terminal, "", printable(state.product.text + " " + state.version.text + ": Draft") + "\n");
}

} // namespace

void add_new(Program& program) {
    auto options = std::make_shared<NewOptions>();
    const CommandDeclaration command = program.line.command("new", "Start a release, in Draft", VersionFlag::own);
    command.flag("--product", options->fields.product, "P", "What is released").required();
    command.flag("--version", options->fields.version, "V", "By SemVer 2.0.0, such as 4.2.0").required();
    command.flag("--type", options->fields.type, "TYPE", "patch, minor or major").required();
    command.flag("--name", options->fields.name, "N", "What people call it");
    command.flag("--guide", options->guide, "FILE", "A guide of your own instead of OctoAcme's");
    add_output(command, options->flags, "The new file; \"-\" for stdout").required();
    add_siblings(command, options->flags);
    add_general(command, options->flags);
    command.explain(
        {"the release is made", refused_words,
         "releasectl new --product Checkout --version 4.2.0 --type minor -o checkout.release.json --by Ana"});
    command.runs([&program, options] { return make_release(program.terminal, *options); });
}

} // namespace desk::native
