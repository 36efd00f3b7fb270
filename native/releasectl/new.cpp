// `new`: a release in Draft.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/guides.hpp"
#include "native/releasectl/program.hpp"

#include "native/system/system.hpp"

#include <memory>

namespace desk::native {

namespace {

struct Options {
    Flags flags;
    NewRelease fields;
    std::string guide;
};

Exit make_release(const Terminal& terminal, const Options& options) {
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
    auto options = std::make_shared<Options>();
    CLI::App* command = add_command(program, "new", "Start a release, in Draft", VersionFlag::own);
    command->add_option("--product", options->fields.product, "What is released")->required()->type_name("P");
    command->add_option("--version", options->fields.version, "By SemVer 2.0.0, such as 4.2.0")
        ->required()
        ->type_name("V");
    command->add_option("--type", options->fields.type, "patch, minor or major")->required()->type_name("TYPE");
    command->add_option("--name", options->fields.name, "What people call it")->type_name("N");
    command->add_option("--guide", options->guide, "A guide of your own instead of OctoAcme's")->type_name("FILE");
    add_output(*command, options->flags, "The new file; \"-\" for stdout");
    command->get_option("--output")->required();
    add_siblings(*command, options->flags);
    add_general(*command, options->flags);
    explain(program, *command,
            {"the release is made", refused_words,
             "releasectl new --product Checkout --version 4.2.0 --type minor -o checkout.release.json --by Ana"});
    command->callback([&program, options] { program.exit = make_release(program.terminal, *options); });
}

} // namespace desk::native
