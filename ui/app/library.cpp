#include "ui/app/library.hpp"

#include "core/log/op_line.hpp"
#include "core/order.hpp"
#include "core/packs.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace desk::ui {

tl::expected<std::shared_ptr<const Guide>, std::string> Guides::add(std::string_view text) {
    auto parsed = parse_guide(text);
    if (!parsed) return tl::unexpected(std::move(parsed.error()));
    auto& place = by_digest_[parsed->digest];
    if (!place) place = std::make_shared<const Guide>(std::move(*parsed));
    return place;
}

std::shared_ptr<const Guide> Guides::find(const std::string& digest) const {
    const auto found = by_digest_.find(digest);
    return found == by_digest_.end() ? nullptr : found->second;
}

std::vector<std::shared_ptr<const Guide>> Guides::all() const {
    std::vector<std::shared_ptr<const Guide>> list;
    for (const auto& [digest, guide] : by_digest_) list.push_back(guide);
    put_in_order(list, [](const auto& a, const auto& b) { return a->title() < b->title(); });
    return list;
}

std::vector<std::string> guide_digests_of(const std::vector<Op>& ops) {
    std::vector<const Op*> naming;
    for (const Op& op : ops)
        if (op.about == "guide" || op.about == "release") naming.push_back(&op);
    put_in_order(naming, [](const Op* a, const Op* b) { return comes_before(*a, *b); });
    return guides_named(naming);
}

void know_guides(Release& release, const Guides& guides, const std::vector<Op>& ops) {
    for (const std::string& digest : guide_digests_of(ops))
        if (const auto guide = guides.find(digest)) release.know(guide);
}

tl::expected<std::vector<Op>, std::string> ops_of(const Pack& pack) {
    std::vector<Op> ops;
    ops.reserve(pack.count);
    std::string_view rest = pack.lines;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        auto op = parse_op(rest.substr(0, end));
        if (!op) return tl::unexpected("line " + std::to_string(ops.size() + 1) + ": " + op.error());
        ops.push_back(std::move(*op));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    return ops;
}

std::size_t take_packs(Releases& releases, const Guides& guides, const std::vector<Pack>& packs,
                       std::vector<QuarantinedBytes>& aside) {
    std::size_t added = 0;
    for (std::size_t at = 0; at < packs.size();) {
        const std::string& id = packs[at].release;
        std::vector<Op> ops;
        std::vector<const Pack*> read;
        for (; at < packs.size() && packs[at].release == id; ++at) {
            auto some = ops_of(packs[at]);
            if (!some) {
                aside.push_back({"Release " + id + ", copy " + packs[at].actor + ", " + some.error(), packs[at].lines});
                continue;
            }
            std::move(some->begin(), some->end(), std::back_inserter(ops));
            read.push_back(&packs[at]);
        }
        if (ops.empty()) continue;
        auto& release = releases[id];
        if (!release) {
            const std::string digest = guide_digests_of(ops).front();
            const auto guide = guides.find(digest);
            if (!guide) {
                releases.erase(id);
                const std::string why = digest.empty() ? "has no beginning" : "its guide " + digest + " is missing";
                for (const Pack* pack : read)
                    aside.push_back({"Release " + id + ", copy " + pack->actor + ": " + why, pack->lines});
                continue;
            }
            release = std::make_unique<Release>(id, guide);
        }
        know_guides(*release, guides, ops);
        const Absorbed absorbed = release->absorb(std::move(ops));
        added += absorbed.added + absorbed.forked;
    }
    return added;
}

std::vector<Op> news_to(const Log& log, const std::vector<Op>& ops) {
    std::set<std::string_view> forked, seen;
    for (const Fork& fork : log.forks()) forked.insert(fork.lines.begin(), fork.lines.end());
    std::vector<Op> news;
    for (const Op& op : ops) {
        const Op* known = log.find(op.id);
        if ((known && known->line == op.line) || forked.contains(op.line) || !seen.insert(op.line).second) continue;
        news.push_back(op);
    }
    return news;
}

std::vector<Pack> packs_of(const std::string& release, std::vector<Op> ops, const Log& taken,
                           const std::function<std::string()>& fresh_key) {
    put_in_order(ops, [](const Op& a, const Op& b) { return a.id < b.id; });
    std::vector<Pack> packs;
    Pack forks{release, {}, 1, 0, {}};
    const Op* before = nullptr;
    for (const Op& op : ops) {
        const bool fork = taken.find(op.id) != nullptr || (before && before->id == op.id);
        if (fork) {
            ++forks.count;
            forks.lines += op.line + '\n';
            continue;
        }
        const bool follows =
            before && !packs.empty() && before->id.actor == op.id.actor && before->id.seq + 1 == op.id.seq;
        if (!follows) packs.push_back({release, op.id.actor.text(), op.id.seq, 0, {}});
        ++packs.back().count;
        packs.back().lines += op.line + '\n';
        before = &op;
    }
    // A file may hold numbers that no store can use as keys: their lines are kept all the same.
    std::erase_if(packs, [&](const Pack& pack) {
        if (!pack_flaw(pack)) return false;
        forks.count += pack.count;
        forks.lines += pack.lines;
        return true;
    });
    if (forks.count > 0) {
        forks.actor = fresh_key();
        packs.push_back(std::move(forks));
    }
    return packs;
}

} // namespace desk::ui
