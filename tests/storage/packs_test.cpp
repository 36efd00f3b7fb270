// What both stores share, apart from any store.
#include <doctest/doctest.h>

#include "contract.hpp"
#include "core/packs.hpp"

using namespace desk;
using contract::pack;

TEST_CASE("The checksum is FNV-1a of 64 bits") {
    CHECK(pack_checksum("") == "cbf29ce484222325");
    CHECK(pack_checksum("a") == "af63dc4c8601ec8c");
    CHECK(pack_checksum("foobar") == "85944171f73967e8");
}

TEST_CASE("The seal covers every part of a pack, and where parts end") {
    const Pack base = pack("rel_a", "k1", 1, 2);
    Pack shifted = base;
    shifted.release = "rel_ak";
    shifted.actor = "1";
    Pack moved = base, counted = base, changed = base;
    moved.first_seq = 2;
    counted.count = 3;
    changed.lines[3] ^= 1;
    for (const Pack& other : {shifted, moved, counted, changed}) CHECK(pack_seal(other) != pack_seal(base));
    CHECK(entry_seal("ab", "c") != entry_seal("a", "bc"));
}

TEST_CASE("Missing parts fill the gaps between what is stored") {
    const Pack all = pack("rel_a", "k1", 1, 10);
    const auto missing = missing_parts(all, {pack("rel_a", "k1", 8, 1), pack("rel_a", "k1", 3, 2)});
    REQUIRE(missing);
    CHECK(*missing ==
          std::vector<Pack>{pack("rel_a", "k1", 1, 2), pack("rel_a", "k1", 5, 3), pack("rel_a", "k1", 9, 2)});
    CHECK(missing_parts(all, {pack("rel_a", "k2", 1, 1, "other"), pack("rel_b", "k1", 1, 1, "other")})->size() == 1);
    CHECK(!missing_parts(all, {pack("rel_a", "k1", 10, 5, "other")}));
}

TEST_CASE("Packs are joined only without gaps, within a chain, and up to a size") {
    CHECK(plan_consolidation({pack("rel_a", "k1", 1, 1), pack("rel_a", "k1", 3, 1)}).joined.empty());
    CHECK(plan_consolidation({pack("rel_a", "k1", 1, 1), pack("rel_a", "k2", 2, 1)}).joined.empty());
    const std::string long_word(joined_pack_bytes / 3, 'z');
    std::vector<Pack> packs;
    for (std::uint64_t seq = 1; seq <= 5; ++seq) packs.push_back(pack("rel_a", "k1", seq, 1, long_word));
    const Consolidation plan = plan_consolidation(packs);
    CHECK(plan.replaced == std::vector<std::size_t>{0, 1, 2, 3});
    CHECK(plan.joined.size() == 2);
    for (const Pack& joined : plan.joined) CHECK(joined.lines.size() <= joined_pack_bytes);
}
