#include "core/log/gaps.hpp"
#include "core/log/log.hpp"
#include "core/log/op_line.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace desk;

namespace {

// "set" of a register, unless the kind says otherwise.
Op op(const char* actor, std::uint64_t seq, std::uint64_t lamport, const char* about, const char* text,
      OpIds replaces = {}, const char* kind = "set") {
    Op result;
    result.id = {actor, seq};
    result.lamport = lamport;
    result.wall_ms = 0;
    result.by = "Ana";
    result.kind = kind;
    result.about = about;
    result.value = text;
    result.replaces = std::move(replaces);
    write_line(result);
    return result;
}

std::string heads(const Log& log, std::string_view about) {
    std::string text;
    for (const Op* head : log.heads(about)) text += (text.empty() ? "" : " ") + head->value.text();
    return text;
}

// What must be the same in every order of the ops.
void in_every_order(std::vector<Op> ops, std::string_view about, const std::string& expected) {
    std::sort(ops.begin(), ops.end(), [](const Op& a, const Op& b) { return a.line < b.line; });
    do {
        Log at_once, one_by_one;
        at_once.absorb(ops);
        for (const Op& each : ops) one_by_one.absorb({each});
        CHECK(heads(at_once, about) == expected);
        CHECK(heads(one_by_one, about) == expected);
    } while (std::next_permutation(ops.begin(), ops.end(), [](const Op& a, const Op& b) { return a.line < b.line; }));
}

} // namespace

TEST_CASE("The heads of a register are what no newer op on it replaces") {
    const Op first = op("a", 1, 1, "name", "one"), mine = op("a", 2, 2, "name", "mine", {{"a", 1}}),
             yours = op("b", 1, 2, "name", "yours", {{"a", 1}});
    in_every_order({first}, "name", "one");
    in_every_order({first, mine}, "name", "mine");
    in_every_order({first, mine, yours}, "name", "mine yours");
    in_every_order({first, mine, yours, op("b", 2, 3, "name", "both", {{"a", 2}, {"b", 1}})}, "name", "both");
}

TEST_CASE("An op replaces nothing on another register") {
    in_every_order({op("a", 1, 1, "name", "one"), op("a", 2, 2, "version", "two", {{"a", 1}})}, "name", "one");
}

TEST_CASE("Ops that replace themselves or each other in a circle do not vanish") {
    in_every_order({op("a", 1, 1, "name", "self", {{"a", 1}})}, "name", "self");
    in_every_order({op("a", 1, 1, "name", "old", {{"b", 1}}), op("b", 1, 2, "name", "new", {{"a", 1}})}, "name", "new");
    in_every_order({op("a", 1, 5, "name", "x", {{"b", 1}}), op("b", 1, 5, "name", "y", {{"a", 1}})}, "name", "x y");
}

TEST_CASE("An op of an unknown kind says nothing, but passes on what it replaced") {
    const Op old = op("a", 1, 1, "name", "old"), amended = op("b", 1, 2, "name", "?", {{"a", 1}}, "amend");
    in_every_order({old, amended}, "name", "old");
    in_every_order({old, amended, op("b", 2, 3, "name", "new", {{"b", 1}})}, "name", "new");
    Log log;
    CHECK(log.absorb({old, amended}).unknown == 1);
    CHECK(log.unknown().size() == 1);
}

TEST_CASE("Of two ops with one id the smaller line stays, whichever came first, and the other stands aside") {
    const Op beta = op("a", 1, 4, "name", "beta"), alpha = op("a", 1, 3, "name", "alpha"),
             elsewhere = op("a", 1, 2, "version", "1.0.0");
    std::vector<Op> ops = {alpha, beta, elsewhere};
    const auto by_line = [](const Op& a, const Op& b) { return a.line < b.line; };
    std::sort(ops.begin(), ops.end(), by_line);
    const std::string smallest = ops.front().line;
    do {
        Log log;
        const Absorbed absorbed = log.absorb(ops);
        CHECK(absorbed.added == 1);
        CHECK(absorbed.forked == 2);
        CHECK(log.absorb(ops).known == 3);
        CHECK(log.size() == 1);
        CHECK(log.find({"a", 1})->line == smallest);
        REQUIRE(log.forks().size() == 1);
        CHECK(log.forks()[0].lines.size() == 2);
        CHECK(std::is_sorted(log.forks()[0].lines.begin(), log.forks()[0].lines.end()));
        CHECK(log.last_lamport() == 4);
        CHECK(log.registers().size() == 1);
    } while (std::next_permutation(ops.begin(), ops.end(), by_line));
}

TEST_CASE("Registers are listed by prefix, and the counts of each actor are known") {
    Log log;
    log.absorb({op("a", 1, 1, "vote:qa", "go"), op("b", 7, 2, "vote:developers", "go"), op("a", 2, 9, "window", "none"),
                op("c", 1, 3, "vote:zz", "?", {}, "amend")});
    CHECK(log.registers("vote:") == std::vector<std::string>{"vote:developers", "vote:qa"});
    CHECK(log.registers().size() == 3);
    CHECK(log.last_seq("a") == 2);
    CHECK(log.last_seq("b") == 7);
    CHECK(log.last_seq("nobody") == 0);
    CHECK(log.last_lamport() == 9);
    CHECK(log.heads("nothing").empty());
}

TEST_CASE("Ops that must have been made and are not here are gaps: holes in a count, and what is named as replaced") {
    const auto told = [](const std::vector<Op>& ops) {
        Log log;
        log.absorb(ops);
        std::string text;
        for (const Gap& gap : gaps(log))
            text += gap.actor + " " + std::to_string(gap.from) + "-" + std::to_string(gap.to) + ";";
        return text;
    };
    CHECK(told({}).empty());
    CHECK(told({op("a", 1, 1, "name", "x"), op("a", 2, 2, "name", "y"), op("b", 1, 3, "name", "z")}).empty());
    CHECK(told({op("a", 3, 1, "name", "x"), op("a", 7, 2, "name", "y")}) == "a 1-2;a 4-6;");
    CHECK(told({op("a", 1, 5, "name", "x", {{"b", 2}, {"a", 1}})}) == "b 1-2;");
    CHECK(told({op("a", 1, 1, "name", "x"), op("b", 1, 2, "name", "y", {{"a", 3}})}) == "a 2-3;");
    const std::uint64_t far = (std::uint64_t{1} << 53) - 1; // a hostile count costs nothing
    CHECK(told({op("a", far, 1, "name", "x")}) == "a 1-" + std::to_string(far - 1) + ";");
}

TEST_CASE("Everything that a log holds makes the same log again, forks too") {
    Log log;
    log.absorb({op("a", 1, 1, "name", "one"), op("a", 1, 1, "name", "two"), op("b", 1, 2, "k", "x", {}, "amend")});
    Log again;
    const Absorbed taken = again.absorb(log.everything());
    CHECK(taken.added == 2);
    CHECK(taken.forked == 1);
    CHECK(again.absorb(log.everything()).known == 3);
}
