// The program: its commands, each declared and carried out in a file of its own.
#pragma once

#include "native/releasectl/command_line.hpp"
#include "native/releasectl/terminal.hpp"

namespace desk::native {

// What 1 means of every command that changes a release.
inline constexpr const char* refused_words = "refused; every reason is on stderr, and nothing has changed";

struct Program {
    CommandLine line;
    Terminal terminal;
};

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
void add_seal(Program& program);
void add_verify(Program& program);
void add_workspace(Program& program); // pack, unpack
void add_completion(Program& program);
void add_manual(Program& program); // man

} // namespace desk::native
