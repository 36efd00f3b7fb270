// Documents of several releases: what they hold, how they may come back, and what is answered to bad ones.
#include "lines.hpp"
#include "random_release.hpp"

#include "core/file/workspace.hpp"
#include "core/hash/sha256.hpp"
#include "core/log/op_line.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace desk;
using namespace desk::test;

namespace {

Release release_named(const std::string& id, const std::vector<Op>& ops) {
    Release release(id, octoacme());
    release.absorb(ops);
    return release;
}

std::string workspace_of(const std::vector<Release>& releases) {
    std::vector<const Release*> list;
    for (const Release& release : releases) list.push_back(&release);
    return write_workspace(list);
}

std::vector<Release> two_releases() {
    std::vector<Release> list;
    list.push_back(release_named("rel_bbbb", small_release()));
    list.push_back(release_named("rel_aaaa", small_release()));
    return list;
}

std::string rewritten(const std::string& bytes) {
    const auto releases = open_workspace(bytes);
    if (!releases) FAIL("line ", releases.error().line, ": ", releases.error().text);
    return workspace_of(*releases);
}

const std::string first_line = "{\"format\":\"octoacme-workspace/1\",\"ops\":[\n";
const std::string last_line = "null]}\n";

std::string entry(const std::string& op, const std::string& release = "rel_aaaa") {
    return "{\"release\":\"" + release + "\",\"op\":" + op + "}";
}
const std::string sound_op = R"({"a":"ana7","s":2,"t":2,"w":0,"by":"Ana","k":"set","i":"product","v":"Checkout"})";

std::string file_with(const std::string& text) {
    return first_line + entry(sound_op) + ",\n" + text + ",\n" + last_line;
}

struct Hostile {
    std::string name, bytes;
    const char* message; // a part of it
    std::size_t line;
};

void check_all(const std::vector<Hostile>& table) {
    for (const Hostile& hostile : table) {
        CAPTURE(hostile.name);
        const auto read = open_workspace(hostile.bytes);
        REQUIRE(!read.has_value());
        CAPTURE(read.error().text);
        CHECK(read.error().text.find(hostile.message) != std::string::npos);
        CHECK(read.error().line == hostile.line);
        CHECK(read.error().text.size() < 400);
        CHECK(read.error().text.find('\n') == std::string::npos);
    }
}

} // namespace

TEST_CASE("A workspace is one op a line, with the release that it is of, and each guide once") {
    const auto lines = lines_of(workspace_of(two_releases()));
    const std::size_t ops = small_release().size();
    REQUIRE(lines.size() == 2 * ops + 3);
    CHECK(lines[0] == R"({"format":"octoacme-workspace/1","ops":[)");
    CHECK(lines[1] == "{\"guide\":\"" + octoacme()->digest + "\",\"text\":" + octoacme()->text + "},");
    CHECK(lines[2] == entry(small_release()[0].line) + ",");
    CHECK(lines[2 + ops] == entry(small_release()[0].line, "rel_bbbb") + ",");
    CHECK(lines.back() == "null]}");
    const Json document = Json::parse(joined(lines), nullptr, false);
    REQUIRE(document.is_object());
    CHECK(document["ops"].size() == 2 * ops + 2);
}

TEST_CASE("A workspace is the same bytes whatever the order of its releases, and comes back to them") {
    std::vector<Release> turned = two_releases();
    std::swap(turned[0], turned[1]);
    const std::string bytes = workspace_of(two_releases());
    CHECK(workspace_of(turned) == bytes);
    CHECK(rewritten(bytes) == bytes);
    const auto opened = open_workspace(bytes);
    REQUIRE(opened.has_value());
    REQUIRE(opened->size() == 2);
    CHECK((*opened)[0].id() == "rel_aaaa");
    CHECK((*opened)[0].digest() == turned[0].digest());
    CHECK(&(*opened)[0].guide() == &(*opened)[1].guide()); // kept once in memory too
    CHECK(write_release_file((*opened)[1]) == write_release_file(turned[1]));
}

TEST_CASE("Releases of different guides bring both") {
    std::string text = octoacme()->text;
    text.replace(text.find("OctoAcme guide"), 14, "A team's guide");
    const auto guide = std::make_shared<const Guide>(parse_guide(text).value());
    std::vector<Op> ops = small_release();
    ops[0].value = {{"guide", guide->digest}};
    write_line(ops[0]);
    std::vector<Release> list = two_releases();
    list.emplace_back("rel_cccc", guide);
    list.back().absorb(ops);
    const std::string bytes = workspace_of(list);
    CHECK(rewritten(bytes) == bytes);
    CHECK(open_workspace(bytes)->back().guide().name == "A team's guide");
}

