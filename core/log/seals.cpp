#include "core/log/seals.hpp"

#include "core/hash/sha256.hpp"
#include "core/release/registers.hpp"

#include <algorithm>
#include <map>

namespace desk {

namespace {

constexpr std::size_t hash_digits = 32, mark_digits = 8;
// Of one seal. An op is at most 1 MB, and an object has at most 256 members.
constexpr std::size_t most_chains = 200, most_marks = 20'000;

// What one seal says about one chain.
struct Claim {
    const Op* seal;
    ActorId actor;
    std::uint64_t last = 0; // `s`
    std::string hash, marks;

    std::uint64_t count() const { return marks.size() / mark_digits; } // marked ops, the last ones up to `last`
    std::string_view mark(std::uint64_t seq) const {
        const auto place = static_cast<std::size_t>(seq - 1 - (last - count()));
        return std::string_view(marks).substr(mark_digits * place, mark_digits);
    }
    bool marks_op(std::uint64_t seq) const { return seq <= last && seq > last - count(); }
};

struct Claims {
    std::vector<Claim> sound;
    std::vector<const Op*> unsound; // seals that say nothing that could be held against ops
};

bool is_sound(const Claim& claim) {
    return !claim.actor.empty() && claim.last > 0 && claim.hash.size() == hash_digits &&
           claim.marks.size() % mark_digits == 0 && claim.count() <= claim.last;
}

Claims claims_of(const Log& log) {
    Claims claims;
    for (const Op* op : log.ordered()) {
        if (!op->is_seal()) continue;
        const auto chains = op->value.member("chains").members();
        bool sound = op->about == registers::seal(op->id.actor.view()) && !chains.empty();
        for (const auto& [actor, said] : chains) {
            Claim claim{op, ActorId(actor), 0, said.text("hash"), said.text("marks")};
            if (const auto last = said.number("s"); last && *last > 0) claim.last = static_cast<std::uint64_t>(*last);
            sound = sound && is_sound(claim);
            if (sound) claims.sound.push_back(std::move(claim));
        }
        if (!sound) {
            claims.unsound.push_back(op);
            std::erase_if(claims.sound, [op](const Claim& claim) { return claim.seal == op; });
        }
    }
    return claims;
}

// The ops of one actor, by number, with sha256 of each line.
struct Link {
    const Op* op;
    std::string digest;
};
struct Chain {
    std::map<std::uint64_t, Link> ops;
    std::vector<std::string> links; // as far as the ops follow each other without a gap

