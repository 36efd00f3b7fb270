// `guide`: a guide to be read, checked, and compared with another. `adopt`: a release follows another one from now on.
#include "native/releasectl/guides.hpp"

#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/guide/guide_check.hpp"
#include "core/guide/guide_document.hpp"
#include "core/rules/adoption.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace desk::native {

namespace {

struct GuideOptions {
    Flags flags;
    std::string file, other;
    std::vector<std::string> files;
    bool dry_run = false;
};

Exit show_guide(const Terminal& terminal, const GuideOptions& o) {
    const auto guide = read_guide(terminal, o.file);
    if (!guide) return guide.error();
    if (o.flags.json) return answer(terminal, o.flags.output, Json::parse((*guide)->text));
    return answer(terminal, o.flags.output, guide_markdown(**guide));
}

Exit check_guides(const Terminal& terminal, const GuideOptions& o) {
    Exit exit = Exit::done;
    Json found = Json::array();
    for (const std::string& file : o.files) {
        const auto text = guide_text_of(terminal, file);
        if (!text) return text.error();
        const auto flaws = check_guide(*text);
        std::size_t wrong = 0;
        for (const GuideFlaw& flaw : flaws) {
            tell(terminal, file, (flaw.hint ? "hint: " : "") + flaw.text, flaw.line);
            wrong += flaw.hint ? 0 : 1;
            found.push_back({{"file", file}, {"line", flaw.line}, {"text", flaw.text}, {"hint", flaw.hint}});
        }
        if (wrong > 0) exit = Exit::no;
        if (wrong == 0 && !o.flags.json) {
            const auto guide = parse_guide(*text);
            answer(terminal, "", printable(file + ": " + guide->title() + " can be used") + "\n");
        }
    }
    if (o.flags.json) answer(terminal, "", Json{{"good", exit == Exit::done}, {"flaws", found}});
    return exit;
}

Json changes_json(const std::vector<GuideChange>& changes) {
    Json list = Json::array();
    for (const GuideChange& change : changes)
        list.push_back({{"is", name_of(change.kind)},
                        {"part", change.part},
                        {"title", change.title},
                        {"details", change.details}});
    return list;
}

std::string changes_text(const std::vector<GuideChange>& changes) {
    std::string text, part;
    for (const GuideChange& change : changes) {
        if (change.part != part) text += printable(change.part) + "\n";
        part = change.part;
        text += "  " + std::string(name_of(change.kind)) + ": " + printable(change.title) + "\n";
        for (const std::string& detail : change.details) text += "    " + printable(detail) + "\n";
    }
    return text.empty() ? "Both guides say the same.\n" : text;
}

Exit compare_guides(const Terminal& terminal, const GuideOptions& o) {
    const auto older = read_guide(terminal, o.file);
    if (!older) return older.error();
    const auto newer = read_guide(terminal, o.other);
    if (!newer) return newer.error();
    const auto changes = guide_changes(**older, **newer);
    if (o.flags.json)
        answer(terminal, o.flags.output, changes_json(changes));
    else
        answer(terminal, o.flags.output, changes_text(changes));
    return changes.empty() ? Exit::done : Exit::no;
}

Json adoption_json(const Adoption& adoption) {
    Json effects = Json::array();
    for (const auto& effect : adoption.effects)
        effects.push_back({{"title", effect.title}, {"was", effect.was}, {"is", effect.is}});
    return {{"changes", changes_json(adoption.changes)},
            {"kept", adoption.kept},
            {"effects", effects},
            {"stale", adoption.stale},
            {"unowned", adoption.unowned}};
}

std::string adoption_text(const Adoption& adoption) {
    std::string text =
        changes_text(adoption.changes) + "What was settled and stays so: " + std::to_string(adoption.kept) + "\n";
    for (const auto& effect : adoption.effects)
        text += "  " + printable(effect.title) + ": " + effect.was + " → " + effect.is + "\n";
    for (const std::string& role : adoption.stale) text += "The go of " + printable(role) + " is stale then.\n";
    for (const std::string& role : adoption.unowned) text += "Nobody holds " + printable(role) + " yet.\n";
    return text;
}

Exit adopt(const Terminal& terminal, const GuideOptions& o) {
    const auto guide = read_guide(terminal, o.other);
    if (!guide) return guide.error();
    if (o.dry_run) {
        const auto release = read_release(terminal, o.file);
        if (!release) return release.error();
        const Adoption adoption = adoption_of(*release, **guide);
        return o.flags.json ? answer(terminal, "", adoption_json(adoption))
                            : answer(terminal, "", adoption_text(adoption));
    }
    std::string told;
    Json data;
    return carry_out(
        terminal, o.file, o.flags,
        [&](const Release& release) -> OrExit<std::vector<Command>> {
            const Adoption adoption = adoption_of(release, **guide);
            told = adoption_text(adoption);
            data = adoption_json(adoption);
            return std::vector<Command>{command::AdoptGuide{*guide}};
        },
        [&](const Release& release) { return release.state().product.text + " follows " + (*guide)->title(); },
        [&](const Release&, const Surroundings&, Json* answered) {
            if (answered)
                (*answered)["adoption"] = data;
            else
                terminal.err << told;
        });
}

constexpr const char* guide_help = "A guide file, a release (its guide), or \"octoacme\" for the one that is built in";

} // namespace

void add_guide(Program& program) {
    const CommandDeclaration guide = program.line.command("guide", "Read, check and compare guides");
    guide.explain({"done", "what the act says", "releasectl guide show"});
    auto o = std::make_shared<GuideOptions>();

    const CommandDeclaration show =
        guide.act("show", "A guide as Markdown; --json is a guide file to begin with",
                  {"it is shown", nullptr, "releasectl guide show --json -o own.guide.json"});
    show.argument("GUIDE", o->file, guide_help);
    add_output(show, o->flags, "Write here instead of to stdout");
    add_general(show, o->flags);
    show.runs([&program, o] { return show_guide(program.terminal, *o); });

    const CommandDeclaration check =
        guide.act("check", "What is wrong with a guide file, line by line",
                  {"all can be used", "one cannot be used; what is wrong is on stderr, with its line",
                   "releasectl guide check own.guide.json"});
    check.argument("FILE", o->files, "Guide files").required();
    add_general(check, o->flags);
    check.runs([&program, o] { return check_guides(program.terminal, *o); });

    const CommandDeclaration diff =
        guide.act("diff", "What the second guide changes of the first",
                  {"both say the same", "they differ", "releasectl guide diff octoacme own.guide.json"});
    diff.argument("A", o->file, guide_help).required();
    diff.argument("B", o->other, guide_help).required();
    add_output(diff, o->flags, "Write here instead of to stdout");
    add_general(diff, o->flags);
    diff.runs([&program, o] { return compare_guides(program.terminal, *o); });

    auto a = std::make_shared<GuideOptions>();
    const CommandDeclaration adopting =
        program.line.command("adopt", "Follow another guide from now on; what was ticked stays");
    adopting.argument("FILE", a->file, "The release").required();
    adopting.argument("GUIDE", a->other, guide_help).required();
    adopting.flag("--dry-run", a->dry_run, "Only tell what would change");
    add_change_flags(adopting, a->flags);
    adopting.explain(
        {"the release follows it", refused_words, "releasectl adopt checkout.release.json own.guide.json --by Ana"});
    adopting.runs([&program, a] { return adopt(program.terminal, *a); });
}

} // namespace desk::native
