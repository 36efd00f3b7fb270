// What must hold for every history of every number of copies: merging is a union that loses nothing, its
// order says nothing, and each dispute is shown. Held against a reading of the register rule that knows nothing of the
// log.
#include "random_history.hpp"

#include "core/release/digest.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>

using namespace desk;
using namespace desk::test;

namespace {

using Lines = std::set<std::string>;

Lines lines_of(const Log& log) {
    Lines lines;
    for (const Op* op : log.ordered()) lines.insert(op->line);
    for (const Fork& fork : log.forks()) lines.insert(fork.lines.begin(), fork.lines.end());
    return lines;
}

// The same lines, and the same state.
void check_same(const Log& a, const Log& b) {
    CHECK(state_digest(a) == state_digest(b));
    CHECK(lines_of(a) == lines_of(b));
}

// A line as another program reads it.
struct Plain {
    std::string id, kind, said;
    std::uint64_t t = 0;
    std::set<std::string> names; // in `p`

    bool known() const { return kind == "create" || kind == "set" || kind == "add" || kind == "drop"; }
};
using Register = std::vector<Plain>;

// Is `older` named by a newer op that counts: a known one, or an unknown one that is replaced itself?
bool replaced(const Register& reg, const Plain& older) {
    return std::any_of(reg.begin(), reg.end(), [&](const Plain& newer) {
        return newer.t > older.t && newer.names.count(older.id) > 0 && (newer.known() || replaced(reg, newer));
    });
}

std::map<std::string, Register> registers_in(const Lines& lines) {
    std::map<std::string, Register> registers;
    std::set<std::string> ids; // of each the line that sorts first
    for (const std::string& line : lines) {
        const Json op = Json::parse(line, nullptr, false);
        Plain plain{op["a"].get<std::string>() + "." + op["s"].dump(), op["k"], {}, op["t"], {}};
        if (!ids.insert(plain.id).second) continue;
        const std::string about = op["i"];
        Json what = op.value("v", Json());
        // Two copies that went to the same phase agree, whatever their reasons were.
        if (about == "phase") what = phase_from(what.is_object() ? what.value("to", "") : "").value_or(Phase::draft);
        plain.said = (about == "phase" ? "" : plain.kind) + what.dump();
        if (op.contains("p")) plain.names = op["p"].get<std::set<std::string>>();
        registers[about].push_back(std::move(plain));
    }
    return registers;
}

// The registers about which heads disagree, read from the lines alone, each op held against each.
std::set<std::string> disputes(const Lines& lines) {
    std::set<std::string> found;
    for (const auto& [about, reg] : registers_in(lines)) {
        std::set<std::string> said;
        for (const Plain& op : reg)
            if (reg.size() > 1 && op.known() && !replaced(reg, op)) said.insert(op.said);
        if (said.size() > 1) found.insert(about);
    }
    return found;
}

std::set<std::string> shown(const State& state) {
    std::set<std::string> found;
    for (const Conflict& conflict : state.conflicts) found.insert(conflict.about);
    return found;
}

// In pieces, as other tabs and files bring them.
Log absorbed_in_pieces(Seeded& random, const std::vector<Op>& ops) {
    Log log;
    for (std::size_t at = 0; at < ops.size();) {
        const std::size_t end = std::min(ops.size(), at + 1 + random.below(ops.size()));
        log.absorb({ops.begin() + static_cast<std::ptrdiff_t>(at), ops.begin() + static_cast<std::ptrdiff_t>(end)});
        at = end;
    }
    return log;
}

Log merged(const Log& a, const Log& b) {
    Log both;
    both.absorb(a);
    both.absorb(b);
    return both;
}

void check_history(Seeded& random, const Replicas& replicas) {
    Release whole = replicas.front()->release().emptied();
    std::vector<Op> ops;
    Lines lines;
    for (const auto& copy : replicas) {
        whole.absorb(copy->release());
        for (Op& op : copy->release().log().everything())
            if (lines.insert(op.line).second || random.chance(8)) ops.push_back(std::move(op));
    }
    CHECK(lines_of(whole.log()) == lines); // nothing lost, altered or made up
    CHECK(shown(whole.state()) == disputes(lines));

    // Any order and any interleaving; some stand several times.
    random.shuffle(ops);
    const Log pieces = absorbed_in_pieces(random, ops);
    check_same(pieces, whole.log());
    CHECK(whole.digest() == state_digest(pieces));

    // A part, then the rest.
    const auto middle = ops.begin() + static_cast<std::ptrdiff_t>(random.below(ops.size()));
    Log partly;
    partly.absorb({ops.begin(), middle});
    partly.absorb({middle, ops.end()});
    check_same(partly, pieces);

    // Union: commutative, associative, idempotent.
    const Log &a = replicas[0]->release().log(), &b = replicas[1]->release().log(), &c = replicas[2]->release().log();
    const Log ab = merged(a, b);
    check_same(ab, merged(b, a));
    check_same(merged(ab, c), merged(a, merged(b, c)));
    check_same(merged(ab, a), ab);
}

} // namespace

TEST_CASE("Whatever five copies do, merging them in any way gives one state, loses nothing and shows each dispute") {
    std::size_t histories = 0, disputed = 0, forked = 0, unknown = 0;
    for_each_seed(usual_histories, [&](std::uint64_t seed) {
        CAPTURE(seed);
        Seeded random(seed);
        const Replicas replicas = random_history(random);
        check_history(random, replicas);
        const Release& one = replicas[random.below(replicas.size())]->release();
        ++histories;
        disputed += one.state().conflicts.size();
        forked += one.log().forks().size();
        unknown += one.log().unknown().size();
    });
    if (std::getenv("DESK_SEED")) return;
    // They are histories in which something happens, however many are asked for (DESK_HISTORIES).
    CHECK(disputed * 20 > histories);
    CHECK(forked * 20 > histories);
    CHECK(unknown * 40 > histories);
}
