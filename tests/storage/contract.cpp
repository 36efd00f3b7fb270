#include "contract.hpp"

#include <utility>

namespace desk::contract {

namespace {

using Reason = StorageError::Reason;

auto damage(Pack key) {
    return [key = std::move(key)](Workshop& workshop, const Done& done) { workshop.damage_pack(key, done); };
}
void writes_fail(Workshop& workshop, const Done& done) { workshop.fail_writes(true, done); }
void writes_work(Workshop& workshop, const Done& done) { workshop.fail_writes(false, done); }
void handles_get_lost(Workshop& workshop, const Done& done) { workshop.lose_handles(done); }

auto quarantines(std::vector<std::string> bytes) {
    return [bytes = std::move(bytes)](Run& run, const StoreContents& contents) {
        std::vector<std::string> found;
        for (const QuarantinedBytes& item : contents.quarantined) {
            run.check(!item.where.empty(), "quarantined bytes say where they were");
            found.push_back(item.bytes);
        }
        run.check(found == bytes, "the quarantine holds " + std::to_string(found.size()) + " and not these " +
                                      std::to_string(bytes.size()));
    };
}

void keeps_packs_in_order(Run& run) {
    const Pack first = pack("rel_a", "k1", 1, 2), second = pack("rel_a", "k1", 3, 1), other = pack("rel_a", "k2", 1, 3);
    const Pack tenth = pack("rel_b", "k1", 10, 1), ninth = pack("rel_b", "k1", 9, 1);
    run.open().holds({}).append({tenth}).append({second, first}).append({other}).append({ninth});
    run.load([=](Run& look, const StoreContents& contents) {
        look.check(contents.packs == std::vector<Pack>{first, second, other, ninth, tenth}, "packs, whole, in order");
        look.check(contents.quarantined.empty(), "nothing in quarantine");
    });
}

void survives_reopening(Run& run) {
    const Pack stored = pack("rel_a", "k1", 1, 2);
    run.open().append({stored}).guide("d1", "guide").setting("theme", "dark").close().open().holds({stored});
    run.load([](Run& look, const StoreContents& contents) {
        look.check(contents.guides.size() == 1 && contents.guides[0].second == "guide", "the guide");
        look.check(contents.settings.size() == 1 && contents.settings[0].second == "dark", "the setting");
    });
}

void takes_nothing_at_all(Run& run) { run.open().append({}).holds({}); }

void stores_a_pack_given_twice_once(Run& run) {
    const Pack stored = pack("rel_a", "k1", 1, 2);
    run.open().append({stored}).append({stored}).append({stored, stored}).holds({stored});
    run.packs_stored([](int count) { return count == 1; }, "stored once");
}

void adds_only_what_is_new_of_a_longer_pack(Run& run) {
    const Pack known = pack("rel_a", "k1", 3, 2), longer = pack("rel_a", "k1", 1, 7);
    run.open().append({known}).append({longer}).holds({longer}).append({pack("rel_a", "k1", 2, 4)}).holds({longer});
}

void refuses_other_content_under_a_known_key(Run& run) {
    const Pack stored = pack("rel_a", "k1", 1, 2), other = pack("rel_a", "k1", 1, 2, "other");
    run.open().append({stored}).refuses({other}, {Reason::exists}).holds({stored});
    run.refuses({pack("rel_a", "k1", 2, 2, "other")}, {Reason::exists}).holds({stored});
    run.refuses({pack("rel_b", "k1", 1, 1), pack("rel_b", "k1", 1, 1, "other")}, {Reason::exists}).holds({stored});
}

void stores_all_or_none(Run& run) {
    const Pack stored = pack("rel_b", "k1", 1, 1);
    run.open().append({stored});
    run.refuses({pack("rel_a", "k1", 1, 1), pack("rel_b", "k1", 1, 1, "other"), pack("rel_c", "k1", 1, 1)},
                {Reason::exists});
    run.holds({stored});
    run.append({pack("rel_a", "k1", 1, 1), stored, pack("rel_c", "k1", 1, 1)});
    run.holds({pack("rel_a", "k1", 1, 1), stored, pack("rel_c", "k1", 1, 1)});
}

void refuses_what_is_no_pack(Run& run) {
    Pack miscounted = pack("rel_a", "k1", 1, 2);
    miscounted.count = 3;
    Pack cut = pack("rel_a", "k1", 1, 1);
    cut.lines.pop_back();
    run.open().refuses({miscounted}, {Reason::broken}).refuses({cut}, {Reason::broken});
    run.refuses({pack("rel_a", "k1", 0, 1)}, {Reason::broken}).holds({});
}

void sets_damaged_bytes_aside(Run& run) {
    const Pack sound = pack("rel_a", "k1", 1, 2), bad = pack("rel_a", "k1", 3, 2), after = pack("rel_a", "k1", 5, 1);
    run.open().append({sound}).append({bad}).append({after}).outside(damage(bad)).close().open();
    run.holds({sound, after}).load(quarantines({damaged_lines(bad)}));
    // The place is free again, and the quarantine stays, whatever follows.
    run.append({bad}).holds({sound, bad, after}).consolidate("rel_a").holds({sound, bad, after});
    run.close().open().load(quarantines({damaged_lines(bad)}));
}

void refuses_other_content_after_a_repeated_start(Run& run) {
    const Pack all = pack("rel_a", "k1", 1, 10), later = pack("rel_a", "k1", 14, 2);
    run.open().append({all}).append({later}).append({pack("rel_a", "k1", 1, 3)});
    run.refuses({pack("rel_a", "k1", 4, 2, "other")}, {Reason::exists});
    run.append({pack("rel_a", "k1", 11, 1)}).append({pack("rel_a", "k1", 12, 1)});
    run.refuses({pack("rel_a", "k1", 13, 2, "other")}, {Reason::exists});
    run.append({pack("rel_a", "k1", 13, 3)}).append({pack("rel_a", "k1", 16, 1)}).holds({pack("rel_a", "k1", 1, 16)});
}

void two_handles_never_share_a_key(Run& run) {
    const Pack first = pack("rel_a", "k1", 1, 1), second = pack("rel_a", "k1", 2, 1), third = pack("rel_a", "k1", 3, 2);
    run.open(0).open(1).append({first}, 0).append({second}, 0).append({first, second, third}, 1);
    run.refuses({pack("rel_a", "k1", 3, 1, "other")}, {Reason::exists}, 0);
    run.append({pack("rel_a", "k1", 3, 3)}, 0).holds({first, second, pack("rel_a", "k1", 3, 3)}, 1);
}

void heals_damage_that_an_append_meets(Run& run) {
    const Pack bad = pack("rel_a", "k1", 1, 2), next = pack("rel_a", "k1", 3, 1);
    run.open().append({bad}).outside(damage(bad)).append({next}).append({bad}).holds({bad, next});
    run.load(quarantines({damaged_lines(bad)}));
}

void consolidates_around_damage(Run& run) {
    std::vector<Pack> packs;
    for (std::uint64_t seq = 1; seq <= 9; ++seq) packs.push_back(pack("rel_a", "k1", seq, 1));
    const Pack bad = packs[4];
    run.open().append(packs).outside(damage(bad)).consolidate("rel_a");
    packs.erase(packs.begin() + 4);
    run.holds(packs).load(quarantines({damaged_lines(bad)}));
    run.packs_stored([](int count) { return count == 2; }, "two runs are left");
}

void replaces_guides_and_settings(Run& run) {
    run.open().guide("d2", "two").guide("d1", "one").guide("d2", "two again");
    run.setting("theme", "dark").setting("name", "Zoë").setting("theme", "light").setting("empty", "");
    run.load([](Run& look, const StoreContents& contents) {
        const std::vector<std::pair<std::string, std::string>> guides{{"d1", "one"}, {"d2", "two again"}};
        const std::vector<std::pair<std::string, std::string>> settings{
            {"empty", ""}, {"name", "Zoë"}, {"theme", "light"}};
        look.check(contents.guides == guides, "guides by digest");
        look.check(contents.settings == settings, "settings by key");
    });
}

void consolidates(Run& run) {
    std::vector<Pack> packs;
    for (std::uint64_t seq = 1; seq <= 60; ++seq)
        packs.push_back(pack("rel_a", seq % 2 ? "k1" : "k2", (seq + 1) / 2, 1));
    packs.push_back(pack("rel_b", "k1", 1, 1));
    packs.push_back(pack("rel_b", "k1", 2, 1));
    run.open().append(packs).holds(packs).consolidate("rel_a").holds(packs);
    run.packs_stored([](int count) { return count == 4; }, "two chains of rel_a, and rel_b as it was");
    // What was joined is still known op by op.
    run.append({packs[10], packs[11]}).holds(packs);
    run.refuses({pack("rel_a", "k1", 7, 1, "other")}, {Reason::exists});
    packs.push_back(pack("rel_a", "k1", 31, 1));
    run.append({packs.back()}).holds(packs).consolidate("rel_a").consolidate("rel_a").holds(packs);
    run.consolidate("rel_unknown").close().open().holds(packs);
}

void keeps_nothing_of_a_failed_write(Run& run) {
    const Pack before = pack("rel_a", "k1", 1, 1), failing = pack("rel_a", "k1", 2, 3),
               more = pack("rel_b", "k1", 1, 1);
    run.open().append({before}).outside(writes_fail);
    run.refuses({failing, more}, {Reason::full, Reason::broken, Reason::unavailable});
    run.refuses({failing, more}, {Reason::full, Reason::broken, Reason::unavailable});
    run.outside(writes_work).holds({before}).append({failing, more}).holds({before, failing, more});
    run.close().open().holds({before, failing, more});
}

void opens_a_lost_handle_again(Run& run) {
    const Pack first = pack("rel_a", "k1", 1, 1), second = pack("rel_a", "k1", 2, 1), third = pack("rel_a", "k1", 3, 1);
    run.open().append({first}).outside(handles_get_lost).append({second}).holds({first, second});
    run.outside(handles_get_lost).holds({first, second}).consolidate("rel_a").outside(handles_get_lost);
    run.setting("theme", "dark").append({third}).close().open().holds({first, second, third});
}

void is_not_made_anew_when_it_was_removed(Run& run) {
    const Pack first = pack("rel_a", "k1", 1, 1), second = pack("rel_a", "k1", 2, 1);
    run.open().append({first});
    run.outside([](Workshop& workshop, const Done& done) { workshop.remove_store(done); });
    run.refuses({second}, {Reason::unavailable}).refuses({second}, {Reason::unavailable});
    run.close().open().holds({});
}

void refuses_a_newer_schema(Run& run) {
    run.open().append({pack("rel_a", "k1", 1, 1)}).close();
    run.outside([](Workshop& workshop, const Done& done) { workshop.make_newer(done); });
    run.open().load_refused(Reason::newer_version);
    run.packs_stored([](int count) { return count == 1; }, "untouched");
}

void shares_with_another_handle(Run& run) {
    const Pack first = pack("rel_a", "k1", 1, 1), second = pack("rel_a", "k2", 1, 1), third = pack("rel_b", "k1", 1, 1);
    run.open(0).holds({}, 0).open(1).holds({}, 1).listen(0).listen(1);
    run.append({first}, 0).hears(1, "rel_a").holds({first}, 1);
    run.append({second}, 1).append({third}, 0).hears(0, "rel_a").hears(1, "rel_b");
    run.holds({first, second, third}, 0).holds({first, second, third}, 1);
    run.consolidate("rel_a", 1).holds({first, second, third}, 0);
    run.refuses({pack("rel_b", "k1", 1, 1, "other")}, {Reason::exists}, 1);
}

void takes_large_and_foreign_text(Run& run) {
    const Pack large = pack("rel_a", "k1", 1, 1, std::string(1U << 20, 'y'));
    const Pack foreign = pack("rel_ünï", "k1", 1, 2, "Größe 発売 🚀 \\u0000");
    run.open().append({large}).append({foreign}).append({pack("rel_a", "k1", 2, 1)});
    run.consolidate("rel_a").close().open().holds({large, pack("rel_a", "k1", 2, 1), foreign});
}

} // namespace

const std::vector<Scenario>& scenarios() {
    static const std::vector<Scenario> all{
        {"keeps packs, whole and in order", keeps_packs_in_order},
        {"survives reopening", survives_reopening},
        {"takes nothing at all", takes_nothing_at_all},
        {"stores a pack given twice once", stores_a_pack_given_twice_once},
        {"adds only what is new of a longer pack", adds_only_what_is_new_of_a_longer_pack},
        {"refuses other content under a known key", refuses_other_content_under_a_known_key},
        {"refuses other content after a repeated start", refuses_other_content_after_a_repeated_start},
        {"never lets two handles share a key", two_handles_never_share_a_key},
        {"stores all packs of an append or none", stores_all_or_none},
        {"refuses what is no pack", refuses_what_is_no_pack},
        {"sets damaged bytes aside, verbatim and for good", sets_damaged_bytes_aside},
        {"heals damage that an append meets", heals_damage_that_an_append_meets},
        {"consolidates around damage", consolidates_around_damage},
        {"replaces guides and settings", replaces_guides_and_settings},
        {"consolidates to few packs with the same ops", consolidates},
        {"keeps nothing of a failed write, and takes it again", keeps_nothing_of_a_failed_write},
        {"opens a lost handle again", opens_a_lost_handle_again},
        {"is not made anew when it was removed", is_not_made_anew_when_it_was_removed},
        {"refuses a newer schema and leaves it untouched", refuses_a_newer_schema},
        {"shares with another handle, which is told", shares_with_another_handle},
        {"takes large packs and foreign text", takes_large_and_foreign_text},
    };
    return all;
}

} // namespace desk::contract
