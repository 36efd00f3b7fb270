// `releasectl`: the core without a window. One command a run; its exit status is the answer.
#include "native/releasectl/help.hpp"
#include "native/releasectl/program.hpp"

#include <clocale>
#include <iostream>

namespace {

using namespace desk::native;

void declare(Program& program) {
    add_new(program);
    add_show(program);
    add_people(program);
    add_mark(program);
    add_set(program);
    add_vote(program);
    add_window(program);
    add_gate(program);
    add_incident(program);
    add_retro(program);
    add_log(program);
    add_merge(program);
    add_conflicts(program);
    add_diff(program);
    add_notes(program);
    add_announce(program);
    add_calendar(program);
    add_guide(program);
    add_metrics(program);
    add_seal(program);
    add_verify(program);
    add_workspace(program);
    add_completion(program);
    add_manual(program);
}

Exit run(int argc, char** argv) {
    Program program{CommandLine("releasectl",
                                "Runs a release by the OctoAcme guide, on files. FILE may be \"-\" for stdin; what is "
                                "changed then goes to stdout. Answers go to stdout, messages to stderr.",
                                {"done, or yes", "no: refused, gate closed, conflicts or forks left",
                                 "releasectl new --product Checkout --version 4.2.0 --type minor -o "
                                 "checkout.release.json --by Ana"},
                                "releasectl " DESK_VERSION, help_text),
                    {std::cin, std::cout, std::cerr}};
    for (int at = 1; at < argc; ++at)
        if (!is_utf8(argv[at])) {
            tell(program.terminal, "releasectl", "argument " + std::to_string(at) + " is not UTF-8 text");
            return Exit::bad_input;
        }
    declare(program);
    return program.line.run(argc, argv, program.terminal);
}

} // namespace

int main(int argc, char** argv) {
    std::setlocale(LC_CTYPE, "C.UTF-8"); // widths of characters; nothing else depends on the locale
    std::ios::sync_with_stdio(false);
    return static_cast<int>(run(argc, argv));
}
