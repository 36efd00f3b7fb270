#include "core/packs.hpp"

#include "core/order.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace desk {

namespace {

constexpr std::uint64_t largest_seq = (1ULL << 53) - 1;

// The lines from the sequence number `from` up to, not including, `to`.
std::string_view lines_between(const Pack& pack, std::uint64_t from, std::uint64_t to) {
    const std::string_view lines = pack.lines;
    std::size_t begin = 0;
    for (std::uint64_t seq = pack.first_seq; seq < from; ++seq) begin = lines.find('\n', begin) + 1;
    std::size_t end = begin;
    for (std::uint64_t seq = from; seq < to; ++seq) end = lines.find('\n', end) + 1;
    return lines.substr(begin, end - begin);
}

Pack part_between(const Pack& pack, std::uint64_t from, std::uint64_t to) {
    return {pack.release, pack.actor, from, static_cast<std::uint32_t>(to - from),
            std::string(lines_between(pack, from, to))};
}

bool same_chain(const Pack& a, const Pack& b) { return a.release == b.release && a.actor == b.actor; }

StorageError disagreement(const Pack& given) {
    return {StorageError::Reason::exists,
            "Other changes are already stored in this place (" + pack_place(given) + "). Nothing was overwritten."};
}

} // namespace

Fnv1a& Fnv1a::add(std::string_view bytes) {
    std::uint64_t state = state_;
    for (const char byte : bytes) {
        state ^= static_cast<unsigned char>(byte);
        state *= 1099511628211ULL;
    }
    state_ = state;
    return *this;
}

std::string Fnv1a::hex() const {
    std::string text(16, '0');
    std::uint64_t rest = state_;
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit, rest >>= 4) *digit = "0123456789abcdef"[rest & 15U];
    return text;
}

std::string pack_seal(const Pack& pack) {
    // The lengths keep ("ab", "c") and ("a", "bc") apart.
    const std::string key = std::to_string(pack.release.size()) + ' ' + pack.release + ' ' +
                            std::to_string(pack.actor.size()) + ' ' + pack.actor + ' ' +
                            std::to_string(pack.first_seq) + ' ' + std::to_string(pack.count) + '\n';
    return Fnv1a().add(key).add(pack.lines).hex();
}

std::string entry_seal(std::string_view key, std::string_view text) {
    return Fnv1a().add(std::to_string(key.size())).add(" ").add(key).add("\n").add(text).hex();
}

std::optional<std::string> pack_flaw(const Pack& pack) {
    if (pack.release.empty()) return "it names no release";
    if (pack.actor.empty()) return "it names no actor";
    if (pack.count == 0) return "it has no ops";
    if (pack.first_seq == 0 || pack.first_seq > largest_seq - pack.count)
        return "its sequence numbers are out of range";
    if (pack.lines.empty() || pack.lines.back() != '\n') return "its last line has no end";
    const auto ends = std::count(pack.lines.begin(), pack.lines.end(), '\n');
    if (static_cast<std::uint64_t>(ends) != pack.count)
        return "it has " + std::to_string(ends) + " lines and should have " + std::to_string(pack.count);
    return std::nullopt;
}

std::string pack_place(const Pack& pack) {
    std::string place = "release " + pack.release + ", actor " + pack.actor + ", ";
    if (pack.count <= 1) return place + "op " + std::to_string(pack.first_seq);
    return place + "ops " + std::to_string(pack.first_seq) + " to " + std::to_string(pack_end(pack) - 1);
}

bool pack_before(const Pack& a, const Pack& b) {
    return std::tie(a.release, a.actor, a.first_seq) < std::tie(b.release, b.actor, b.first_seq);
}

tl::expected<std::vector<Pack>, StorageError> missing_parts(const Pack& given, const std::vector<Pack>& stored) {
    std::vector<const Pack*> overlapping;
    for (const Pack& pack : stored)
        if (same_chain(pack, given) && pack.first_seq < pack_end(given) && given.first_seq < pack_end(pack))
            overlapping.push_back(&pack);
    std::sort(overlapping.begin(), overlapping.end(),
              [](const Pack* a, const Pack* b) { return a->first_seq < b->first_seq; });

    std::vector<Pack> missing;
    std::uint64_t next = given.first_seq; // the first op whose place is not settled
    for (const Pack* pack : overlapping) {
        const std::uint64_t from = std::max(pack->first_seq, given.first_seq);
        const std::uint64_t to = std::min(pack_end(*pack), pack_end(given));
        if (lines_between(*pack, from, to) != lines_between(given, from, to))
            return tl::unexpected(disagreement(given));
        if (next < from) missing.push_back(part_between(given, next, from));
        next = std::max(next, to);
    }
    if (next == given.first_seq)
        missing.push_back(given);
    else if (next < pack_end(given))
        missing.push_back(part_between(given, next, pack_end(given)));
    return missing;
}

tl::expected<std::vector<Pack>, StorageError> prepared_packs(std::vector<Pack> packs) {
    for (const Pack& pack : packs)
        if (const auto flaw = pack_flaw(pack))
            return tl::unexpected(StorageError{StorageError::Reason::broken, "These changes cannot be stored (" +
                                                                                 pack_place(pack) + "): " + *flaw +
                                                                                 ". Use Export now to keep them."});
    put_in_order(packs, pack_before);
    std::vector<Pack> result;
    result.reserve(packs.size());
    for (Pack& pack : packs) {
        // What came before overlaps only if it reaches past this start; the results of one chain do not
        // overlap, so that looking back ends at the first that lies wholly before.
        std::vector<Pack> earlier;
        for (auto it = result.rbegin(); it != result.rend() && same_chain(*it, pack) && pack.first_seq < pack_end(*it);
             ++it)
            earlier.push_back(*it);
        if (earlier.empty()) {
            result.push_back(std::move(pack));
            continue;
        }
        auto missing = missing_parts(pack, earlier);
        if (!missing) return tl::unexpected(missing.error());
        std::move(missing->begin(), missing->end(), std::back_inserter(result));
    }
    return result;
}

Consolidation plan_consolidation(const std::vector<Pack>& packs) {
    Consolidation plan;
    for (std::size_t begin = 0; begin < packs.size();) {
        std::size_t end = begin + 1;
        std::size_t bytes = packs[begin].lines.size();
        while (end < packs.size() && same_chain(packs[begin], packs[end]) &&
               pack_end(packs[end - 1]) == packs[end].first_seq && bytes + packs[end].lines.size() <= joined_pack_bytes)
            bytes += packs[end++].lines.size();
        if (end - begin > 1) {
            Pack joined = packs[begin];
            joined.lines.reserve(bytes);
            plan.replaced.push_back(begin);
            for (std::size_t i = begin + 1; i < end; ++i) {
                joined.count += packs[i].count;
                joined.lines += packs[i].lines;
                plan.replaced.push_back(i);
            }
            plan.joined.push_back(std::move(joined));
        }
        begin = end;
    }
    return plan;
}

} // namespace desk
