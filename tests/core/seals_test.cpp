// Seals: they tell what was altered, and change nothing else.
#include "core/log/seals.hpp"

#include "desk_copy.hpp"

#include "core/commands/seal.hpp"
#include "core/commands/undo.hpp"
#include "core/history/history.hpp"
#include "core/log/gaps.hpp"
#include "core/log/op_line.hpp"
#include "core/release/registers.hpp"

#include <doctest/doctest.h>

using namespace desk;
using namespace desk::test;

namespace {

// A Minor release on its way, with votes.
Copy decided() {
    Copy copy = Copy::created();
    copy.to_deciding().everybody_votes_go();
    return copy;
}

void seal_it(Copy& copy) { copy.take(seal(copy.release(), copy.author())); }

const Op* last_of(const Log& log, std::string_view about) {
    const Op* last = nullptr;
    for (const Op* op : log.ordered())
        if (op->about == about) last = op;
    return last;
}

// The release as a file gives it in which one op reads otherwise; or, if `change` says no, without it.
template <class Change> Log altered(const Log& log, const OpId& which, const Change& change) {
    std::vector<Op> ops;
    for (Op op : log.everything()) {
        if (op.id == which && !change(op)) continue;
        op.line.clear(); // written anew from the fields
        ops.push_back(std::move(op));
    }
    Log other;
    other.absorb(std::move(ops));
    return other;
}

std::string told(const Log& log) {
    std::string text;
    for (const SealFlaw& flaw : check_seals(log).flaws)
        text += (text.empty() ? "" : "; ") + std::string(flaw.is_seal ? "seal " : "op ") + flaw.op.text();
    return text;
}

} // namespace

TEST_CASE("A seal covers every entry, and sealing again adds nothing") {
    Copy copy = decided();
    const std::size_t entries = copy.release().log().size();
    CHECK(check_seals(copy.release().log()).unsealed == entries);
    seal_it(copy);
    CHECK(copy.release().log().size() == entries + 1);
    const SealReport report = check_seals(copy.release().log());
    CHECK(report.seals == 1);
    CHECK(report.sealed == entries);
    CHECK(report.unsealed == 0);
    CHECK(report.flaws.empty());
    CHECK(seal(copy.release(), copy.author()).empty());
    copy.act(command::SetField{"name", "Carts"});
    CHECK(check_seals(copy.release().log()).unsealed == 1);
    seal_it(copy);
    CHECK(check_seals(copy.release().log()).seals == 2);
    CHECK(told(copy.release().log()).empty());
}

TEST_CASE("A seal changes nothing that is shown: no digest, history, vote, conflict or undo") {
    Copy copy = decided();
    copy.as("Ana").act(command::SetField{"notes:summary", "Carts survive"});
    const std::string digest = copy.digest();
    const std::size_t entries = history(copy.release()).size();
    const auto stale = [&] {
        std::size_t count = 0;
        for (const Vote& vote : copy.state().votes) count += vote.stale() ? 1 : 0;
        return count;
    };
    const std::size_t stale_before = stale();
    copy.as("CI");
    seal_it(copy);
    CHECK(copy.digest() == digest);
    CHECK(history(copy.release()).size() == entries);
    const auto people = authors(copy.release());
    CHECK(std::find(people.begin(), people.end(), "CI") == people.end());
    CHECK(stale() == stale_before);
    CHECK(copy.release().log().unknown().empty());
    CHECK(!last_act(copy.release(), "CI").has_value());
    // Two copies that seal apart agree.
    Copy other = copy.fork("bruno");
    other.as("Bruno").act(command::SetField{"name", "Carts"});
    seal_it(other);
    copy.as("Ana").act(command::SetField{"rollback:plan", "Back"});
    seal_it(copy);
    copy.merge(other);
    CHECK(copy.state().conflicts.empty());
    CHECK(told(copy.release().log()).empty());
    copy.act(command::Undo{});
    CHECK(copy.state().rollback_plan.text == "Switch traffic back to 4.1.3.");
}

TEST_CASE("An entry that was altered is named, also when it was sealed long before") {
    Copy copy = decided();
    seal_it(copy);
    copy.act(command::SetField{"name", "Carts"});
    seal_it(copy);
    const Log& log = copy.release().log();
    const OpId vote = last_of(log, "vote:qa")->id;
    CHECK(told(altered(log, vote, [](Op& op) { return op.value = Value("forged"), true; })) == "op " + vote.text());
    const OpId name = last_of(log, "name")->id;
    CHECK(told(altered(log, name, [](Op& op) { return op.by = "Bruno", true; })) == "op " + name.text());
    CHECK(told(altered(log, name, [](Op& op) { return op.wall_ms += 1, true; })) == "op " + name.text());
}

