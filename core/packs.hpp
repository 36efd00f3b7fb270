// What a store does with packs before and after it touches its records: the part that both stores share,
// without I/O.
//
// A pack's actor and first_seq are its key and nothing more: the lines are never parsed here.
#pragma once

#include "core/storage.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

// FNV-1a, 64 bits. `add` may be called many times; the parts run together.
class Fnv1a {
public:
    Fnv1a& add(std::string_view bytes);
    std::string hex() const; // 16 lower-case digits

private:
    std::uint64_t state_ = 14695981039346656037ULL;
};

// What a store writes beside a pack: a checksum of key, count and lines, so that damage to any of them is
// seen.
std::string pack_seal(const Pack& pack);

// The same for a guide (by its digest) or a setting (by its key).
std::string entry_seal(std::string_view key, std::string_view text);

// Why these values are no pack; nothing if they are one. Sequence numbers stay below 2^53, which every store
// can hold.
std::optional<std::string> pack_flaw(const Pack& pack);

// "release R, actor A, ops 4 to 6": where a pack stands, for a person.
std::string pack_place(const Pack& pack);

// The order of `load`: (release, actor, first_seq), by bytes.
bool pack_before(const Pack& a, const Pack& b);

// The sequence number after the last one.
inline std::uint64_t pack_end(const Pack& pack) { return pack.first_seq + pack.count; }

// What of `given` is not yet in `stored`, as packs to be written; empty if all of it is. Ops that are in both
// must be equal, else Reason::exists. `stored` holds sound packs of the same release and actor, in any order;
// others that do not overlap do no harm.
tl::expected<std::vector<Pack>, StorageError> missing_parts(const Pack& given, const std::vector<Pack>& stored);

// The packs of one append, in order and without overlaps among themselves. Reason::broken if one is no pack,
// Reason::exists if two of them disagree.
tl::expected<std::vector<Pack>, StorageError> prepared_packs(std::vector<Pack> packs);

// Runs of packs that follow each other without a gap, joined as far as a joined pack stays small enough to be
// read in passing. `replaced` are places in the list given; what is not named there stays as it is. Never
// splits a pack.
struct Consolidation {
    std::vector<std::size_t> replaced;
    std::vector<Pack> joined;
};
inline constexpr std::size_t joined_pack_bytes = 128U << 10;
Consolidation plan_consolidation(const std::vector<Pack>& packs_in_order);

} // namespace desk
