#include "core/compare/copies.hpp"

#include <algorithm>
#include <set>

namespace desk {

namespace {

// Every line that a log holds, forked ones too.
std::set<std::string_view> lines_of(const Log& log) {
    std::set<std::string_view> lines;
    for (const Op* op : log.ordered()) lines.insert(op->line);
    for (const Fork& fork : log.forks()) lines.insert(fork.lines.begin(), fork.lines.end());
    return lines;
}

std::vector<HistoryEntry> lacking(const Release& from, const Release& in) {
    std::vector<HistoryEntry> entries = history(from);
    std::erase_if(entries, [&](const HistoryEntry& entry) { return in.log().find(entry.op->id) != nullptr; });
    return entries;
}

bool in_dispute(const State& state, const std::string& about) {
    return std::any_of(state.conflicts.begin(), state.conflicts.end(),
                       [&](const Conflict& one) { return one.about == about; });
}

} // namespace

CopyDifference copy_difference(const Release& a, const Release& b) {
    CopyDifference result{lacking(a, b), lacking(b, a), {}, differences_between(a, b)};
    const auto of_a = lines_of(a.log()), of_b = lines_of(b.log());
    std::set<OpId> forked;
    const auto compare = [&](const Release& from, const std::set<std::string_view>& other, const Release& in) {
        for (const Op* op : from.log().ordered())
            if (in.log().find(op->id) && !other.contains(op->line)) forked.insert(op->id);
        for (const Fork& fork : from.log().forks())
            if (std::any_of(fork.lines.begin(), fork.lines.end(),
                            [&](const std::string& line) { return !other.contains(line); }))
                forked.insert(fork.id);
    };
    compare(a, of_b, b);
    compare(b, of_a, a);
    result.forks.assign(forked.begin(), forked.end());
    return result;
}

Arrival arrival(const Release* here, const Release& arriving) {
    Arrival result{here ? here->emptied() : arriving.emptied(), {}, {}, {}, {}};
    if (here) result.both.absorb(*here);
    result.counts = result.both.absorb(arriving);
    for (const Conflict& conflict : result.both.state().conflicts) {
        result.conflicts.push_back(conflict.about);
        if (!here || !in_dispute(here->state(), conflict.about)) result.new_conflicts.push_back(conflict.about);
    }
    if (here) result.differences = differences_between(*here, result.both);
    return result;
}

std::vector<HistoryEntry> new_entries(const Release* here, const Arrival& arrival) {
    return here ? lacking(arrival.both, *here) : history(arrival.both);
}

} // namespace desk
