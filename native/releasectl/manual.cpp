// `man`: the manual page, in roff, printed from the same declarations as --help.
#include "native/releasectl/description.hpp"
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include <cstdio>
#include <memory>

namespace desk::native {

namespace {

// Text as roff prints it, in ASCII: every other character by its number, hyphens as those that can be copied.
std::string roff(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        if (first < 0x80) {
            const char c = text[at++];
            if (c == '\\')
                out += "\\e";
            else if (c == '-')
                out += "\\-";
            else if (c == '\'')
                out += "\\(aq";
            else if (c == '`')
                out += "\\(ga";
            else if (c == '~')
                out += "\\(ti";
            else if (c == '^')
                out += "\\(ha";
            else if (c == '"')
                out += "\\(dq";
            else
                out += c;
            continue;
        }
        const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        unsigned long code = first & (0x7FU >> length);
        for (std::size_t i = 1; i < length; ++i) code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        at += length;
        char number[16];
        std::snprintf(number, sizeof number, "\\[u%04lX]", code);
        out += number;
    }
    // A period at the beginning of a line would be a request.
    return !out.empty() && out.front() == '.' ? "\\&" + out : out;
}

std::string bold(const std::string& text) { return "\\fB" + roff(text) + "\\fR"; }
std::string item(const std::string& name, const std::string& text) { return ".TP\n" + name + "\n" + roff(text) + "\n"; }

std::string flag_item(const FlagDescription& flag) {
    std::string name;
    for (const std::string& one : flag.names) name += (name.empty() ? "" : ", ") + bold(one);
    if (!flag.value.empty()) name += " \\fI" + roff(flag.value) + "\\fR";
    return item(name,
                flag.text + (flag.required ? " (required)" : "") + (flag.repeated ? " (may stand several times)" : ""));
}

std::string statuses(const Explanation& explanation) {
    std::string text;
    for (const auto& [status, words] : exit_statuses(explanation)) text += item(bold(status), words);
    return text;
}

std::string command_section(const CommandDescription& command) {
    std::string name;
    for (const std::string& word : command.path) name += (name.empty() ? "" : " ") + word;
    std::string text = ".SS " + roff(name) + "\n" + roff(command.does + ".") + "\n.PP\n" + bold(command.usage()) + "\n";
    for (const ArgumentDescription& one : command.all_arguments())
        text += item("\\fI" + roff(one.name) + "\\fR", one.text);
    for (const FlagDescription& flag : command.all_flags())
        if (!flag.general) text += flag_item(flag);
    // Acts are told in full after it.
    if (command.acts.empty())
        text += ".PP\nExit status: 0, " + roff(command.explanation.done) +
                (command.explanation.no ? "; 1, " + roff(command.explanation.no) : "") +
                ".\n.PP\nExample:\n.PP\n.nf\n" + roff(command.explanation.example) + "\n.fi\n";
    for (const CommandDescription& act : command.acts) text += command_section(act);
    return text;
}

std::string manual_page(const CommandDescription& program, const std::string& version) {
    std::string text = ".TH RELEASECTL 1 \"\" \"" + roff(version) +
                       "\" \"OctoAcme Release Desk\"\n"
                       ".SH NAME\nreleasectl \\- run a release by the OctoAcme guide, on files\n"
                       ".SH SYNOPSIS\n" +
                       bold(program.usage()) +
                       "\n"
                       ".SH DESCRIPTION\n" +
                       roff(program.does) + "\n";
    text += ".PP\n" +
            roff("Files are changed in place, under a lock, all or nothing; -o writes elsewhere. Each change is "
                 "made in somebody's name, by --by or RELEASECTL_BY.") +
            "\n";
    text += ".SH COMMANDS\n";
    for (const CommandDescription& command : program.acts) text += command_section(command);
    text += ".SH \"GENERAL FLAGS\"\n" +
            roff("Of every command that reads or changes releases; --help and --version of all:") + "\n";
    for (const FlagDescription& flag : program.acts.front().all_flags())
        if (flag.general) text += flag_item(flag);
    text += ".SH \"EXIT STATUS\"\n" + statuses(program.explanation);
    text += ".SH ENVIRONMENT\n" + item(bold("RELEASECTL_BY"), "Who acts, where --by does not say so.");
    text += ".SH FILES\n" + item("\\fI*.release.json\\fR", "One release, octoacme-release/1.") +
            item("\\fI*.workspace.json\\fR", "Several releases, octoacme-workspace/1.");
    return text + ".SH EXAMPLES\n.nf\n" + roff(program.explanation.example) + "\n.fi\n";
}

} // namespace

void add_manual(Program& program) {
    auto flags = std::make_shared<Flags>();
    const CommandDeclaration command = program.line.command("man", "Print the manual page, for `man -l -`");
    add_output(command, *flags, "Write here instead of to stdout");
    command.explain({"the page is printed", nullptr, "releasectl man | man -l -"});
    command.runs([&program, flags] {
        return answer(program.terminal, flags->output, manual_page(program.line.description(), program.line.version()));
    });
}

} // namespace desk::native