TEST_CASE("Any releases come back byte for byte: unknown kinds, forks, every script") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        Seeded random(seed);
        std::vector<Release> list;
        for (int i = 0; i < 3; ++i) {
            auto ops = small_release();
            for (Op& op : random_ops(random, 30)) ops.push_back(std::move(op));
            list.push_back(release_named("rel_" + std::to_string(i), ops));
        }
        const std::string bytes = workspace_of(list);
        CHECK(rewritten(bytes) == bytes);

        auto lines = lines_of(bytes); // as merge=union may leave them
        std::vector<std::string> entries(lines.begin() + 1, lines.end() - 1);
        for (int i = 0; i < 20; ++i) entries.push_back(entries[random.below(entries.size())]);
        random.shuffle(entries);
        CHECK(rewritten(first_line + joined(entries) + last_line) == bytes);
        CHECK(rewritten(bytes + bytes) == bytes);
    }
}

TEST_CASE("A workspace that an editor, git or another program laid out anew says the same") {
    const std::string bytes = workspace_of(two_releases());
    const auto lines = lines_of(bytes);
    CHECK(rewritten(joined(lines, "\r\n")) == bytes);
    CHECK(rewritten(joined(lines, "  \n\n")) == bytes);
    CHECK(rewritten(bytes.substr(0, bytes.size() - 1)) == bytes);
    CHECK(rewritten("\xef\xbb\xbf" + bytes) == bytes);
    CHECK(rewritten(Json::parse(bytes).dump(4)) == bytes);
    CHECK(rewritten(Json::parse(bytes).dump()) == bytes);
    std::string escaped = bytes;
    escaped.replace(escaped.find("\"rel_aaaa\""), 10, "\"rel_\\u0061aaa\"");
    CHECK(rewritten(escaped) == bytes);
}

TEST_CASE("An op as large and as deep as a release file may hold fits into a workspace") {
    std::vector<Op> ops = small_release();
    const std::string head = R"({"a":"bruno3","s":1,"t":9,"w":0,"by":"Bruno","k":"set","i":"notes:summary","v":")";
    ops.push_back(parse_op(head + std::string(Limits::line_bytes - head.size() - 2, 'x') + "\"}").value());
    std::string deep = R"({"a":"bruno3","s":2,"t":9,"w":0,"by":"Bruno","k":"amend","i":"deep","v":)";
    for (int i = 1; i < Limits::nesting; ++i) deep += '[';
    for (int i = 1; i < Limits::nesting; ++i) deep += ']';
    ops.push_back(parse_op(deep + "}").value());
    std::vector<Release> list;
    list.push_back(release_named("rel_aaaa", ops));
    REQUIRE(open_release_file(write_release_file(list[0])).has_value());
    const std::string bytes = workspace_of(list);
    CHECK(rewritten(bytes) == bytes);
    const std::size_t at = bytes.rfind("{\"release\"");
    CHECK(rewritten(bytes.substr(0, at) + " \n" + bytes.substr(at, 21) + " \n " + bytes.substr(at + 21)) == bytes);
}

TEST_CASE("Workspaces are told apart from releases by how they begin") {
    const std::string bytes = workspace_of(two_releases());
    CHECK(is_workspace(bytes));
    CHECK(is_workspace("\xef\xbb\xbf" + Json::parse(bytes).dump(2)));
    CHECK(is_workspace("{\"format\":\"octoacme-workspace/2\""));
    CHECK_FALSE(is_workspace(write_release_file(two_releases()[0])));
    for (const char* other : {"", "{", "[]", "{\"format\":7}", "{\"release\":\"octoacme-workspace/1\"}"})
        CHECK_FALSE(is_workspace(other));
}