    bool reaches(std::uint64_t seq) const { return seq <= links.size(); }
    std::string_view hash(std::uint64_t seq) const {
        return std::string_view(links[static_cast<std::size_t>(seq - 1)]).substr(0, hash_digits);
    }
    std::string marks(std::uint64_t after, std::uint64_t last) const {
        std::string text;
        for (std::uint64_t seq = after + 1; seq <= last; ++seq) text.append(ops.at(seq).digest, 0, mark_digits);
        return text;
    }
};
using Chains = std::map<ActorId, Chain>;

// Where contents differ under one name, of the one that a seal marks; else of the one that counts.
std::string digest_of(const Log& log, const Op& op, const std::vector<Claim>& claims) {
    std::string digest = sha256_hex(op.line);
    const auto& forks = log.forks();
    const auto fork = std::lower_bound(forks.begin(), forks.end(), op.id,
                                       [](const Fork& one, const OpId& id) { return one.id < id; });
    if (fork == forks.end() || !(fork->id == op.id)) return digest;
    for (const Claim& claim : claims) {
        if (!(claim.actor == op.id.actor) || !claim.marks_op(op.id.seq)) continue;
        for (const std::string& line : fork->lines)
            if (std::string other = sha256_hex(line); other.compare(0, mark_digits, claim.mark(op.id.seq)) == 0)
                return other;
    }
    return digest;
}

Chains chains_of(const Log& log, const std::vector<Claim>& claims) {
    Chains chains;
    for (const Op* op : log.ordered()) chains[op->id.actor].ops[op->id.seq] = {op, digest_of(log, *op, claims)};
    for (auto& [actor, chain] : chains) {
        std::string link;
        for (const auto& [seq, one] : chain.ops) {
            if (seq != chain.links.size() + 1) break;
            link += one.digest;
            link = sha256_hex(link);
            chain.links.push_back(link);
        }
    }
    return chains;
}

bool fits(const Chain& chain, const Claim& claim) {
    return chain.reaches(claim.last) && chain.hash(claim.last) == claim.hash;
}

// How many ops of each actor, from the first, a seal that fits covers.
std::map<ActorId, std::uint64_t> covered(const Chains& chains, const std::vector<Claim>& claims) {
    std::map<ActorId, std::uint64_t> result;
    for (const Claim& claim : claims)
        if (const auto chain = chains.find(claim.actor); chain != chains.end() && fits(chain->second, claim))
            result[claim.actor] = std::max(result[claim.actor], claim.last);
    return result;
}

} // namespace

std::vector<Value> seals_needed(const Log& log) {
    const std::vector<Claim> claims = claims_of(log).sound;
    const Chains chains = chains_of(log, claims);
    auto done = covered(chains, claims);
    std::vector<Value> seals;
    Value now = Value::object();
    std::size_t count = 0, marks = 0;
    const auto finish = [&] {
        const Value seal = {{"chains", now}};
        if (count > 0) seals.push_back(seal);
        now = Value::object();
        count = marks = 0;
    };
    for (const auto& [actor, chain] : chains) {
        std::uint64_t from = done[actor], end = chain.links.size();
        while (end > from && chain.ops.at(end).op->is_seal()) --end;
        while (from < end) {
            const std::uint64_t to = std::min<std::uint64_t>(end, from + most_marks);
            if (count == most_chains || marks + (to - from) > most_marks || now.has(actor.view())) finish();
            now = now.with(
                actor.view(),
                {{"s", static_cast<std::int64_t>(to)}, {"hash", chain.hash(to)}, {"marks", chain.marks(from, to)}});
            ++count;
            marks += to - from;
            from = to;
        }
    }
    finish();
    return seals;
}

bool has_unsealed(const Log& log, std::string_view by) {
    const std::vector<Claim> claims = claims_of(log).sound;
    const auto done = covered(chains_of(log, claims), claims);
    return std::any_of(log.ordered().begin(), log.ordered().end(), [&](const Op* op) {
        const auto found = done.find(op->id.actor);
        return op->by == by && !op->is_seal() && (found == done.end() || op->id.seq > found->second);
    });
}

SealReport check_seals(const Log& log) {
    const Claims claims = claims_of(log);
    const Chains chains = chains_of(log, claims.sound);
    std::map<OpId, SealFlaw> flaws;
    for (const Op* seal : claims.unsound) flaws.emplace(seal->id, SealFlaw{seal->id, true, seal->id});
    for (const Claim& claim : claims.sound) {
        const auto chain = chains.find(claim.actor);
        if (chain == chains.end()) continue;
        const auto& ops = chain->second.ops;
        for (auto one = ops.upper_bound(claim.last - claim.count()); one != ops.end() && one->first <= claim.last;
             ++one)
            if (one->second.digest.compare(0, mark_digits, claim.mark(one->first)) != 0)
                flaws.emplace(one->second.op->id, SealFlaw{one->second.op->id, false, claim.seal->id});
    }
    for (const Claim& claim : claims.sound) {
        const auto chain = chains.find(claim.actor);
        const bool whole = chain != chains.end() && chain->second.reaches(claim.last);
        // Where an op of the chain was altered, that is what is told of it.
        const auto told = flaws.lower_bound({claim.actor, 1});
        const bool altered = told != flaws.end() && told->first.actor == claim.actor && told->first.seq <= claim.last;
        if (whole && !altered && !fits(chain->second, claim))
            flaws.emplace(claim.seal->id, SealFlaw{claim.seal->id, true, claim.seal->id});
    }
    SealReport report;
    for (const auto& [id, flaw] : flaws) report.flaws.push_back(flaw);
    const auto done = covered(chains, claims.sound);
    for (const Op* op : log.ordered()) {
        if (op->is_seal()) ++report.seals;
        const auto found = done.find(op->id.actor);
        if (found != done.end() && op->id.seq <= found->second)
            ++report.sealed;
        else if (!op->is_seal())
            ++report.unsealed;
    }
    return report;
}

std::vector<OpId> sealed_ends(const Log& log) {
    std::vector<OpId> ends;
    for (const Claim& claim : claims_of(log).sound) ends.push_back({claim.actor, claim.last});
    return ends;
}

} // namespace desk
