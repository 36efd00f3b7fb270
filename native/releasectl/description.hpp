// What the program's declarations say, as data. Help, completion and the manual are printed from it, and the same
// declarations parse the command line: nothing is described twice.
#pragma once

#include "native/releasectl/declaration.hpp"

#include <string>
#include <utility>
#include <vector>

namespace desk::native {

struct ArgumentDescription {
    std::string name; // "FILE"
    std::string text;
    bool required = true, repeated = false;
};

struct FlagDescription {
    std::vector<std::string> names; // "-o", "--output"
    std::string value;              // what it takes, "FILE"; empty: nothing
    std::string text;
    bool required = false, repeated = false;
    bool general = false; // every command has it
};

// Arguments and flags of which one, or at most one, may stand.
struct ChoiceDescription {
    std::string text; // "At most one of these"
    bool required = false;
    std::vector<ArgumentDescription> arguments;
    std::vector<FlagDescription> flags;
};

struct CommandDescription {
    std::vector<std::string> path; // "incident", "open"; empty: the program
    std::string does;
    std::vector<ArgumentDescription> outer; // of the command that this is an act of: they stand before its name
    std::vector<ArgumentDescription> arguments;
    std::vector<ChoiceDescription> choices;
    std::vector<FlagDescription> flags; // others than those of choices
    std::vector<CommandDescription> acts;
    Explanation explanation;

    std::string usage() const; // "releasectl vote FILE ROLE (--go | --no-go REASON | --withdraw) [flags]"
    // In the order in which they may be typed; those of choices too.
    std::vector<ArgumentDescription> all_arguments() const;
    std::vector<FlagDescription> all_flags() const;
};

// "-o, --output FILE"
std::string flag_words(const FlagDescription& flag);

// The three ways in which every command ends, in words: "0", "done".
std::vector<std::pair<std::string, std::string>> exit_statuses(const Explanation& explanation);

} // namespace desk::native
