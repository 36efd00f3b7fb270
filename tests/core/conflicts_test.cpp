#include "desk_copy.hpp"

using namespace desk;
using namespace desk::test;

namespace {

void join(Copy& a, Copy& b) {
    a.merge(b);
    b.merge(a);
}

} // namespace

TEST_CASE("copies that hold the same ops show the same digest, whoever merged first") {
    Copy ana = Copy::created();
    ana.to_preparing();
    Copy bruno = ana.fork("bruno");
    bruno.as("Bruno").act(command::Sign{"support-ready", {}, true, {}, {}});
    ana.as("Ana").act(command::Sign{"notes-drafted", {}, true, {}, {}});
    CHECK(ana.digest() != bruno.digest());
    join(ana, bruno);
    CHECK(ana.digest() == bruno.digest());
    CHECK(settled_count(ana.state().requirements, ana.around.now_ms) == 2);
    CHECK(ana.state().conflicts.empty());
}

TEST_CASE("the digest tells what is so, not who typed it where or when") {
    Copy one = Copy::created();
    Copy two("other");
    two.around.now_ms += 86'400'000;
    two.by = "Ana";
    auto ops = create_release({"Checkout", "4.2.0", "minor", "Saved carts"}, *octoacme(), two.author(), two.around);
    Release release("rel_b", octoacme());
    release.absorb(std::move(*ops));
    CHECK(release.digest() == one.digest());
}

TEST_CASE("the digest of the same acts is the same everywhere: natively, as wasm, today and later") {
    Copy copy = Copy::created();
    copy.to_stable();
    CHECK(copy.digest() == "93aca3d634ce6546dc1ba2ec7a7f7861");
}

TEST_CASE("a disputed tick is not done until somebody decides, and the decision names all heads") {
    Copy ana = Copy::created();
    ana.to_preparing();
    Copy ivo = ana.fork("ivo");
    Copy lena = ana.fork("lena");
    lena.act(command::Assign{"ux-ui-designer", "Lena"});
    ivo.as("Ivo").act(command::Sign{"ui-approved", {}, true, {}, {}});
    lena.as("Lena").act(command::Sign{"ui-approved", {}, false, {}, {}});
    join(ivo, lena);
    const Item& item = *ivo.state().item("ui-approved");
    CHECK(item.disputed);
    CHECK(item.status == ItemStatus::open);
    REQUIRE(ivo.state().conflicts.size() == 1);
    CHECK(ivo.state().conflicts[0].about == "item:ui-approved:ux-ui-designer");
    CHECK(ivo.state().conflicts[0].heads.size() == 2);
    const Gate found = gate(ivo.release(), Phase::staging, ivo.around);
    CHECK(std::any_of(found.blockers.begin(), found.blockers.end(),
                      [](const Blocker& b) { return b.text == "UI changes match approved designs: copies disagree"; }));

    CHECK(ivo.refused(command::Resolve{"item:ui-approved:ux-ui-designer", "perhaps", ""}) ==
          std::vector<std::string>{"no-such-head"});
    ivo.act(command::Resolve{"item:ui-approved:ux-ui-designer", "done", ""});
    CHECK(ivo.state().conflicts.empty());
    CHECK(ivo.state().item("ui-approved")->status == ItemStatus::done);
    lena.merge(ivo);
    CHECK(lena.digest() == ivo.digest());
}

TEST_CASE("a disputed vote is a no-go that no override passes") {
    Copy ana = Copy::created();
    ana.to_deciding();
    ana.everybody_votes_go();
    Copy bruno = ana.fork("bruno");
    bruno.as("Bruno").act(command::CastVote{"support-lead", Answer::no_go, "Two agents are not briefed"});
    ana.act(command::Assign{"support-lead", "Ana"});
    ana.as("Ana").act(command::CastVote{"support-lead", Answer::go, ""});
    join(ana, bruno);
    CHECK(ana.state().vote("support-lead")->disputed);
    CHECK(ana.state().vote("support-lead")->answer == Answer::no_go);
    CHECK(ana.refused(command::Advance{Phase::approved, "", "", "we go"}) == std::vector<std::string>{"votes"});
}

TEST_CASE("a disputed phase is the earlier one, and its gates wait for a decision") {
    Copy ana = Copy::created();
    ana.to_staging();
    Copy other = ana.fork("other");
    ana.as("Ana").advance(Phase::on_hold, "Freeze");
    other.as("Ana").advance(Phase::cancelled, "Merged");
    join(ana, other);
    CHECK(ana.state().phase_disputed);
    CHECK(ana.phase() == Phase::on_hold);
    CHECK(ana.gate_names(Phase::staging, "conflict"));
}

