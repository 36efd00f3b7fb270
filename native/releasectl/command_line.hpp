// The command line as a whole: its commands are declared to it, it reads the words and says what may stand there.
#pragma once

#include "native/releasectl/declaration.hpp"
#include "native/releasectl/description.hpp"
#include "native/releasectl/terminal.hpp"

#include <map>
#include <memory>
#include <string>

namespace desk::native {

// Who answers --version of a command: the program, or a flag of the command's own.
enum class VersionFlag { programs, own };

class CommandLine {
public:
    using Help = std::string (*)(const CommandDescription&); // what --help answers

    CommandLine(const char* name, const char* does, const Explanation& explanation, std::string version, Help help);
    ~CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    // A command, with --help and --version.
    CommandDeclaration command(const char* name, const char* does, VersionFlag version = VersionFlag::programs);

    // The program, with all commands that are declared by now.
    CommandDescription description() const;
    const std::string& version() const { return version_; } // "releasectl 0.1.0"

    // Carries out the command that the words name, or answers --help and --version. Wrong words are told.
    Exit run(int argc, char** argv, const Terminal& terminal);

private:
    friend class Parameter;
    friend class CommandDeclaration;

    static constexpr const char* general_group = "General"; // of flags that every command has

    CommandDescription described(const CLI::App& command) const;
    CommandDescription described(const CLI::App& app, std::vector<std::string> path,
                                 std::vector<ArgumentDescription> outer) const;

    std::unique_ptr<CLI::App> app_;
    std::string version_;
    std::map<const CLI::App*, Explanation> explained_;
    Exit exit_ = Exit::done; // of the command that ran
};

} // namespace desk::native
