#include "history.hpp"

#include "seeded.hpp"

#include "core/commands/op_writer.hpp"
#include "core/release/registers.hpp"

namespace desk::bench {

namespace {

using test::Seeded;

constexpr std::size_t shared_edits = 600, own_edits = 200;

std::shared_ptr<const Guide> octoacme() {
    static const auto guide = std::make_shared<const Guide>(parse_guide(octoacme_guide_text()).value());
    return guide;
}

const ItemSpec& any_item(Seeded& random, const Guide& guide) {
    const auto& list = random.chance(3) ? guide.requirements : guide.checklist;
    return list[random.below(list.size())];
}

std::string any_text(Seeded& random, std::size_t words) {
    constexpr const char* some[] = {"saved",  "carts",   "now",  "survive", "signing", "out",      "on",   "every",
                                    "device", "tested",  "with", "backups", "of",      "Checkout", "and",  "größere",
                                    "orders", "rollout", "by",   "region",  "see",     "runbook",  "step", "four"};
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
        if (!text.empty()) text += ' ';
        text += some[random.below(std::size(some))];
    }
    return text + " " + std::to_string(random.below(1000));
}

Value any_vote(Seeded& random, const Release& release) {
    Value basis = Value::object();
    for (const auto& [part, digest] : release.state().content) basis = basis.with(part, digest);
    if (random.chance(5)) return {{"vote", "no-go"}, {"reason", any_text(random, 6)}, {"basis", basis}};
    return {{"vote", "go"}, {"basis", basis}};
}

// One edit as a person makes them: mostly sign-offs, then notes, votes, links and fields.
void edit(Seeded& random, const Release& release, OpWriter& writer) {
    const Guide& guide = release.guide();
    const ItemSpec& item = any_item(random, guide);
    const std::size_t kind = random.below(20);
    if (kind < 11) {
        const std::string& role = item.owners[random.below(item.owners.size())];
        writer.set(registers::sign_off(item.key, role), random.chance(4) ? "open" : "done");
    } else if (kind < 14) {
        writer.set(registers::note(item.key), any_text(random, 8));
    } else if (kind < 16) {
        writer.set(registers::notes(guide.notes[random.below(guide.notes.size())].key), any_text(random, 25));
    } else if (kind < 18) {
        writer.set(registers::vote(guide.voters[random.below(guide.voters.size())]), any_vote(random, release));
    } else if (kind < 19) {
        writer.write("add", registers::evidence(item.key, "https://ci.example/" + std::to_string(random.below(10000))),
                     nullptr);
    } else {
        writer.set("rollback:plan", any_text(random, 30));
    }
}

void edit_many(Seeded& random, Release& release, const char* actor, const char* by, std::size_t count,
               std::int64_t& now_ms) {
    // An op replaces heads that the log knows, so each joins it at once; the state is derived at the end.
    Log log;
    log.absorb(release.log().everything());
    std::vector<Op> all;
    for (std::size_t i = 0; i < count; ++i) {
        now_ms += 1000 + static_cast<std::int64_t>(random.below(600'000));
        const Author author{actor, by, now_ms};
        OpWriter writer(log, author);
        edit(random, release, writer);
        auto ops = writer.take();
        all.insert(all.end(), ops.begin(), ops.end());
        log.absorb(std::move(ops));
    }
    release.absorb(std::move(all));
}

} // namespace

Diverged diverged(std::size_t number) {
    Seeded random(number + 1);
    std::int64_t now_ms = 1'764'000'000'000;
    const auto digits = std::to_string(number);
    Release ours("rel_" + digits, octoacme());
    const Author ana{"ana7k2m4n6p3q5r" + digits, "Ana Souza", now_ms};
    auto created = create_release({"Checkout", "4." + digits + ".0", "minor", "Saved carts"}, *octoacme(), ana, {});
    ours.absorb(std::move(created.value()));
    edit_many(random, ours, ana.actor.c_str(), "Ana Souza", shared_edits - ours.log().size(), now_ms);
    Release theirs = ours.emptied();
    theirs.absorb(ours);
    std::int64_t their_now_ms = now_ms;
    edit_many(random, ours, ("bruno3x7y2z5w4" + digits).c_str(), "Bruno Lima", own_edits, now_ms);
    edit_many(random, theirs, ("chen5t3u7v2s6d4" + digits).c_str(), "陳 Chen", own_edits, their_now_ms);
    return {std::move(ours), std::move(theirs)};
}

} // namespace desk::bench
