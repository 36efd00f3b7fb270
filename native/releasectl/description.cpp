#include "native/releasectl/description.hpp"

#include <algorithm>

namespace desk::native {

namespace {

constexpr const char* bad_input_words = "bad input or wrong usage; what is wrong is on stderr";

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