TEST_CASE("what is missing for a dispute is the choice, among however many answers there are") {
    Copy ana = Copy::created();
    ana.to_preparing();
    Copy bruno = ana.fork("bruno"), chen = ana.fork("chen");
    int number = 0;
    for (Copy* copy : {&ana, &bruno, &chen}) {
        const std::string text = "Plan " + std::to_string(++number);
        copy->as("Ana").act(command::SetField{"rollback:plan", text});
        copy->act(command::SetField{"rollback:last-good", "4.1." + std::to_string(number)});
    }
    join(ana, bruno);
    join(ana, chen);
    std::vector<std::string> told;
    for (const Blocker& blocker : gate(ana.release(), Phase::staging, ana.around).blockers)
        if (blocker.text.find("disagree") != std::string::npos) told.push_back(blocker.text + ". " + blocker.fix);
    CHECK(told == std::vector<std::string>{"Rollback plan: copies disagree. Choose one of the answers.",
                                           "Last known-good release: copies disagree. Choose one of the answers."});
}

TEST_CASE("two copies that took the same step agree") {
    Copy ana = Copy::created();
    ana.to_deciding();
    ana.everybody_votes_go();
    Copy other = ana.fork("other");
    ana.as("Ana").advance(Phase::approved);
    other.as("Ana").advance(Phase::approved);
    join(ana, other);
    CHECK_FALSE(ana.state().phase_disputed);
    CHECK(ana.state().conflicts.empty());
    CHECK(ana.phase() == Phase::approved);
}

TEST_CASE("a go that did not see a no-go elsewhere does not stand") {
    Copy ana = Copy::created();
    ana.to_deciding();
    ana.everybody_votes_go();
    Copy farah = ana.fork("farah");
    farah.as("Farah").act(command::CastVote{"qa", Answer::no_go, "Build 9128 fails"});
    ana.as("Ana").advance(Phase::approved);
    join(ana, farah);
    CHECK(ana.phase() == Phase::deciding);
    CHECK(ana.state().approval_lost == std::vector<std::string>{"votes"});
}

TEST_CASE("a person dropped on one copy and unseen by the other stays, flagged") {
    Copy ana = Copy::created();
    ana.act(command::Assign{"qa", "Farah"});
    Copy other = ana.fork("other");
    ana.act(command::Unassign{"qa", "Farah"});
    CHECK_FALSE(ana.state().holds("qa", "Farah"));
    other.act(command::Unassign{"qa", "Farah"}).act(command::Assign{"qa", "Farah"});
    join(ana, other);
    CHECK(ana.state().holds("qa", "Farah"));
    REQUIRE(ana.state().conflicts.size() == 1);
    CHECK(ana.state().conflicts[0].about == "role:qa:Farah");
}

TEST_CASE("free text in conflict can be resolved with a third wording, checked like any other") {
    Copy ana = Copy::created();
    Copy other = ana.fork("other");
    ana.act(command::SetField{"rollback:last-good", "4.1.3"});
    other.act(command::SetField{"rollback:last-good", "4.1.2"});
    join(ana, other);
    CHECK(ana.gate_names(Phase::preparing, "conflict") == false);
    CHECK(ana.refused(command::Resolve{"rollback:last-good", "v4", ""}) == std::vector<std::string>{"version"});
    ana.act(command::Resolve{"rollback:last-good", "4.1.1", ""});
    CHECK(ana.state().last_good.text == "4.1.1");
    CHECK(ana.refused(command::Resolve{"rollback:last-good", "4.1.1", ""}) == std::vector<std::string>{"no-conflict"});
}

TEST_CASE("an unknown critical op closes every gate and says why") {
    Copy ana = Copy::created();
    Op op;
    op.id = {"future", 1};
    op.lamport = 50;
    op.wall_ms = 1;
    op.by = "Kofi";
    op.kind = "attest";
    op.about = "attestation";
    op.critical = true;
    op.line = R"({"a":"future","s":1,"t":50,"w":1,"by":"Kofi","k":"attest","i":"attestation","crit":true})";
    Release release("rel_b", octoacme());
    std::vector<Op> ops{op};
    for (const Op* one : ana.release().log().ordered()) ops.push_back(*one);
    release.absorb(std::move(ops));
    const Gate found = gate(release, Phase::preparing, ana.around);
    REQUIRE(found.blockers.size() == 1);
    CHECK(found.blockers[0].rule == "newer-version");
}
