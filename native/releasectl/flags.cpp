#include "native/releasectl/flags.hpp"

#include "core/time/rfc3339.hpp"
#include "native/system/system.hpp"

namespace desk::native {

void add_json(CLI::App& command, Flags& flags) { command.add_flag("--json", flags.json, "Answer with data (JSON)"); }

void add_author(CLI::App& command, Flags& flags) {
    command.add_option("--by", flags.by, "Who acts: a person's name")->envname("RELEASECTL_BY")->type_name("NAME");
}

void add_moment(CLI::App& command, Flags& flags) {
    command.add_option("--at", flags.at, "This moment instead of now: RFC 3339, such as 2026-11-25T20:00:00Z")
        ->type_name("TIME");
}

void add_output(CLI::App& command, Flags& flags, const char* help) {
    command.add_option("-o,--output", flags.output, help)->type_name("FILE");
}

void add_siblings(CLI::App& command, Flags& flags) {
    add_repeated(command, "--with", flags.with,
                 "Another release of the product, for what releases must know of each other: a version that is taken, an "
                 "incident that is open")
        ->type_name("FILE");
}

void add_change_flags(CLI::App& command, Flags& flags) {
    add_author(command, flags);
    add_moment(command, flags);
    add_output(command, flags, "Write here instead of in place; \"-\" for stdout");
    add_json(command, flags);
}

CLI::Option* add_repeated(CLI::App& command, const char* names, std::vector<std::string>& values, const char* help) {
    return command.add_option(names, values, help)->type_size(1)->allow_extra_args(false);
}

tl::expected<std::int64_t, std::string> moment(const Flags& flags) {
    if (flags.at.empty())
        return now_ms();
    if (const auto given = parse_rfc3339(flags.at))
        return *given;
    return tl::make_unexpected("\"" + flags.at + "\" is not a time: write it like 2026-11-25T20:00:00Z");
}

} // namespace desk::native
