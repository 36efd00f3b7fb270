#include "native/releasectl/declaration.hpp"

#include "native/releasectl/command_line.hpp"
#include "native/releasectl/terminal.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>

namespace desk::native {

namespace {

template <typename T> Parameter valued(CLI::App& app, const char* names, T& into, const char* value, const char* text) {
    return Parameter(*app.add_option(names, into, text)->type_name(value));
}

Parameters choice(CLI::App& app, const char* name, const char* text, std::size_t least) {
    CLI::Option_group& group = *app.add_option_group(name, text);
    group.require_option(least, 1);
    return Parameters(group);
}

} // namespace

Parameter Parameter::required() const {
    option_->required();
    return *this;
}

Parameter Parameter::general() const {
    option_->group(CommandLine::general_group);
    return *this;
}

Parameter Parameter::needs(const Parameter& other) const {
    option_->needs(other.option_);
    return *this;
}

Parameter Parameter::excludes(const Parameter& other) const {
    option_->excludes(other.option_);
    return *this;
}

Parameter Parameter::else_from(const char* variable) const {
    option_->envname(variable);
    return *this;
}

Parameter Parameter::one_of(const std::vector<std::string>& words) const {
    return checked([words](const std::string& word) {
        const bool known = std::find(words.begin(), words.end(), word) != words.end();
        return known ? std::string() : "\"" + word + "\" is none of these: " + joined(words);
    });
}

Parameter Parameter::same_as(const char* word, const char* meant) const {
    const std::map<std::string, std::string> meanings = {{word, meant}};
    option_->transform(CLI::Transformer(meanings).description("")); // it would become part of the value's name
    return *this;
}

Parameter Parameter::positive() const {
    return checked([](const std::string& word) {
        const bool number = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
        const bool positive = number && word.find_first_not_of('0') != std::string::npos;
        return positive ? std::string() : "\"" + word + "\" is not a number from 1 on";
    });
}

Parameter Parameter::checked(std::function<std::string(const std::string&)> flaw) const {
    option_->check(std::move(flaw));
    return *this;
}

Parameter Parameters::argument(const char* name, std::string& into, const char* text) const {
    return Parameter(*app_->add_option(name, into, text));
}

Parameter Parameters::argument(const char* name, int& into, const char* text) const {
    return Parameter(*app_->add_option(name, into, text));
}

Parameter Parameters::argument(const char* name, std::vector<std::string>& into, const char* text) const {
    return Parameter(*app_->add_option(name, into, text));
}

Parameter Parameters::flag(const char* names, bool& into, const char* text) const {
    return Parameter(*app_->add_flag(names, into, text));
}

Parameter Parameters::flag(const char* names, std::string& into, const char* value, const char* text) const {
    return valued(*app_, names, into, value, text);
}

Parameter Parameters::flag(const char* names, std::optional<std::string>& into, const char* value,
                           const char* text) const {
    return valued(*app_, names, into, value, text);
}

Parameter Parameters::flag(const char* names, int& into, const char* value, const char* text) const {
    return valued(*app_, names, into, value, text);
}

Parameter Parameters::flag(const char* names, std::size_t& into, const char* value, const char* text) const {
    return valued(*app_, names, into, value, text);
}

Parameter Parameters::flag(const char* names, std::vector<std::string>& into, const char* value,
                           const char* text) const {
    return Parameter(*app_->add_option(names, into, text)->type_size(1)->allow_extra_args(false)->type_name(value));
}

Parameters CommandDeclaration::one_of(const char* name) const { return choice(*app_, name, "One of these", 1); }

Parameters CommandDeclaration::at_most_one_of(const char* name) const {
    return choice(*app_, name, "At most one of these", 0);
}

CommandDeclaration CommandDeclaration::act(const char* name, const char* does, const Explanation& explanation) const {
    CommandDeclaration act(*line_, *app_->add_subcommand(name, does));
    act.app_->set_version_flag("--version", line_->version_);
    act.explain(explanation);
    app_->require_subcommand(1);
    return act;
}

void CommandDeclaration::runs(std::function<Exit()> carry_out) const {
    app_->callback([line = line_, carry_out = std::move(carry_out)] { line->exit_ = carry_out(); });
}

void CommandDeclaration::explain(const Explanation& explanation) const { line_->explained_[app_] = explanation; }

} // namespace desk::native
