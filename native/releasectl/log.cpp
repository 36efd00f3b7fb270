// `log`: everything that happened to a release; and `undo`: one's own last change taken back.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/commands/undo.hpp"
#include "core/history/history.hpp"
#include "core/history/words.hpp"
#include "core/time/rfc3339.hpp"

#include <memory>

namespace desk::native {

namespace {

struct Options {
    Flags flags;
    std::string file, person, kind, text;
};

Exit show_log(const Terminal& terminal, const Options& o) {
    HistoryFilter filter{o.person, {}, o.text};
    if (!o.kind.empty()) {
        filter.kind = history_kind_from(o.kind);
        if (!filter.kind) {
            tell(terminal, "log",
                 "\"" + o.kind +
                     "\" is no kind of entry. Kinds are phase, requirements, checklist, votes, "
                     "notes, people, plan, incident, retrospective and other");
            return Exit::bad_input;
        }
    }
    const auto release = read_release(terminal, o.file);
    if (!release) return release.error();
    Json list = Json::array();
    std::string text;
    for (const HistoryEntry& entry : history(*release, filter)) {
        list.push_back(entry_json(entry));
        text += std::to_string(entry.moment) + "  " + rfc3339(entry.op->wall_ms) + "  " +
                printable(entry.op->by + " " + entry.words) + "\n";
    }
    return o.flags.json ? answer(terminal, "", list) : answer(terminal, "", text);
}

std::string taken_back(const Release& before, const std::string& by) {
    std::string words;
    if (const auto act = last_act(before, by))
        for (const Op* op : *act) words += (words.empty() ? "" : "; ") + deed_words(before, *op);
    return words;
}

} // namespace

void add_log(Program& program) {
    auto o = std::make_shared<Options>();
    CLI::App* log = add_command(program, "log", "Everything that happened, by whom and when");
    log->add_option("FILE", o->file, "The release")->required();
    log->add_option("--person", o->person, "Only what this person did")->type_name("NAME");
    log->add_option("--kind", o->kind, "Only phase, requirements, checklist, votes, notes, people, plan, incident, …")
        ->type_name("KIND");
    log->add_option("--text", o->text, "Only entries that hold this text")->type_name("TEXT");
    add_general(*log, o->flags);
    explain(program, *log, {"the history is shown", nullptr, "releasectl log checkout.release.json --kind votes"});
    log->callback([&program, o] { program.exit = show_log(program.terminal, *o); });

    auto u = std::make_shared<Options>();
    CLI::App* undo = add_command(program, "undo", "Take your own last change back, as a new change");
    undo->add_option("FILE", u->file, "The release")->required();
    add_change_flags(*undo, u->flags);
    explain(program, *undo,
            {"the change is taken back", refused_words, "releasectl undo checkout.release.json --by Ana"});
    undo->callback([&program, u] {
        auto words = std::make_shared<std::string>();
        program.exit = carry_out(
            program.terminal, u->file, u->flags,
            [words, u](const Release& release) -> OrExit<std::vector<Command>> {
                *words = taken_back(release, u->flags.by);
                return std::vector<Command>{command::Undo{}};
            },
            [words](const Release&) { return "Taken back: " + *words; });
    });
}

} // namespace desk::native
