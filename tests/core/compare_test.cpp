// What one copy of a release has that another lacks, and what an arriving copy would bring.
#include "desk_copy.hpp"

#include "core/compare/copies.hpp"
#include "core/history/words.hpp"
#include "core/log/op_line.hpp"

using namespace desk;
using namespace desk::test;

namespace {

std::vector<std::string> lines(const std::vector<Difference>& differences) {
    std::vector<std::string> result;
    for (const Difference& one : differences) result.push_back(difference_words(one));
    return result;
}

std::vector<std::string> words(const std::vector<HistoryEntry>& entries) {
    std::vector<std::string> result;
    for (const HistoryEntry& entry : entries) result.push_back(entry.op->by + " " + entry.words);
    return result;
}

using Lines = std::vector<std::string>;

// The same ops, with one text instead of another: what a copied store or a hand in the file leaves behind.
Release forged(const Release& release, const std::string& text, const std::string& instead) {
    std::vector<Op> ops = release.log().everything();
    for (Op& op : ops)
        if (op.value == Value(text)) {
            op.value = instead;
            write_line(op);
        }
    Release other(release.id(), release.shared_guide());
    other.absorb(std::move(ops));
    return other;
}

} // namespace

TEST_CASE("copies that hold the same are equal, whoever wrote first") {
    Copy ana = Copy::created();
    ana.to_preparing();
    const Copy bruno = ana.fork("bruno");
    CHECK(copy_difference(ana.release(), bruno.release()).equal());
    CHECK(differences_between(ana.release(), ana.release()).empty());
}

TEST_CASE("what one copy has that the other lacks is told by its entries and by what reads otherwise") {
    Copy ana = Copy::created();
    ana.to_preparing();
    Copy bruno = ana.fork("bruno");
    ana.as("Ana").act(command::SetField{"rollback:last-good", "4.1.3"});
    bruno.as("Farah").act(command::Sign{"smoke-tests-prepared", {}, true, {"https://ci/1"}, {}});
    bruno.as("Bruno").act(command::Waive{"support-ready", "Wording only", "Emeka", ""});

    const CopyDifference difference = copy_difference(ana.release(), bruno.release());
    CHECK_FALSE(difference.equal());
    CHECK(words(difference.only_a) == Lines{"Ana named 4.1.3 as last known-good"});
    CHECK(words(difference.only_b) == Lines{"Farah said met: Smoke tests prepared",
                                            "Farah added evidence: Smoke tests prepared",
                                            "Bruno waived: Support documentation and training are complete"});
    CHECK(difference.forks.empty());
    CHECK(lines(difference.differences) ==
          Lines{"Last known-good release: 4.1.3 → not set (Ana)", "Smoke tests prepared: open → met (Farah)",
                "Evidence of Smoke tests prepared: none → https://ci/1 (Farah)",
                "Support documentation and training are complete: applies → waived: Wording only (Bruno)"});
}

TEST_CASE("phases, votes, people, windows and incidents are told in the words of the history") {
    Copy ana = Copy::created();
    ana.to_deciding();
    Copy later = ana.fork("later");
    later.as("Farah").act(command::CastVote{"qa", Answer::no_go, "Build 9128 fails"});
    later.act(command::CastVote{"qa", Answer::go, ""});
    later.everybody_votes_go();
    later.as("Ana").act(command::Assign{"ux-ui-designer", "Lena"});
    later.act(command::Unassign{"ux-ui-designer", "Ivo"});
    later.advance(Phase::approved).as("Chen").advance(Phase::deploying);
    later.act(command::OpenIncident{"i1", 2, "Sign-in fails"}).act(command::SetSeverity{"i1", 1});
    later.act(command::AddAction{"a1", "Test it", "Farah", "2026-12-15"});
    const Lines told = lines(differences_between(ana.release(), later.release()));
    for (const char* line :
         {"QA's vote: no vote → go (Farah)", "Ivo as UX/UI Designer: holds the role → no longer (Ana)",
          "Lena as UX/UI Designer: not assigned → holds the role (Ana)", "Phase: Deciding → Deploying (Chen)",
          "Incident: none → Sign-in fails (Chen)", "Severity of the incident: not set → 1 (Chen)",
          "Action item: none → Test it (Farah, due 2026-12-15) (Chen)"})
        CHECK_MESSAGE(std::find(told.begin(), told.end(), line) != told.end(), line);
    CHECK(told.size() == 12); // six votes
}

TEST_CASE("what follows from a change is told after it, and nobody said it") {
    Copy ana = Copy::created();
    ana.to_approved();
    Copy other = ana.fork("other");
    other.as("Ana").act(command::SetField{"notes:summary", "Carts"});
    const Lines told = lines(differences_between(ana.release(), other.release()));
    REQUIRE(told.size() == 8);
    CHECK(told.front() == "Summary: not set → Carts (Ana)");
    CHECK(std::find(told.begin(), told.end(), "Phase: Approved → Deciding: the approval is lost") != told.end());
    CHECK(std::find(told.begin(), told.end(), "QA's vote: go → go, stale") != told.end());
}

