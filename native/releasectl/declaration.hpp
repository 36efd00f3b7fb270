// What a command says of its own command line: arguments, flags, choices among them, acts. Command lines are read by it
// (command_line.hpp), and help, manual and completion are printed from it (description.hpp).
//
// CLI11, which does the reading, takes seconds to compile: nothing of it is seen here, so that each command does not
// pay for it. Everything declared belongs to the CommandLine; the classes are handles to it, to be copied freely.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace desk::native {

class CommandLine;
enum class Exit : int;

// What help and manual say of a command beside its declaration.
struct Explanation {
    const char* done = "done"; // what exit status 0 means
    const char* no = nullptr;  // what 1 means; null: it does not end so
    const char* example = "";  // a command line
};

// An argument or a flag.
class Parameter {
public:
    explicit Parameter(CLI::Option& option) : option_(&option) {}

    Parameter required() const;
    Parameter general() const; // every command has it: help lists it apart
    Parameter needs(const Parameter& other) const;
    Parameter excludes(const Parameter& other) const;
    Parameter else_from(const char* variable) const; // of the environment, where the words do not say it
    Parameter one_of(const std::vector<std::string>& words) const;
    Parameter same_as(const char* word, const char* meant) const; // `word` is read as `meant`
    Parameter positive() const;                                   // a number from 1
    // `flaw` says what is wrong with a text; empty: nothing.
    Parameter checked(std::function<std::string(const std::string&)> flaw) const;

private:
    CLI::Option* option_;
};

// The arguments and flags of a command, or of a choice. What the words say goes to `into`, which has to be there as
// long as the CommandLine and keeps what it holds where they say nothing. `value` is what help calls what a flag takes.
class Parameters {
public:
    explicit Parameters(CLI::App& app) : app_(&app) {}

    Parameter argument(const char* name, std::string& into, const char* text) const;
    Parameter argument(const char* name, int& into, const char* text) const;
    Parameter argument(const char* name, std::vector<std::string>& into, const char* text) const; // one or more

    Parameter flag(const char* names, bool& into, const char* text) const;
    Parameter flag(const char* names, std::string& into, const char* value, const char* text) const;
    Parameter flag(const char* names, std::optional<std::string>& into, const char* value, const char* text) const;
    Parameter flag(const char* names, int& into, const char* value, const char* text) const;
    Parameter flag(const char* names, std::size_t& into, const char* value, const char* text) const;
    // May stand several times, with one value each.
    Parameter flag(const char* names, std::vector<std::string>& into, const char* value, const char* text) const;

protected:
    CLI::App* app_;
};

// A command, or an act of one: "open" of "incident".
class CommandDeclaration : public Parameters {
public:
    CommandDeclaration(CommandLine& line, CLI::App& app) : Parameters(app), line_(&line) {}

    // Parameters of which one must stand, or one may. `name` is what messages call them.
    Parameters one_of(const char* name) const;
    Parameters at_most_one_of(const char* name) const;

    // A command with acts is carried out by one of them.
    CommandDeclaration act(const char* name, const char* does, const Explanation& explanation) const;
    void runs(std::function<Exit()> carry_out) const;

    // Every command is explained, where it is declared.
    void explain(const Explanation& explanation) const;

private:
    CommandLine* line_;
};

} // namespace desk::native
