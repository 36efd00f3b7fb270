// `calendar`: the deployment windows of releases as a calendar file.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"
#include "native/releasectl/window_words.hpp"

#include "core/windows/calendar.hpp"

#include <memory>

namespace desk::native {

namespace {

struct CalendarOptions {
    Flags flags;
    std::vector<std::string> files;
};

Exit write_calendar(const Terminal& terminal, const CalendarOptions& o) {
    auto around = surroundings(terminal, o.flags);
    if (!around) return around.error();
    std::vector<Release> releases;
    for (const std::string& file : o.files) {
        auto release = read_release(terminal, file);
        if (!release) return release.error();
        around->siblings.push_back(sibling_of(*release));
        releases.push_back(std::move(*release));
    }
    std::vector<const Release*> shown;
    bool conflicts = false;
    for (std::size_t at = 0; at < releases.size(); ++at) {
        shown.push_back(&releases[at]);
        conflicts |= tell_conflicts(terminal, o.files[at], releases[at], *around);
    }
    const Exit answered = answer(terminal, o.flags.output, calendar_text(shown, *around));
    if (answered != Exit::done) return answered;
    return conflicts ? Exit::no : Exit::done;
}

} // namespace

void add_calendar(Program& program) {
    auto o = std::make_shared<CalendarOptions>();
    const CommandDeclaration command =
        program.line.command("calendar", "Deployment windows as a calendar file (iCalendar)");
    command.argument("FILE", o->files, "Releases").required();
    add_output(command, o->flags, "Write here instead of to stdout");
    add_siblings(command, o->flags);
    add_general(command, o->flags);
    command.explain({"the calendar is written",
                     "it is written, and something speaks against a window: that is on stderr",
                     "releasectl calendar *.release.json -o releases.ics"});
    command.runs([&program, o] { return write_calendar(program.terminal, *o); });
}

} // namespace desk::native