TEST_CASE("Bytes that are no workspace, or whose frame is broken, are told where") {
    const std::string sound = workspace_of(two_releases());
    const std::size_t count = 2 * small_release().size();
    check_all({
        {"empty", "", "the file is empty", 0},
        {"a web page", "<html></html>", "this is a web page, not a workspace file", 0},
        {"an archive", std::string("PK\x03\x04\x14\x00", 6), "it is no workspace", 0},
        {"a list", "[]", "a workspace file begins with", 0},
        {"a release", write_release_file(two_releases()[0]), "this is one release, not a workspace", 1},
        {"a guide", octoacme()->text, "this is a guide, not a workspace", 1},
        {"another format", "{\"format\":\"package/3\",\"ops\":[]}", "its format is \"package/3\"", 1},
        {"a newer format", "{\"format\":\"octoacme-workspace/2\",\"ops\":[\nnull]}\n", "made by a newer version", 1},
        {"a release in the frame", "{\"format\":\"octoacme-workspace/1\",\n\"release\":\"rel_a\",\"ops\":[]}",
         "\"release\" has no place here", 2},
        {"no list", "{\"format\":\"octoacme-workspace/1\"}", "the file holds no workspace", 0},
        {"an empty list", first_line + last_line, "the file holds no release", 0},
        {"two lists", "{\"format\":\"octoacme-workspace/1\",\"ops\":[],\n\"ops\":[]}", "\"ops\" stands twice", 2},
        {"last line missing", sound.substr(0, sound.rfind(last_line)), "`null]}` is missing", count + 2},
        {"cut in the middle", sound.substr(0, sound.size() - 40), "cut off", count + 2},
        {"garbage after the end", sound + "garbage\n", "not complete", count + 4},
        {"a merge conflict", first_line + "<<<<<<< HEAD\n" + entry(sound_op) + ",\n" + last_line,
         "*.workspace.json merge=union", 2},
        {"more than 64 MB", std::string(Limits::file_bytes + 1, ' '), "Pack fewer releases", 0},
    });
}

TEST_CASE("An entry of a workspace that is none is told by its line") {
    const std::string rest = R"(,"op":)" + sound_op + "}";
    std::string changed = "{\"guide\":\"" + octoacme()->digest + "\",\"text\":" + octoacme()->text + "}";
    changed.replace(changed.find("Release Manager"), 15, "Release manager");
    check_all({
        {"an op alone", file_with(sound_op), "an entry is {\"release\": id, \"op\": {…}}", 3},
        {"a number", file_with("7"), "an entry is", 3},
        {"a list", file_with("[\"rel_aaaa\"," + sound_op + "]"), "an entry is", 3},
        {"no op", file_with("{\"release\":\"rel_aaaa\"}"), "an entry is", 3},
        {"an op that is a text", file_with("{\"release\":\"rel_aaaa\",\"op\":\"x\"}"), "this is not an op", 3},
        {"an op that is wrong", file_with(entry(R"({"a":"ana7","s":0})")), "this is not an op", 3},
        {"one key more", file_with(entry(sound_op).substr(0, entry(sound_op).size() - 1) + ",\"x\":1}"),
         "something follows", 3},
        {"two ops", file_with("{\"release\":\"rel_aaaa\",\"op\":" + sound_op + ",\"op\":" + sound_op + "}"),
         "something follows", 3},
        {"an id that is a path", file_with("{\"release\":\"rel_../../x\"" + rest), "\"release\" must be \"rel_\"", 3},
        {"an id that is empty", file_with("{\"release\":\"\"" + rest), "\"release\" must be \"rel_\"", 3},
        {"an id of a number", file_with("{\"release\":7" + rest), "an entry is", 3},
        {"an id cut short", file_with("{\"release\":\"rel_aaaa"), "not valid JSON", 3},
        {"not UTF-8", file_with("{ \"release\":\"rel_\xff\"" + rest), "not UTF-8", 3},
        {"nested 100,000 deep", file_with(entry("{\"x\":" + std::string(100000, '['))), "nested too deeply", 3},
        {"nested deeply with spaces", file_with("{ \"release\":\"rel_aaaa\",\"op\":" + std::string(100000, '[')),
         "nested too deeply", 3},
        {"an op of more than 1 MB", file_with(entry("\"" + std::string(Limits::line_bytes, 'x') + "\"")),
         "longer than 1 MB", 3},
        {"a guide that was changed", file_with(changed), "does not agree with its digest", 3},
    });
}

TEST_CASE("A workspace in which one release is not whole gives none") {
    const std::string guide = "{\"guide\":\"" + octoacme()->digest + "\",\"text\":" + octoacme()->text + "},\n";
    const std::string whole = entry(small_release()[0].line) + ",\n";
    REQUIRE(open_workspace(first_line + guide + whole + last_line).has_value());
    check_all({
        {"no beginning", first_line + guide + whole + entry(sound_op, "rel_b") + ",\n" + last_line,
         "rel_b: the file does not hold the beginning", 0},
        {"no guide", first_line + whole + last_line, "rel_aaaa: the guide ", 0},
    });
}