TEST_CASE("An entry that was cut out of a sealed part is missed, also the last one") {
    Copy copy = decided();
    copy.act(command::SetField{"name", "Carts"});
    Copy other = copy.fork("bruno"); // seals what others did
    other.as("Bruno");
    seal_it(other);
    const Log& log = other.release().log();
    const OpId last = last_of(log, "name")->id;
    const Log cut = altered(log, last, [](Op&) { return false; });
    const auto missing = gaps(cut);
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].actor == "ana");
    CHECK(missing[0].from == last.seq);
    CHECK(told(cut).empty());
}

TEST_CASE("A seal that was altered, or that says it is of another copy, does not fit") {
    Copy copy = decided();
    seal_it(copy);
    const Log& log = copy.release().log();
    const OpId seal_id = last_of(log, registers::seal("ana"))->id;
    const auto with = [&](const char* hash) {
        return altered(log, seal_id, [hash](Op& op) {
            const Value chain = op.value.member("chains").member("ana").with("hash", hash);
            const Value chains = {{"ana", chain}};
            op.value = {{"chains", chains}};
            return true;
        });
    };
    CHECK(told(with("00000000000000000000000000000000")) == "seal " + seal_id.text());
    CHECK(told(with("short")) == "seal " + seal_id.text());
    CHECK(told(altered(log, seal_id, [](Op& op) { return op.about = "seal:bruno", true; })) ==
          "seal " + seal_id.text());
    CHECK(told(altered(log, seal_id, [](Op& op) { return op.value = "sealed", true; })) == "seal " + seal_id.text());
}

TEST_CASE("Who alters an entry and seals anew cannot make the first seal fit") {
    Copy copy = decided();
    seal_it(copy);
    const OpId vote = last_of(copy.release().log(), "vote:qa")->id;
    Copy forger("mallory");
    forger.as("Mallory");
    forger.take(
        altered(copy.release().log(), vote, [](Op& op) { return op.value = Value("forged"), true; }).everything());
    seal_it(forger);
    CHECK(check_seals(forger.release().log()).seals == 2);
    CHECK(told(forger.release().log()) == "op " + vote.text());
    // Merged with the true copy, both contents are kept, and the seal knows which one it was made for.
    copy.merge(forger);
    CHECK(copy.release().log().forks().size() == 1);
    CHECK(!check_seals(copy.release().log()).flaws.empty());
}

TEST_CASE("An entry that was moved to another copy's name is missed there and told as altered") {
    Copy copy = decided();
    Copy other = copy.fork("bruno");
    other.as("Bruno").act(command::SetField{"name", "Carts"});
    seal_it(other);
    const Log& log = other.release().log();
    const OpId mine = last_of(log, "name")->id;
    const Log moved = altered(log, mine, [](Op& op) { return op.id = {"ana", 999}, true; });
    CHECK(gaps(moved).size() == 2); // bruno.1, and what ana must have made before her 999th
}

TEST_CASE("Who only passes on what others did seals nothing") {
    const Copy copy = decided();
    Copy bruno = copy.fork("bruno");
    CHECK(seal_own(bruno.release(), {"bruno", "Zoe", 1}).empty());
    CHECK(seal_own(bruno.release(), {"bruno", "Ana", 1}).size() == 1); // her own, from another copy of hers
}

TEST_CASE("More entries than one seal can hold take several") {
    Copy copy = Copy::created();
    std::vector<Op> ops;
    for (int actor = 0; actor < 450; ++actor) {
        Op op;
        op.id = {"x" + std::to_string(actor), 1};
        op.lamport = 100;
        op.by = "Ana";
        op.kind = "set";
        op.about = "name";
        op.value = std::to_string(actor);
        ops.push_back(std::move(op));
    }
    copy.take(std::move(ops));
    const auto seals = seal(copy.release(), copy.author());
    CHECK(seals.size() == 3);
    for (const Op& op : seals) CHECK(parse_op(op.line).has_value());
    copy.take(seals);
    CHECK(check_seals(copy.release().log()).unsealed == 0);
    CHECK(told(copy.release().log()).empty());
    CHECK(seal(copy.release(), copy.author()).empty());
}