TEST_CASE("of a long text the line shows the part in which it differs, and the data all of it") {
    Copy ana = Copy::created();
    const std::string start = "Switch the traffic back to the former version with one click – then watch it. ";
    ana.act(command::SetField{"rollback:plan", start + "Call Goran."});
    Copy other = ana.fork("other");
    other.act(command::SetField{"rollback:plan", start + "Call Chen."});
    const auto changes = differences_between(ana.release(), other.release());
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].to == start + "Call Chen.");
    CHECK(difference_words(changes[0]) == "Rollback plan: …watch it. Call Goran. → …watch it. Call Chen. (Ana)");
}

TEST_CASE("an entry that says something else in the other copy is a fork") {
    Copy ana = Copy::created();
    const Release other = forged(ana.release(), "Saved carts", "Lost carts");
    const CopyDifference difference = copy_difference(ana.release(), other);
    CHECK_FALSE(difference.equal());
    CHECK(difference.only_a.empty());
    CHECK(difference.only_b.empty());
    REQUIRE(difference.forks.size() == 1);
    CHECK(lines(difference.differences) == Lines{"Name: Saved carts → Lost carts (Ana)"});

    Release both(other.id(), other.shared_guide());
    both.absorb(other.log().everything());
    both.absorb(ana.release().log().everything());
    CHECK(both.state().forks == 1);
    CHECK(copy_difference(ana.release(), both).forks == difference.forks);
    CHECK(copy_difference(both, both).equal());
}

TEST_CASE("an arriving copy is counted before it is taken in: new, known, conflicts, unknown, forks") {
    Copy ana = Copy::created();
    ana.to_preparing();
    Copy ivo = ana.fork("ivo");
    ana.act(command::Assign{"ux-ui-designer", "Lena"});
    ana.as("Lena").act(command::Sign{"ui-approved", {}, false, {}, {}});
    ivo.as("Ivo").act(command::Sign{"ui-approved", {}, true, {}, {}});
    ivo.act(command::SetField{"notes:summary", "Carts"});

    const std::string before = ana.digest();
    const Arrival told = arrival(&ana.release(), ivo.release());
    CHECK(ana.digest() == before);
    CHECK(told.counts.added == 2);
    CHECK(told.counts.known == ivo.release().log().size() - 2);
    CHECK(told.counts.unknown == 0);
    CHECK(told.counts.forked == 0);
    CHECK(told.conflicts == Lines{"item:ui-approved:ux-ui-designer"});
    CHECK(told.new_conflicts == told.conflicts);
    CHECK(lines(told.differences) ==
          Lines{"UI changes match approved designs: not met → in dispute: met (Ivo), or not met (Lena) (Ivo)",
                "Summary: not set → Carts (Ivo)"});
    CHECK(told.differences[0].disputed);
    const auto entries = new_entries(&ana.release(), told);
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].op->by == "Ivo");
    CHECK(entries[1].words == "wrote the release notes: Summary");

    const std::size_t taken = ana.merge(ivo).added;
    CHECK(taken == told.counts.added);
    const Arrival again = arrival(&ana.release(), ivo.release());
    CHECK(again.counts.added == 0);
    CHECK(again.conflicts.size() == 1);
    CHECK(again.new_conflicts.empty());
    CHECK(again.differences.empty());
}

TEST_CASE("an arriving release that is not known yet is all new; forks and unknown kinds are counted") {
    Copy ana = Copy::created();
    const Arrival all = arrival(nullptr, ana.release());
    CHECK(all.counts.added == ana.release().log().size());
    CHECK(all.counts.known == 0);
    CHECK(all.differences.empty());

    Release other = forged(ana.release(), "Saved carts", "Lost carts");
    Op op;
    op.id = {"future", 1};
    op.lamport = 50;
    op.by = "Kofi";
    op.kind = "attest";
    op.about = "attestation";
    other.absorb({op});
    const Arrival told = arrival(&ana.release(), other);
    CHECK(told.counts.added == 1);
    CHECK(told.counts.unknown == 1);
    CHECK(told.counts.forked == 1);
}

TEST_CASE("what nobody has written yet has a word for each kind of register") {
    CHECK(unsaid_words("phase") == "Draft");
    CHECK(unsaid_words("vote:qa") == "no vote");
    CHECK(unsaid_words("item:backup:infrastructure") == "open");
    CHECK(unsaid_words("item:backup") == "applies");
    CHECK(unsaid_words("role:qa:Farah") == "not assigned");
    CHECK(unsaid_words("evidence:backup:https://x") == "none");
    CHECK(unsaid_words("notes:summary") == "not set");
    CHECK(unsaid_words("incident:~i1:severity") == "not set");
    CHECK(unsaid_words("incident:~i1:log:~n1") == "none");
}
