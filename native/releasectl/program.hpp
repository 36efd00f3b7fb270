// The program: its commands, each declared and carried out in a file of its own.
#pragma once

#include "native/releasectl/terminal.hpp"

#include <CLI/CLI.hpp>

#include <map>
#include <string>

namespace desk::native {

// What help and manual say of a command beside its declaration.
struct Explanation {
    const char* done = "done"; // what exit status 0 means
    const char* no = nullptr;  // what 1 means; null: it does not end so
    const char* example = "";  // a command line
};

// What 1 means of every command that changes a release.
inline constexpr const char* refused_words = "refused; every reason is on stderr, and nothing has changed";

struct Program {
    CLI::App app;
    Terminal terminal;
    Exit exit = Exit::done; // of the command that ran
    std::map<const CLI::App*, Explanation> explained = {};
};

// Every command and every act of one is explained, where it is declared.
void explain(Program& program, const CLI::App& command, const Explanation& explanation);

// A command of the program, with --help and --version. `own_version` leaves --version to the command itself.
enum class VersionFlag { programs, own };
CLI::App* add_command(Program& program, const char* name, const char* does,
                      VersionFlag version = VersionFlag::programs);

// An act of a command: "open" of "incident". Explained too.
CLI::App* add_act(Program& program, CLI::App& command, const char* name, const char* does,
                  const Explanation& explanation);

void add_new(Program& program);
void add_show(Program& program);
void add_people(Program& program); // assign, unassign
void add_mark(Program& program);
void add_set(Program& program);
void add_vote(Program& program);
void add_window(Program& program); // window, freeze
void add_gate(Program& program);   // gate, advance
void add_incident(Program& program);
void add_retro(Program& program);
void add_log(Program& program); // log, undo
void add_merge(Program& program);
void add_conflicts(Program& program); // conflicts, resolve
void add_diff(Program& program);
void add_notes(Program& program);
void add_announce(Program& program);
void add_calendar(Program& program);
void add_guide(Program& program); // guide, adopt
void add_metrics(Program& program);
void add_verify(Program& program);
void add_workspace(Program& program); // pack, unpack
void add_completion(Program& program);
void add_manual(Program& program); // man

// "releasectl 0.1.0"
std::string version_line();

} // namespace desk::native
