// The layouts in which a release may come back: as it was written, and as git, editors and other programs leave it.
#include "lines.hpp"
#include "random_release.hpp"

#include "core/log/op_line.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace desk;
using namespace desk::test;

namespace {

std::string rewritten(const std::string& bytes) {
    auto release = open_release_file(bytes);
    if (!release) FAIL("line ", release.error().line, ": ", release.error().text);
    return write_release_file(*release);
}

Op op_from(const std::string& text) {
    auto op = parse_op(text);
    if (!op) FAIL(op.error());
    return std::move(*op);
}

Op later(const char* actor, std::uint64_t seq, std::uint64_t lamport, const char* about, const char* text) {
    return op_from(R"({"a":")" + std::string(actor) + R"(","s":)" + std::to_string(seq) + R"(,"t":)" +
                   std::to_string(lamport) + R"(,"w":0,"by":"Bruno","k":"set","i":")" + about + R"(","v":")" + text +
                   "\"}");
}

} // namespace

TEST_CASE("A file is one op a line between a first line, the guide and a last line") {
    const auto lines = lines_of(write_release_file(release_of(small_release())));
    REQUIRE(lines.size() == small_release().size() + 3);
    CHECK(lines[0] == R"({"format":"octoacme-release/1","release":"rel_7f3kq2xw5nbt4mzc","ops":[)");
    CHECK(lines[1].substr(0, 11) == R"({"guide":")" + octoacme()->digest.substr(0, 1));
    CHECK(lines[2] == small_release()[0].line + ",");
    CHECK(lines.back() == "null]}");
}

TEST_CASE("A file is one valid JSON document") {
    const Json file = Json::parse(write_release_file(release_of(small_release())), nullptr, false);
    REQUIRE(file.is_object());
    CHECK(file["ops"].size() == small_release().size() + 2);
    CHECK(file["ops"].back().is_null());
}

TEST_CASE("Export, import, export gives the same bytes") {
    const std::string bytes = write_release_file(release_of(small_release()));
    CHECK(rewritten(bytes) == bytes);
}

TEST_CASE("Importing the same file twice changes nothing") {
    const std::string bytes = write_release_file(release_of(small_release()));
    auto release = open_release_file(bytes);
    REQUIRE(release.has_value());
    const std::string digest = release->digest();
    const Absorbed again = release->absorb(read_release_file(bytes)->ops);
    CHECK(again.added == 0);
    CHECK(again.forked == 0);
    CHECK(again.known == small_release().size());
    CHECK(release->digest() == digest);
    CHECK(write_release_file(*release) == bytes);
}

TEST_CASE("A file that an editor or another program laid out anew says the same") {
    const std::string bytes = write_release_file(release_of(small_release()));
    const auto lines = lines_of(bytes);
    CHECK(rewritten(joined(lines, "\r\n")) == bytes);
    CHECK(rewritten(joined(lines, "  \n\n")) == bytes);
    CHECK(rewritten(joined(lines, " ")) == bytes);
    CHECK(rewritten(bytes.substr(0, bytes.size() - 1)) == bytes);
    CHECK(rewritten("\xef\xbb\xbf" + bytes) == bytes);
    CHECK(rewritten(Json::parse(bytes).dump(4)) == bytes);
    CHECK(rewritten(Json::parse(bytes).dump()) == bytes);
}

TEST_CASE("Keys of an op may stand in any order") {
    const std::string bytes = write_release_file(release_of(small_release()));
    auto lines = lines_of(bytes);
    for (std::size_t i = 2; i + 1 < lines.size(); ++i) {
        lines[i].pop_back();
        lines[i] = nlohmann::json::parse(lines[i]).dump() + ","; // sorted
    }
    CHECK(joined(lines) != bytes);
    CHECK(rewritten(joined(lines)) == bytes);
}

TEST_CASE("A first line of ours before entries over several lines is read") {
    const std::string bytes = write_release_file(release_of(small_release()));
    auto lines = lines_of(bytes);
    lines[3].insert(lines[3].find(",\"t\""), "\n   ");
    CHECK(rewritten(joined(lines)) == bytes);
}

TEST_CASE("The list of ops may be closed without null") {
    const std::string bytes = write_release_file(release_of(small_release()));
    std::string without = bytes;
    without.replace(without.rfind(",\nnull]}"), 8, "\n]}");
    CHECK(rewritten(without) == bytes);
}

