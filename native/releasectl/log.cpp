// `log`: everything that happened to a release; and `undo`: one's own last change taken back.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/commands/undo.hpp"
#include "core/history/history.hpp"
#include "core/history/words.hpp"
#include "core/time/rfc3339.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace desk::native {

namespace {

struct LogOptions {
    Flags flags;
    std::string file, person, kind, text;
    bool forked = false;
};

Exit show_log(const Terminal& terminal, const LogOptions& o) {
    HistoryFilter filter{o.person, {}, o.text, o.forked};
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
        const std::string standing(standing_word(entry.standing));
        text += std::to_string(entry.moment) + "  " + rfc3339(entry.op->wall_ms) + "  " +
                printable((standing.empty() ? "" : standing + ": ") + entry.op->by + " " + entry.words) + "\n";
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
    auto o = std::make_shared<LogOptions>();
    const CommandDeclaration log = program.line.command("log", "Everything that happened, by whom and when");
    log.argument("FILE", o->file, "The release").required();
    log.flag("--person", o->person, "NAME", "Only what this person did");
    log.flag("--kind", o->kind, "KIND", "Only phase, requirements, checklist, votes, notes, people, plan, incident, …");
    log.flag("--text", o->text, "TEXT", "Only entries that hold this text");
    log.flag("--forked", o->forked, "Only entries that exist in two versions");
    add_general(log, o->flags);
    log.explain({"the history is shown", nullptr, "releasectl log checkout.release.json --kind votes"});
    log.runs([&program, o] { return show_log(program.terminal, *o); });

    auto u = std::make_shared<LogOptions>();
    const CommandDeclaration undo = program.line.command("undo", "Take your own last change back, as a new change");
    undo.argument("FILE", u->file, "The release").required();
    add_change_flags(undo, u->flags);
    undo.explain({"the change is taken back", refused_words, "releasectl undo checkout.release.json --by Ana"});
    undo.runs([&program, u] {
        auto words = std::make_shared<std::string>();
        return carry_out(
            program.terminal, u->file, u->flags,
            [words, u](const Release& release) -> OrExit<std::vector<Command>> {
                *words = taken_back(release, u->flags.by);
                return std::vector<Command>{command::Undo{}};
            },
            [words](const Release&) { return "Taken back: " + *words; });
    });
}

} // namespace desk::native
