#include "native/releasectl/flags.hpp"

#include "core/time/rfc3339.hpp"
#include "native/system/system.hpp"

namespace desk::native {

namespace {

std::string flaw_of_time(const std::string& text) {
    return parse_rfc3339(text) ? "" : "\"" + text + "\" is not a time: write it like 2026-11-25T20:00:00Z";
}

} // namespace

void add_general(const Parameters& command, Flags& flags) {
    command.flag("--json", flags.json, "Answer with data (JSON)").general();
    command.flag("--by", flags.by, "NAME", "Who acts: a person's name; else what RELEASECTL_BY says")
        .else_from("RELEASECTL_BY")
        .general();
    add_time(command, "--at", flags.at, "This moment instead of now: RFC 3339, such as 2026-11-25T20:00:00Z").general();
}

Parameter add_output(const Parameters& command, Flags& flags, const char* help) {
    return command.flag("-o,--output", flags.output, "FILE", help);
}

void add_siblings(const Parameters& command, Flags& flags) {
    command.flag(
        "--with", flags.with, "FILE",
        "Another release, for what releases must know of each other: of the product a version that is taken and an "
        "incident that is open, of any a window at the same time and a freeze");
}

void add_change_flags(const Parameters& command, Flags& flags) {
    add_output(command, flags, "Write here instead of in place; \"-\" for stdout");
    add_general(command, flags);
}

Parameter add_time(const Parameters& command, const char* name, std::string& value, const char* help) {
    return command.flag(name, value, "TIME", help).checked(flaw_of_time);
}

std::int64_t moment(const Flags& flags) { return parse_rfc3339(flags.at).value_or(now_ms()); }

} // namespace desk::native
