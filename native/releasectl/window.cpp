// `window`: when the release may be deployed; `freeze`: when nothing may.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"
#include "native/releasectl/window_words.hpp"

#include "core/status/status_json.hpp"
#include "core/windows/conflicts.hpp"
#include "core/windows/free_slot.hpp"

#include "native/system/system.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>

namespace desk::native {

namespace {

struct WindowOptions {
    Flags flags;
    std::string file, start, end, zone, reason, id;
    std::optional<std::string> none;
    bool all = false;
};

using Shared = std::shared_ptr<WindowOptions>;

constexpr const char* freeze_example =
    "releasectl freeze checkout.release.json add --start 2026-12-21T00:00 --end 2027-01-04T09:00 --zone Europe/Berlin "
    "--reason Holidays --by Ana";

Exit set_window(const Terminal& terminal, const WindowOptions& o) {
    if (!o.none && (o.start.empty() || o.end.empty() || o.zone.empty())) {
        tell(terminal, "window", "say when, by --start, --end and --zone, or --none REASON");
        return Exit::bad_input;
    }
    return carry_out(
        terminal, o.file, o.flags,
        o.none ? command::SetWindow{"", "", "", *o.none} : command::SetWindow{o.start, o.end, o.zone},
        [&](const Release& release) { return window_text(release, moment(o.flags)); },
        [&](const Release& release, const Surroundings& around, Json* answer) {
            if (answer) (*answer)["window_conflicts"] = blockers_json(window_conflicts(release, around));
            tell_conflicts(terminal, o.file, release, around);
        });
}

std::vector<Parameter> add_times(const CommandDeclaration& command, WindowOptions& o) {
    return {command.flag("--start", o.start, "T", "Local time, such as 2026-11-25T21:00"),
            command.flag("--end", o.end, "T", "Local time, after it"),
            command.flag("--zone", o.zone, "ZONE", "IANA time zone of both, such as Europe/Berlin")};
}

// The freeze that is meant: the one named, or the only one.
OrExit<std::string> meant(const Terminal& terminal, const WindowOptions& o, const Release& release) {
    if (!o.id.empty()) return o.id;
    const auto& freezes = release.state().freezes;
    if (freezes.size() == 1) return freezes.front().id;
    tell(terminal, o.file,
         freezes.empty() ? "no freeze is recorded on this release"
                         : "more than one freeze is recorded: name it with --id, as `show` lists them");
    return tl::make_unexpected(Exit::bad_input);
}

void add_freeze_acts(Program& program, const CommandDeclaration& freeze, const Shared& o) {
    const CommandDeclaration add = freeze.act("add", "Nothing of the product is deployed in this time",
                                              {"the freeze is recorded", refused_words, freeze_example});
    for (const Parameter& time : add_times(add, *o)) time.required();
    add.flag("--reason", o->reason, "REASON", "Why").required();
    add.flag("--all", o->all, "It holds for all products");
    add_change_flags(add, o->flags);
    add.runs([&program, o] {
        return carry_out(program.terminal, o->file, o->flags,
                         command::AddFreeze{fresh_name(), o->start, o->end, o->zone, o->reason, o->all},
                         [&](const Release&) { return "Freeze: " + o->reason; });
    });

    const CommandDeclaration lift =
        freeze.act("lift", "The freeze is over",
                   {"the freeze is lifted", refused_words, "releasectl freeze checkout.release.json lift --by Ana"});
    lift.flag("--id", o->id, "ID", "Which one, if there are several");
    add_change_flags(lift, o->flags);
    lift.runs([&program, o] {
        return carry_out(
            program.terminal, o->file, o->flags,
            [&](const Release& release) -> OrExit<std::vector<Command>> {
                const auto id = meant(program.terminal, *o, release);
                if (!id) return tl::make_unexpected(id.error());
                return std::vector<Command>{command::LiftFreeze{*id}};
            },
            [](const Release&) { return std::string("Freeze lifted"); });
    });
}

} // namespace

void add_window(Program& program) {
    auto o = std::make_shared<WindowOptions>();
    const CommandDeclaration command =
        program.line.command("window", "Set when it may be deployed; says what speaks against it, and a free slot");
    command.argument("FILE", o->file, "The release").required();
    const std::vector<Parameter> times = add_times(command, *o);
    const Parameter none = command.flag("--none", o->none, "REASON", "No window is needed, and why");
    for (const Parameter& time : times) none.excludes(time);
    add_siblings(command, o->flags);
    add_change_flags(command, o->flags);
    command.explain({"the window is set; what speaks against it is on stderr", refused_words,
                     "releasectl window checkout.release.json --start 2026-11-25T21:00 --end 2026-11-25T22:30 --zone "
                     "Europe/Berlin --by Ana"});
    command.runs([&program, o] { return set_window(program.terminal, *o); });

    auto f = std::make_shared<WindowOptions>();
    const CommandDeclaration freeze =
        program.line.command("freeze", "Record that nothing is deployed in a time, or lift that");
    freeze.argument("FILE", f->file, "The release on which it is recorded").required();
    freeze.explain({"recorded, or lifted", refused_words, freeze_example});
    add_freeze_acts(program, freeze, f);
}

} // namespace desk::native
