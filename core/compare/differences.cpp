#include "core/compare/differences.hpp"

#include "core/compare/text_difference.hpp"
#include "core/history/words.hpp"
#include "core/log/json_text.hpp"
#include "core/order.hpp"
#include "core/release/heads.hpp"
#include "core/release/registers.hpp"

#include <algorithm>
#include <set>

namespace desk {

namespace {

constexpr std::size_t shown = 60; // bytes of a long text in one line

// Links stand in the name of their register; there or not is all that it says.
std::string head_words(const Release& release, const std::string& about, const Op& op) {
    if (op.kind != "drop" && about.starts_with("evidence:")) return about.substr(about.find(':', 9) + 1);
    return in_full(said_words(release, about, op.value, op.kind));
}

// What the register says, with what follows from the rest of the release.
std::string reading(const Release& release, const std::string& about, const Heads& heads) {
    if (about == "phase" && !release.state().phase_disputed) {
        const State& state = release.state();
        std::string words(name_of(state.phase));
        if (!state.approval_lost.empty()) return words + ": the approval is lost";
        if (state.last_change && !state.last_change->reason.empty()) words += ": " + state.last_change->reason;
        return words;
    }
    if (heads.empty()) return unsaid_words(about);
    if (heads.disputed) {
        std::string words = "in dispute: ";
        for (const Op* op : heads.ops)
            words += (op == heads.ops.front() ? "" : ", or ") + head_words(release, about, *op) + " (" + op->by + ")";
        return words;
    }
    std::string words = head_words(release, about, heads.first());
    for (const Vote& vote : release.state().votes)
        if (vote.stale() && about == registers::vote(vote.role)) words += ", stale";
    return words;
}

struct Found {
    Difference difference;
    const Op* op; // that made it; null: it follows from others
};

// The last head of the one that the other does not have.
const Op* own_head(const Heads& heads, const Heads& other) {
    for (auto op = heads.ops.rbegin(); op != heads.ops.rend(); ++op)
        if (std::none_of(other.ops.begin(), other.ops.end(), [&](const Op* one) { return one->line == (*op)->line; }))
            return *op;
    return nullptr;
}

} // namespace

std::vector<Difference> differences_between(const Release& before, const Release& after) {
    std::set<std::string> names{"phase"};
    for (const Release* release : {&before, &after})
        for (std::string& about : release->log().registers()) names.insert(std::move(about));
    std::vector<Found> found;
    for (const std::string& about : names) {
        if (about == "release") continue; // that it began
        const Heads then = heads_of(before.log(), about), now = heads_of(after.log(), about);
        std::string from = reading(before, about, then), to = reading(after, about, now);
        if (from == to) continue;
        const Op* op = own_head(now, then);
        if (!op) op = own_head(then, now);
        const bool disputed = about == "phase" ? after.state().phase_disputed : now.disputed;
        found.push_back(
            {{about, register_title(after, about), std::move(from), std::move(to), op ? op->by : "", disputed}, op});
    }
    put_in_order(found, [](const Found& a, const Found& b) {
        return a.op && b.op ? comes_before(*a.op, *b.op) : a.op && !b.op;
    });
    std::vector<Difference> result;
    result.reserve(found.size());
    for (Found& one : found) result.push_back(std::move(one.difference));
    return result;
}

std::string difference_words(const Difference& difference) {
    const auto [from, to] =
        std::mismatch(difference.from.begin(), difference.from.end(), difference.to.begin(), difference.to.end());
    const auto at = static_cast<std::size_t>(from - difference.from.begin());
    const std::string words =
        difference.title + ": " + excerpt(difference.from, at, shown) + " → " + excerpt(difference.to, at, shown);
    return difference.by.empty() ? words : words + " (" + difference.by + ")";
}

} // namespace desk
