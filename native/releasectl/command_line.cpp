#include "native/releasectl/command_line.hpp"

#include "native/releasectl/misuse.hpp"

#include <CLI/CLI.hpp>

#include <ostream>

namespace desk::native {

namespace {

bool is_choice(const CLI::App& app) { return app.get_name().empty() && app.get_parent() != nullptr; }

std::string value_of(const CLI::Option& option) {
    if (option.get_items_expected_max() == 0) return {};
    const std::string type = option.get_type_name();
    return type.substr(0, type.find(':')); // without what a check calls itself
}

// Flags that may stand several times are lists that take one value at a time.
bool repeated(const CLI::Option& option) { return option.get_items_expected_max() > 1; }

ArgumentDescription argument_of(const CLI::Option& option) {
    return {option.get_name(true, false), option.get_description(), option.get_required(), repeated(option)};
}

FlagDescription flag_of(const CLI::App& app, const CLI::Option& option, const char* general_group) {
    FlagDescription flag;
    for (const std::string& name : option.get_snames()) flag.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) flag.names.push_back("--" + name);
    flag.value = value_of(option);
    flag.text = option.get_description();
    flag.required = option.get_required();
    flag.repeated = !flag.value.empty() && repeated(option);
    flag.general =
        &option == app.get_help_ptr() || &option == app.get_version_ptr() || option.get_group() == general_group;
    return flag;
}

template <typename Into> void take_parameters(const CLI::App& app, Into& into, const char* general_group) {
    for (const CLI::Option* option : app.get_options({})) {
        if (is_choice(app) && option == app.get_help_ptr()) continue; // it is the command's
        if (option->get_positional())
            into.arguments.push_back(argument_of(*option));
        else
            into.flags.push_back(flag_of(app, *option, general_group));
    }
}

} // namespace

CommandLine::CommandLine(const char* name, const char* does, const Explanation& explanation, std::string version,
                         Help help)
    : app_(std::make_unique<CLI::App>(does, name)), version_(std::move(version)) {
    // Whatever is declared later takes these over.
    app_->formatter(std::make_shared<CLI::FormatterLambda>(
        [this, help](const CLI::App* app, const std::string&, CLI::AppFormatMode) { return help(described(*app)); }));
    app_->require_subcommand(1);
    app_->set_version_flag("--version", version_);
    explained_[app_.get()] = explanation;
}

CommandLine::~CommandLine() = default;

CommandDeclaration CommandLine::command(const char* name, const char* does, VersionFlag version) {
    CLI::App& app = *app_->add_subcommand(name, does);
    if (version == VersionFlag::programs) app.set_version_flag("--version", version_);
    return {*this, app};
}

CommandDescription CommandLine::description() const { return described(*app_, {}, {}); }

CommandDescription CommandLine::described(const CLI::App& command) const {
    std::vector<std::string> path;
    std::vector<ArgumentDescription> outer;
    for (const CLI::App* app = &command; app->get_parent(); app = app->get_parent()) {
        path.insert(path.begin(), app->get_name());
        if (app == &command) continue;
        CommandDescription parent;
        take_parameters(*app, parent, general_group);
        outer.insert(outer.begin(), parent.arguments.begin(), parent.arguments.end());
    }
    return described(command, std::move(path), std::move(outer));
}

CommandDescription CommandLine::described(const CLI::App& app, std::vector<std::string> path,
                                          std::vector<ArgumentDescription> outer) const {
    CommandDescription command;
    command.path = std::move(path);
    command.does = app.get_description();
    command.outer = std::move(outer);
    take_parameters(app, command, general_group);
    if (const auto found = explained_.find(&app); found != explained_.end()) command.explanation = found->second;
    for (const CLI::App* one : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (is_choice(*one)) {
            ChoiceDescription choice{one->get_description(), one->get_require_option_min() > 0, {}, {}};
            take_parameters(*one, choice, general_group);
            command.choices.push_back(std::move(choice));
            continue;
        }
        auto further = command.path;
        further.push_back(one->get_name());
        command.acts.push_back(described(*one, std::move(further), command.arguments));
    }
    return command;
}

Exit CommandLine::run(int argc, char** argv, const Terminal& terminal) {
    try {
        app_->parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        if (problem.get_exit_code() == 0) { // --help and --version are answers
            app_->exit(problem, terminal.out, terminal.err);
            return Exit::done;
        }
        const CLI::App* reached = app_.get();
        while (!reached->get_subcommands().empty()) reached = reached->get_subcommands().front();
        const CommandDescription command = described(*reached);
        tell(terminal, app_->get_name(), misuse(command, app_->remaining(true), problem.what()));
        std::string help = app_->get_name();
        for (const std::string& word : command.path) help += " " + word;
        terminal.err << "Usage: " << command.usage() << "\nLook at `" << help << " --help`.\n";
        return Exit::bad_input;
    }
    return exit_;
}

} // namespace desk::native
