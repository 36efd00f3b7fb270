#include "native/releasectl/flags.hpp"

#include "core/time/rfc3339.hpp"
#include "native/system/system.hpp"

namespace desk::native {

namespace {

std::string flaw_of_time(const std::string& text) {
    return parse_rfc3339(text) ? "" : "\"" + text + "\" is not a time: write it like 2026-11-25T20:00:00Z";
}

} // namespace

void add_general(CLI::App& command, Flags& flags) {
    command.add_flag("--json", flags.json, "Answer with data (JSON)")->group(general_group);
    command.add_option("--by", flags.by, "Who acts: a person's name; else what RELEASECTL_BY says")
        ->envname("RELEASECTL_BY")
        ->type_name("NAME")
        ->group(general_group);
    add_time(command, "--at", flags.at, "This moment instead of now: RFC 3339, such as 2026-11-25T20:00:00Z")
        ->group(general_group);
}

void add_output(CLI::App& command, Flags& flags, const char* help) {
    command.add_option("-o,--output", flags.output, help)->type_name("FILE");
}

void add_siblings(CLI::App& command, Flags& flags) {
    add_repeated(
        command, "--with", flags.with,
        "Another release, for what releases must know of each other: of the product a version that is taken and an "
        "incident that is open, of any a window at the same time and a freeze")
        ->type_name("FILE");
}

void add_change_flags(CLI::App& command, Flags& flags) {
    add_output(command, flags, "Write here instead of in place; \"-\" for stdout");
    add_general(command, flags);
}

CLI::Option* add_time(CLI::App& command, const char* name, std::string& value, const char* help) {
    return command.add_option(name, value, help)->type_name("TIME")->check(flaw_of_time);
}

CLI::Option* add_repeated(CLI::App& command, const char* names, std::vector<std::string>& values, const char* help) {
    return command.add_option(names, values, help)->type_size(1)->allow_extra_args(false);
}

std::int64_t moment(const Flags& flags) { return parse_rfc3339(flags.at).value_or(now_ms()); }

} // namespace desk::native
