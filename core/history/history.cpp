#include "core/history/history.hpp"

#include "core/compare/text_difference.hpp"
#include "core/history/words.hpp"
#include "core/log/op_line.hpp"
#include "core/search/fold.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace desk {

namespace {

struct Name {
    HistoryKind kind;
    std::string_view key, name;
};
constexpr std::array<Name, history_kinds> names = {{
    {HistoryKind::phase, "phase", "Phase"},
    {HistoryKind::requirements, "requirements", "Requirements"},
    {HistoryKind::checklist, "checklist", "Checklist"},
    {HistoryKind::votes, "votes", "Votes"},
    {HistoryKind::notes, "notes", "Notes"},
    {HistoryKind::people, "people", "People"},
    {HistoryKind::plan, "plan", "Plan"},
    {HistoryKind::incident, "incident", "Incident"},
    {HistoryKind::retrospective, "retrospective", "Retrospective"},
    {HistoryKind::other, "other", "Other"},
}};

const Name& name_entry(HistoryKind kind) {
    return *std::find_if(names.begin(), names.end(), [&](const Name& name) { return name.kind == kind; });
}

HistoryKind kind_of(const Release& release, const Op& op) {
    const std::string first = op.about.substr(0, op.about.find(':'));
    if (first == "phase") return HistoryKind::phase;
    if (first == "vote") return HistoryKind::votes;
    if (first == "notes" || first == "sent") return HistoryKind::notes;
    if (first == "role") return HistoryKind::people;
    if (first == "rollback" || first == "window" || first == "freeze" || first == "lead-time") return HistoryKind::plan;
    if (first == "incident") return HistoryKind::incident;
    if (first == "retro") return HistoryKind::retrospective;
    if (first != "item" && first != "evidence" && first != "note") return HistoryKind::other;
    const std::string item = op.about.substr(first.size() + 1, op.about.find(':', first.size() + 1) - first.size() - 1);
    if (item.find('@') != std::string::npos) return HistoryKind::incident;
    return release.guide_of_item(item).requirement(item) ? HistoryKind::requirements : HistoryKind::checklist;
}

const Fork* fork_of(const Log& log, const OpId& id) {
    for (const Fork& fork : log.forks())
        if (fork.id == id) return &fork;
    return nullptr;
}

// What each version of an entry did. Where that is the same in words ("changed the rollback plan"), what it says
// follows them, from where it begins to differ.
std::vector<std::string> words_of_versions(const Release& release,
                                           const std::vector<std::shared_ptr<const Op>>& versions) {
    constexpr std::size_t most = 240; // bytes of a text
    std::vector<std::string> words, texts;
    for (const auto& op : versions) {
        words.push_back(deed_words(release, *op));
        texts.push_back(in_full(said_words(release, op->about, op->value, op->kind)));
    }
    std::vector<std::string> result = words;
    for (std::size_t i = 0; i < result.size(); ++i)
        for (std::size_t other = 0; other < result.size(); ++other) {
            if (words[i] != words[other] || texts[i] == texts[other]) continue;
            const auto place =
                std::mismatch(texts[i].begin(), texts[i].end(), texts[other].begin(), texts[other].end());
            result[i] += ": " + excerpt(texts[i], static_cast<std::size_t>(place.first - texts[i].begin()), most);
            break;
        }
    return result;
}

} // namespace

std::string_view key_of(HistoryKind kind) { return name_entry(kind).key; }
std::string_view name_of(HistoryKind kind) { return name_entry(kind).name; }

std::optional<HistoryKind> history_kind_from(std::string_view key) {
    for (const Name& name : names)
        if (name.key == key) return name.kind;
    return std::nullopt;
}

std::vector<HistoryEntry> history(const Release& release, const HistoryFilter& filter) {
    std::vector<HistoryEntry> entries;
    const std::string wanted = fold(filter.text);
    std::size_t moment = 0;
    // `words`: nothing for those of the op itself.
    const auto take = [&](const Op* op, std::string words, Standing standing, std::shared_ptr<const Op> kept_aside) {
        if (filter.forked && standing == Standing::only) return;
        if (!filter.person.empty() && op->by != filter.person) return;
        const HistoryKind kind = kind_of(release, *op);
        if (filter.kind && kind != *filter.kind) return;
        if (words.empty()) words = deed_words(release, *op);
        HistoryEntry entry{moment, op, kind, std::move(words), standing, std::move(kept_aside)};
        if (!wanted.empty() && fold(op->by + " " + entry.words).find(wanted) == std::string::npos) return;
        entries.push_back(std::move(entry));
    };
    for (const Op* op : release.log().ordered()) {
        ++moment;
        const Fork* fork = fork_of(release.log(), op->id);
        if (op->is_seal() && !fork) continue; // nobody did anything
        if (!fork) {
            take(op, {}, Standing::only, nullptr);
            continue;
        }
        std::vector<std::shared_ptr<const Op>> versions{std::make_shared<const Op>(*op)};
        for (const std::string& line : fork->lines)
            versions.push_back(std::make_shared<const Op>(parse_op(line).value()));
        std::vector<std::string> words = words_of_versions(release, versions);
        take(op, std::move(words[0]), Standing::counts, nullptr);
        for (std::size_t i = 1; i < versions.size(); ++i)
            take(versions[i].get(), std::move(words[i]), Standing::aside, versions[i]);
    }
    return entries;
}

std::string_view standing_word(Standing standing) {
    return standing == Standing::only ? "" : standing == Standing::counts ? "Counts" : "Set aside";
}

std::vector<HistoryEntry> forked_entries(const Release& release) {
    HistoryFilter filter;
    filter.forked = true;
    return history(release, filter);
}

std::vector<std::string> authors(const Release& release) {
    std::set<std::string> people;
    for (const Op* op : release.log().ordered())
        if (!op->is_seal()) people.insert(op->by);
    return {people.begin(), people.end()};
}

Release as_of(const Release& release, std::size_t moment) {
    Release past = release.emptied();
    std::vector<Op> ops;
    for (const Op* op : release.log().ordered()) {
        if (ops.size() == moment) break;
        ops.push_back(*op);
    }
    past.absorb(std::move(ops));
    return past;
}

std::size_t moment_at(const Release& release, std::int64_t time_ms) {
    std::size_t moment = 0;
    for (const Op* op : release.log().ordered()) {
        if (op->wall_ms > time_ms) break;
        ++moment;
    }
    return moment;
}

} // namespace desk
