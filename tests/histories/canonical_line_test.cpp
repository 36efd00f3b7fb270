// The fast path of reading ops, held against the path that reads token by token and against nlohmann/json.
#include "core/log/canonical_line.hpp"

#include "random_release.hpp"

#include "core/log/op_line.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace desk;
using namespace desk::test;

namespace {

bool same(const Op& a, const Op& b) {
    return a.id == b.id && a.lamport == b.lamport && a.wall_ms == b.wall_ms && a.by == b.by && a.kind == b.kind &&
           a.about == b.about && a.value == b.value && a.value.dump() == b.value.dump() && a.replaces == b.replaces &&
           a.critical == b.critical && a.line == b.line;
}

// What nlohmann/json reads in the line says the same as the op.
bool says(const Json& json, const Op& op) {
    std::vector<std::string> replaces;
    for (const OpId& id : op.replaces) replaces.push_back(id.text());
    return json.at("a") == op.id.actor.text() && json.at("s") == op.id.seq && json.at("t") == op.lamport &&
           json.at("w") == op.wall_ms && json.at("by") == op.by && json.at("k") == op.kind &&
           json.at("i") == op.about && json.value("v", Json()) == op.value.json() &&
           op.value.dump() == json.value("v", Json()).dump() && json.value("p", Json::array()) == Json(replaces) &&
           json.value("crit", Json(false)) == op.critical;
}

// Did the fast path answer? Whatever it said, it was right.
bool read_fast(const std::string& text) {
    CAPTURE(text);
    Op fast, slow, either;
    const bool answered = read_canonical_line(text, fast);
    const auto flaw = read_any_op(text, slow);
    const auto refused = read_op(text, either);
    REQUIRE(refused == flaw);
    if (!flaw) REQUIRE(same(either, slow));
    if (!answered) return false;
    REQUIRE(!flaw.has_value());
    REQUIRE(same(fast, slow));
    REQUIRE(fast.line == text);
    const Json json = Json::parse(text, nullptr, false);
    REQUIRE(!json.is_discarded());
    REQUIRE(says(json, fast));
    return true;
}

// The line with some bytes changed, cut out, doubled, put in or exchanged, or cut off.
std::string mutated(Seeded& random, std::string text) {
    constexpr char likely[] = "\"\\{}[],:0-.eutnf1\x01\xc3\xa9\xff /ua";
    for (std::size_t i = 1 + random.below(3); i > 0 && !text.empty(); --i) {
        const std::size_t at = random.below(text.size());
        switch (random.below(6)) {
        case 0:
            text[at] = static_cast<char>(random.below(256));
            break;
        case 1:
            text[at] = likely[random.below(sizeof likely - 1)];
            break;
        case 2:
            text.erase(at, 1 + random.below(4));
            break;
        case 3:
            text.insert(at, 1, likely[random.below(sizeof likely - 1)]);
            break;
        case 4:
            std::swap(text[at], text[random.below(text.size())]);
            break;
        default:
            if (random.chance(4))
                text.resize(at);
            else
                text.insert(at, text.substr(at, 1 + random.below(20)));
        }
    }
    return text;
}

} // namespace

TEST_CASE(
    "Where the fast path reads a line, reading it token by token and as JSON gives the same; else it says nothing") {
    std::size_t lines = 0, fast = 0, mutants_read = 0;
    for_each_seed(100, [&](std::uint64_t seed) {
        CAPTURE(seed);
        Seeded random(seed);
        for (const Op& op : random_ops(random, 25)) {
            ++lines;
            if (read_fast(op.line)) ++fast;
            Op written = op; // without unknown keys
            write_line(written);
            read_fast(written.line);
            for (int i = 0; i < 6; ++i)
                if (read_fast(mutated(random, written.line))) ++mutants_read;
        }
    });
    CHECK(lines >= 20);
    CHECK(fast > lines / 4);
    CHECK(mutants_read > lines / 10);
}

TEST_CASE("What commands write is read by the fast path") {
    Copy copy = Copy::created();
    copy.to_stable();
    for (const Op* op : copy.release().log().ordered()) {
        CAPTURE(op->line);
        CHECK(read_fast(op->line));
    }
}

TEST_CASE("The fast path leaves to the other what is rare") {
    const std::string start = R"({"a":"k3","s":2,"t":7,"w":0,"by":"Ana","k":"set","i":"x")";
    Op op;
    CHECK(read_canonical_line(start + "}", op));
    for (const char* rest :
         {R"(,"v":null})", R"(,"p":[]})", R"(,"crit":false})",    // would not be written
          R"(,"v":1.5})", R"(,"v":1e400})", R"(,"v":[[[[1]]]]})", // numbers and depths of other programs
          R"(,"v":{"a":1,"a":2}})", R"(,"v":"\u0041"})", R"(,"v":"\/"})", R"(,"z":1})", R"(,"p":["k3.1"],"v":1})",
          R"(,"p":["k3.01"]})", R"(,"p":["k3.0"]})", R"(,"v":01})", "} ", ""}) {
        CAPTURE(rest);
        op = Op();
        CHECK(!read_canonical_line(start + rest, op));
        read_fast(start + rest);
    }
}
