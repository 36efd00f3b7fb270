// `diff`: what one copy of a release has that the other lacks.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/compare/copies.hpp"
#include "core/time/rfc3339.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace desk::native {

namespace {

struct DiffOptions {
    Flags flags;
    std::string a, b;
};

std::string only_text(const std::string& file, const std::vector<HistoryEntry>& entries) {
    if (entries.empty()) return {};
    std::string text = "Only in " + printable(file) + ", " + std::to_string(entries.size()) +
                       (entries.size() == 1 ? " entry:\n" : " entries:\n");
    for (const HistoryEntry& entry : entries)
        text += "  " + rfc3339(entry.op->wall_ms) + "  " + printable(entry.op->by + " " + entry.words) + "\n";
    return text;
}

std::string text_of(const DiffOptions& o, const Release& a, const CopyDifference& difference) {
    if (difference.equal())
        return "The same: " + std::to_string(a.log().size()) + " entries, digest " + a.digest() + "\n";
    std::string text = only_text(o.a, difference.only_a) + only_text(o.b, difference.only_b);
    for (const OpId& id : difference.forks) text += "Fork: entry " + id.text() + " does not say the same in the two\n";
    if (difference.differences.empty()) return text + "Nothing reads otherwise\n";
    text += "From " + printable(o.a) + " to " + printable(o.b) + ":\n";
    for (const Difference& one : difference.differences) text += "  " + printable(difference_words(one)) + "\n";
    return text;
}

Json only_json(const std::vector<HistoryEntry>& entries) {
    Json list = Json::array();
    for (const HistoryEntry& entry : entries) list.push_back(entry_json(entry));
    return list;
}

Json json_of(const CopyDifference& difference) {
    Json forks = Json::array(), changes = Json::array();
    for (const OpId& id : difference.forks) forks.push_back(id.text());
    for (const Difference& one : difference.differences)
        changes.push_back({{"field", one.about},
                           {"title", one.title},
                           {"from", one.from},
                           {"to", one.to},
                           {"by", one.by},
                           {"conflict", one.disputed}});
    return {{"equal", difference.equal()},
            {"only_a", only_json(difference.only_a)},
            {"only_b", only_json(difference.only_b)},
            {"forks", std::move(forks)},
            {"changes", std::move(changes)}};
}

Exit show_difference(const Terminal& terminal, const DiffOptions& o) {
    if (o.a == "-" && o.b == "-") {
        tell(terminal, "-", "stdin can be read only once");
        return Exit::bad_input;
    }
    const auto a = read_release(terminal, o.a);
    if (!a) return a.error();
    const auto b = read_release(terminal, o.b);
    if (!b) return b.error();
    if (const auto same = must_be_copy(terminal, o.b, *b, *a); same != Exit::done) return same;
    const CopyDifference difference = copy_difference(*a, *b);
    const Exit answered =
        o.flags.json ? answer(terminal, "", json_of(difference)) : answer(terminal, "", text_of(o, *a, difference));
    if (answered != Exit::done) return answered;
    return difference.equal() ? Exit::done : Exit::no;
}

} // namespace

void add_diff(Program& program) {
    auto o = std::make_shared<DiffOptions>();
    const CommandDeclaration command =
        program.line.command("diff", "Say what one copy of a release has that the other lacks");
    command.argument("A", o->a, "A copy of the release").required();
    command.argument("B", o->b, "Another copy of it").required();
    add_general(command, o->flags);
    command.explain(
        {"the copies hold the same", "they differ", "releasectl diff mine.release.json theirs.release.json"});
    command.runs([&program, o] { return show_difference(program.terminal, *o); });
}

} // namespace desk::native
