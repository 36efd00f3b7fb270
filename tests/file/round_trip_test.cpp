#include "desk_copy.hpp"

#include "core/file/release_file.hpp"
#include "random_release.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace desk;
using namespace desk::test;

namespace {

Release from(std::vector<Op> ops) {
    Release release("rel_aaaaaaaaaaaaaaaa", octoacme());
    release.absorb(std::move(ops));
    return release;
}

// A release with everything in it that a desk can write, and some of what a newer one might.
Copy rich() {
    Copy copy = Copy::created();
    copy.to_approved();
    Copy other = copy.fork("other");
    other.as("Dara").act(command::CastVote{"project-manager", Answer::no_go, "“Zwei” partners — \\ \" \t\n日本語 🚀"});
    copy.as("Dara").act(command::CastVote{"project-manager", Answer::withdrawn, ""});
    copy.merge(other);
    return copy;
}

std::string replaced(std::string text, const std::string& what, const std::string& instead) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + instead.size()))
        text.replace(at, what.size(), instead);
    return text;
}

} // namespace

TEST_CASE("export, import, export gives the same bytes and the same digest") {
    const Copy copy = rich();
    const std::string file = write_release_file(copy.release());
    const auto opened = open_release_file(file);
    REQUIRE(opened.has_value());
    CHECK(write_release_file(*opened) == file);
    CHECK(opened->digest() == copy.digest());
    CHECK(Json::parse(file, nullptr, false).is_object());
}

TEST_CASE("importing the same file twice changes nothing") {
    const Copy copy = rich();
    const std::string file = write_release_file(copy.release());
    Release release = open_release_file(file).value();
    const Absorbed again = release.absorb(read_release_file(file).value().ops);
    CHECK(again.added == 0);
    CHECK(again.forked == 0);
    CHECK(again.known == release.log().size());
    CHECK(write_release_file(release) == file);
}

TEST_CASE("a file that another tool has formatted is read to the same release") {
    const Copy copy = rich();
    const std::string file = write_release_file(copy.release());
    const std::string pretty = Json::parse(file).dump(2);
    const std::string escaped = Json::parse(file).dump(-1, ' ', true);
    const std::string windows = replaced(file, "\n", "\r\n");
    const std::string marked = "\xef\xbb\xbf" + file;
    const std::string open_end = file.substr(0, file.size() - 1);
    for (const std::string& other : {pretty, escaped, windows, marked, open_end}) {
        const auto opened = open_release_file(other);
        REQUIRE(opened.has_value());
        CHECK(write_release_file(*opened) == file);
    }
}

TEST_CASE("lines in any order and any number are the same release, as git's merge=union may leave them") {
    const Copy copy = rich();
    const std::string file = write_release_file(copy.release());
    std::vector<std::string> lines;
    for (std::size_t at = file.find('\n') + 1; file.compare(at, 5, "null]") != 0;) {
        const std::size_t end = file.find('\n', at) + 1;
        lines.push_back(file.substr(at, end - at));
        at = end;
    }
    std::mt19937 random(7); // NOLINT: a kept seed
    for (int round = 0; round < 20; ++round) {
        std::vector<std::string> shuffled = lines;
        for (std::size_t i = 0; i < lines.size() / 2; ++i) shuffled.push_back(lines[random() % lines.size()]);
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        std::string other = file.substr(0, file.find('\n') + 1);
        for (const std::string& line : shuffled) other += line;
        other += "null]}\n";
        const auto opened = open_release_file(other);
        REQUIRE(opened.has_value());
        CHECK(write_release_file(*opened) == file);
    }
}

TEST_CASE("unknown ops, unknown keys and long numbers survive byte for byte") {
    Copy copy = Copy::created();
    std::string file = write_release_file(copy.release());
    const std::string unknown =
        R"({"a":"zz","s":1,"t":99,"w":1764000000001,"by":"Kofi","k":"attest","i":"attestation","v":{"n":123456789012345678901234567890.5000,"b":{"z":1,"a":[]}},"x-seal":"ab","é":[1.0,1e5]},)";
    file.insert(file.find("null]"), unknown + "\n");
    const auto opened = open_release_file(file);
    REQUIRE(opened.has_value());
    CHECK(opened->log().unknown().size() == 1);
    CHECK(write_release_file(*opened) == file);
    CHECK(opened->digest() == copy.digest());
}

TEST_CASE("two ops with one identity are a fork: both are kept, whichever came first, and both are exported") {
    Copy copy = Copy::created();
    const std::string file = write_release_file(copy.release());
    const std::string forged = replaced(file, "\"v\":\"Saved carts\"", "\"v\":\"Lost carts\"");
    Release one = open_release_file(file).value();
    one.absorb(read_release_file(forged).value().ops);
    Release two = open_release_file(forged).value();
    two.absorb(read_release_file(file).value().ops);
    CHECK(one.state().forks == 1);
    CHECK(write_release_file(one) == write_release_file(two));
    CHECK(one.digest() == two.digest());
    const std::string both = write_release_file(one);
    CHECK(both.find("Saved carts") != std::string::npos);
    CHECK(both.find("Lost carts") != std::string::npos);
    CHECK(write_release_file(open_release_file(both).value()) == both);
}

TEST_CASE("union is commutative, associative and idempotent, and any subset and then the rest is the whole") {
    const std::vector<Op> all = ops_of(rich().release());
    const std::string whole = write_release_file(from(all));
    for (unsigned seed = 1; seed <= 50; ++seed) {
        std::mt19937 random(seed); // NOLINT: a kept seed
        std::vector<Op> a, b, c;
        for (const Op& op : all) {
            // Each op is on at least one copy.
            const unsigned where = random() % 7 + 1;
            if (where & 1U) a.push_back(op);
            if (where & 2U) b.push_back(op);
            if (where & 4U) c.push_back(op);
        }
        Release ab_c = from(a);
        ab_c.absorb(b);
        ab_c.absorb(c);
        ab_c.absorb(a);
        Release c_ba = from(c);
        std::vector<Op> ba = b;
        ba.insert(ba.end(), a.begin(), a.end());
        std::shuffle(ba.begin(), ba.end(), random);
        c_ba.absorb(ba);
        CHECK_MESSAGE(write_release_file(ab_c) == whole, seed);
        CHECK_MESSAGE(write_release_file(c_ba) == whole, seed);
        CHECK_MESSAGE(ab_c.digest() == c_ba.digest(), seed);
    }
}

TEST_CASE("a suggested file name suits every file system") {
    State state;
    state.product.text = "Checkout / Carts: \"new\"";
    state.version.text = "4.2.0-rc.1+b7";
    CHECK(suggested_file_name(state) == "checkout-carts-new-4.2.0-rc.1+b7.release.json");
    state.product.text = "../..";
    CHECK(suggested_file_name(state) == "4.2.0-rc.1+b7.release.json");
    state.product.text = "日本語";
    state.version.text = "";
    CHECK(suggested_file_name(state) == "release.release.json");
}
