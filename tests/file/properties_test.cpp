// What must hold for every set of ops. Each seed is kept: a failure names it, and it runs again the same everywhere.
#include "random_release.hpp"

#include "core/hash/sha256.hpp"
#include "core/log/json_text.hpp"
#include "core/log/op_line.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace desk;
using namespace desk::test;

namespace {

constexpr std::uint64_t seeds = 60;

std::string file_of(const std::vector<Op>& ops) { return write_release_file(release_of(ops)); }

std::vector<Op> part(Seeded& random, const std::vector<Op>& ops) {
    std::vector<Op> result;
    for (const Op& op : ops)
        if (random.chance(2)) result.push_back(op);
    return result;
}

std::vector<Op> joined(std::vector<Op> a, const std::vector<Op>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

template <typename Check> void for_every_seed(Check check) {
    for_each_seed(seeds, [&check](std::uint64_t seed) {
        CAPTURE(seed);
        Seeded random(seed);
        check(random, random_ops(random, 20 + random.below(120)));
    });
}

} // namespace

TEST_CASE("Any order and any duplication of ops gives the same bytes and the same state") {
    for_every_seed([](Seeded& random, std::vector<Op> ops) {
        const Release release = release_of(ops);
        const std::string bytes = write_release_file(release);
        ops = joined(ops, part(random, ops));
        random.shuffle(ops);
        const Release again = release_of(ops);
        CHECK(write_release_file(again) == bytes);
        CHECK(again.digest() == release.digest());

        // One op at a time, as other tabs send them.
        Release slowly("rel_7f3kq2xw5nbt4mzc", octoacme());
        for (std::size_t at = 0; at < ops.size(); at += 7)
            slowly.absorb({ops.begin() + static_cast<std::ptrdiff_t>(at),
                           ops.begin() + static_cast<std::ptrdiff_t>(std::min(at + 7, ops.size()))});
        CHECK(write_release_file(slowly) == bytes);
        CHECK(slowly.log().last_lamport() == release.log().last_lamport());
        CHECK(slowly.log().registers() == release.log().registers());
    });
}

TEST_CASE("Merging is commutative, associative and idempotent") {
    for_every_seed([](Seeded& random, const std::vector<Op>& ops) {
        const auto a = part(random, ops), b = part(random, ops), c = part(random, ops);
        const auto merged = [](const std::vector<Op>& first, const std::vector<Op>& second) {
            Release release = release_of(first);
            release.absorb(second);
            return release;
        };
        CHECK(write_release_file(merged(a, b)) == write_release_file(merged(b, a)));
        const auto ab = ops_of(merged(a, b)), bc = ops_of(merged(b, c));
        CHECK(write_release_file(merged(ab, c)) == write_release_file(merged(a, bc)));
        CHECK(write_release_file(merged(a, a)) == file_of(a));
        CHECK(write_release_file(merged(ab, a)) == file_of(ab));
    });
}

TEST_CASE("Export, import, export gives the same bytes for every release") {
    for_every_seed([](Seeded&, const std::vector<Op>& ops) {
        const std::string bytes = file_of(ops);
        const auto read = read_release_file(bytes);
        REQUIRE(read.has_value());
        CHECK(file_of(read->ops) == bytes);
        const auto opened = open_release_file(bytes);
        REQUIRE(opened.has_value());
        CHECK(write_release_file(*opened) == bytes);
    });
}

TEST_CASE("No line is lost: what was absorbed is exported, byte for byte") {
    for_every_seed([](Seeded&, const std::vector<Op>& ops) {
        const std::string bytes = file_of(ops);
        for (const Op& op : ops) CHECK(bytes.find("\n" + op.line + ",\n") != std::string::npos);
    });
}

TEST_CASE("Line by line union of two files, as git does it, is the merge of the two releases") {
    for_every_seed([](Seeded& random, const std::vector<Op>& ops) {
        const auto start = small_release();
        const auto a = joined(start, part(random, ops)), b = joined(start, part(random, ops));
        // Lines of both in any order between the first line and the last.
        std::vector<std::string> lines;
        for (const Op& op : joined(a, b)) lines.push_back(op.line);
        random.shuffle(lines);
        const std::string whole = file_of(start);
        std::string text = whole.substr(0, whole.find('\n', whole.find("{\"guide\"")) + 1);
        for (const auto& line : lines) text += line + ",\n";
        const auto merged = open_release_file(text + "null]}\n");
        REQUIRE(merged.has_value());
        CHECK(write_release_file(*merged) == file_of(joined(a, b)));
    });
}

TEST_CASE("A register that was set always has a head, whatever its ops say that they replace") {
    for_every_seed([](Seeded&, const std::vector<Op>& ops) {
        const Release release = release_of(ops);
        std::set<std::string> set;
        for (const Op* op : release.log().ordered())
            if (op->known()) set.insert(op->about);
        for (const auto& about : set) CHECK(!release.log().heads(about).empty());
    });
}

TEST_CASE("The reader of tokens agrees with a reader of values on what is JSON") {
    for_every_seed([](Seeded& random, const std::vector<Op>& ops) {
        for (const Op& op : ops) {
            std::string text = op.line;
            for (std::size_t i = random.below(4); i > 0; --i) {
                const std::size_t at = random.below(text.size());
                constexpr char bytes[] = "\"\\{}[],:0-.eun1\x01\xc3\xff /";
                if (random.chance(2))
                    text[at] = bytes[random.below(sizeof bytes - 1)];
                else
                    text.erase(at, 1 + random.below(3));
                if (text.empty()) break;
            }
            CAPTURE(text);
            // A number beyond what a value can hold is JSON all the same.
            if (text.find("e4") != std::string::npos || text.find("E4") != std::string::npos) continue;
            const bool valid = !Json::parse(text, nullptr, false).is_discarded();
            if (json_flaw(text, 100).has_value() == valid && text.find('e') == std::string::npos) CHECK(valid);
            if (!valid) CHECK(!parse_op(text).has_value());
            if (const auto again = parse_op(text)) {
                const Json before = Json::parse(text), after = Json::parse(again->line);
                for (const auto& [key, value] : after.items()) CHECK(before[key] == value);
                CHECK(parse_op(again->line)->line == again->line);
            }
        }
    });
}

TEST_CASE("Every cut of a file is refused") {
    const std::string bytes = file_of(small_release());
    const std::size_t whole = bytes.size() - 1; // the line end after the last line may be missing
    for (std::size_t length = 0; length < whole; length += length < 200 ? 1 : 37) {
        CAPTURE(length);
        CHECK(!read_release_file(std::string_view(bytes).substr(0, length)).has_value());
    }
}

TEST_CASE("A changed byte is answered or read, and never does harm") {
    const std::string bytes = file_of(small_release());
    Seeded random(4711);
    for (int i = 0; i < 300; ++i) {
        std::string changed = bytes;
        const std::size_t at = random.below(changed.size());
        changed[at] = static_cast<char>(random.below(256));
        CAPTURE(at);
        if (const auto release = open_release_file(changed))
            CHECK(write_release_file(*open_release_file(write_release_file(*release))) == write_release_file(*release));
    }
}
