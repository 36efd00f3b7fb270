#include "native/releasectl/description.hpp"

#include <algorithm>

namespace desk::native {

namespace {

constexpr const char* bad_input_words = "bad input or wrong usage; what is wrong is on stderr";

bool is_choice(const CLI::App& app) { return app.get_name().empty() && app.get_parent() != nullptr; }

std::string value_of(const CLI::Option& option) {
    if (option.get_items_expected_max() == 0) return {};
    const std::string type = option.get_type_name();
    return type.substr(0, type.find(':')); // without what a check calls itself
}

// Flags that may stand several times are declared as lists that take one value at a time (add_repeated).
bool repeated(const CLI::Option& option) { return option.get_items_expected_max() > 1; }

ArgumentDescription argument_of(const CLI::Option& option) {
    return {option.get_name(true, false), option.get_description(), option.get_required(), repeated(option)};
}

FlagDescription flag_of(const CLI::App& app, const CLI::Option& option) {
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

template <typename Into> void take_options(const CLI::App& app, Into& into) {
    for (const CLI::Option* option : app.get_options({})) {
        if (is_choice(app) && option == app.get_help_ptr()) continue; // it is the command's
        if (option->get_positional())
            into.arguments.push_back(argument_of(*option));
        else
            into.flags.push_back(flag_of(app, *option));
    }
}

std::string argument_words(const ArgumentDescription& argument) {
    const std::string words = argument.name + (argument.repeated ? "…" : "");
    return argument.required ? words : "[" + words + "]";
}

std::string choice_words(const ChoiceDescription& choice) {
    std::string words;
    const auto add = [&](const std::string& one) { words += (words.empty() ? "" : " | ") + one; };
    for (const ArgumentDescription& argument : choice.arguments) add(argument.name);
    for (const FlagDescription& flag : choice.flags)
        add(flag.names.back() + (flag.value.empty() ? "" : " " + flag.value));
    return choice.required ? "(" + words + ")" : "[" + words + "]";
}

CommandDescription described(const Program& program, const CLI::App& app, std::vector<std::string> path,
                             std::vector<ArgumentDescription> outer) {
    CommandDescription command;
    command.path = std::move(path);
    command.does = app.get_description();
    command.outer = std::move(outer);
    take_options(app, command);
    if (const auto found = program.explained.find(&app); found != program.explained.end())
        command.explanation = found->second;
    for (const CLI::App* one : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (is_choice(*one)) {
            ChoiceDescription choice{one->get_description(), one->get_require_option_min() > 0, {}, {}};
            take_options(*one, choice);
            command.choices.push_back(std::move(choice));
            continue;
        }
        auto further = command.path;
        further.push_back(one->get_name());
        command.acts.push_back(described(program, *one, std::move(further), command.arguments));
    }
    return command;
}

} // namespace

std::string CommandDescription::usage() const {
    std::string words = "releasectl";
    for (std::size_t at = 0; at < path.size(); ++at) {
        words += " " + path[at];
        if (at == 0)
            for (const ArgumentDescription& argument : outer) words += " " + argument_words(argument);
    }
    for (const ArgumentDescription& argument : arguments) words += " " + argument_words(argument);
    if (!acts.empty()) words += path.empty() ? " COMMAND …" : " ACT …";
    for (const FlagDescription& flag : flags)
        if (flag.required) words += " " + flag.names.back() + " " + flag.value;
    for (const ChoiceDescription& choice : choices) words += " " + choice_words(choice);
    return words + " [flags]";
}

std::vector<ArgumentDescription> CommandDescription::all_arguments() const {
    std::vector<ArgumentDescription> all = arguments;
    for (const ChoiceDescription& choice : choices)
        all.insert(all.end(), choice.arguments.begin(), choice.arguments.end());
    return all;
}

std::vector<FlagDescription> CommandDescription::all_flags() const {
    std::vector<FlagDescription> all;
    for (const ChoiceDescription& choice : choices) all.insert(all.end(), choice.flags.begin(), choice.flags.end());
    all.insert(all.end(), flags.begin(), flags.end());
    std::stable_partition(all.begin(), all.end(), [](const FlagDescription& flag) { return !flag.general; });
    return all;
}

CommandDescription describe(const Program& program) { return described(program, program.app, {}, {}); }

CommandDescription describe(const Program& program, const CLI::App& command) {
    std::vector<std::string> path;
    std::vector<ArgumentDescription> outer;
    for (const CLI::App* app = &command; app->get_parent(); app = app->get_parent()) {
        path.insert(path.begin(), app->get_name());
        if (app == &command) continue;
        CommandDescription parent;
        take_options(*app, parent);
        outer.insert(outer.begin(), parent.arguments.begin(), parent.arguments.end());
    }
    return described(program, command, std::move(path), std::move(outer));
}

std::string flag_words(const FlagDescription& flag) {
    std::string words;
    for (const std::string& name : flag.names) words += (words.empty() ? "" : ", ") + name;
    return flag.value.empty() ? words : words + " " + flag.value;
}

std::vector<std::pair<std::string, std::string>> exit_statuses(const Explanation& explanation) {
    std::vector<std::pair<std::string, std::string>> statuses = {{"0", explanation.done}};
    if (explanation.no) statuses.emplace_back("1", explanation.no);
    statuses.emplace_back("2", bad_input_words);
    return statuses;
}

} // namespace desk::native