TEST_CASE("Lines that git's union merge took from both sides join") {
    auto ops = small_release();
    const auto base = lines_of(write_release_file(release_of(ops)));
    const Op ours = later("ana7", 6, 6, "name", "Saved carts"),
             theirs = later("bruno3", 1, 6, "notes:summary", "Carts");
    ops.push_back(ours);
    ops.push_back(theirs);
    const std::string both = write_release_file(release_of(ops));

    SUBCASE("one side after the other") {
        auto merged = base;
        merged.insert(merged.end() - 1, {theirs.line + ",", ours.line + ","});
        CHECK(rewritten(joined(merged)) == both);
    }
    SUBCASE("lines that both sides had, twice") {
        auto merged = base;
        merged.insert(merged.end() - 1, {ours.line + ",", theirs.line + ",", ours.line + ",", base[1], base[2]});
        CHECK(rewritten(joined(merged)) == both);
    }
    SUBCASE("the last line twice, since one side had no line end after it") {
        auto merged = base;
        merged.insert(merged.end() - 1, {ours.line + ",", "null]}", theirs.line + ","});
        CHECK(rewritten(joined(merged)) == both);
    }
    SUBCASE("the whole file twice, since the line ends of one side differ") {
        auto first = base, second = base;
        first.insert(first.end() - 1, ours.line + ",");
        second.insert(second.end() - 1, theirs.line + ",");
        CHECK(rewritten(joined(first, "\r\n") + joined(second)) == both);
    }
    SUBCASE("the first line twice") {
        auto merged = base;
        merged.insert(merged.begin() + 1, base[0]);
        merged.insert(merged.end() - 1, {ours.line + ",", theirs.line + ","});
        CHECK(rewritten(joined(merged)) == both);
    }
}

TEST_CASE("Ops of unknown kinds and unknown keys stand in the next export byte for byte") {
    const std::string strange =
        R"({"a":"zoe1","s":1,"t":9,"w":5,"by":"Zoe","k":"amend","i":"future:thing",)"
        R"("v":{"b":1.500,"a":[1e5,-0]},"p":["ana7.2"],"crit":true,"z":1e400,"a b":{"é":"\u0001"}})";
    auto lines = lines_of(write_release_file(release_of(small_release())));
    lines.insert(lines.end() - 1, strange + ",");
    CHECK(rewritten(joined(lines)) == joined(lines));
    const auto release = open_release_file(joined(lines));
    CHECK(release->log().unknown().size() == 1);
    CHECK(release->state().closed_to_us);
}

TEST_CASE("Forked lines are written after the op with their id, and survive") {
    auto ops = small_release();
    ops.push_back(later("bruno3", 1, 6, "name", "Beta"));
    ops.push_back(later("bruno3", 1, 6, "name", "Alpha"));
    ops.push_back(later("bruno3", 1, 6, "name", "Gamma"));
    const std::string bytes = write_release_file(release_of(ops));
    const auto lines = lines_of(bytes);
    CHECK(lines[lines.size() - 4].find("Alpha") != std::string::npos);
    CHECK(lines[lines.size() - 3].find("Beta") != std::string::npos);
    CHECK(lines[lines.size() - 2].find("Gamma") != std::string::npos);
    CHECK(rewritten(bytes) == bytes);
    CHECK(open_release_file(bytes)->state().forks == 1);
}

TEST_CASE("The suggested name of a file is the product and version, fit for every disk") {
    State state;
    const auto name = [&state](const char* product, const char* version) {
        state.product.text = product;
        state.version.text = version;
        return suggested_file_name(state);
    };
    CHECK(name("Checkout", "4.2.0") == "checkout-4.2.0.release.json");
    CHECK(name("Pay & Go", "1.0.0-rc.1+b.2") == "pay-go-1.0.0-rc.1+b.2.release.json");
    CHECK(name("../../etc/passwd", "1.0.0") == "etc-passwd-1.0.0.release.json");
    CHECK(name("支払い", "1.0.0") == "1.0.0.release.json");
    CHECK(name("", "") == "release.release.json");
    CHECK(name(std::string(500, 'a').c_str(), "1.0.0").size() <= 120);
}
