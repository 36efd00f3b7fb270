// Files that are damaged, wrong or hostile: each is answered in a sentence that says what is wrong, and nothing is
// taken.
#include "random_release.hpp"

#include "core/hash/sha256.hpp"
#include "core/log/op_line.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace desk;
using namespace desk::test;

namespace {

const std::string first_line = "{\"format\":\"octoacme-release/1\",\"release\":\"rel_7f3kq2xw5nbt4mzc\",\"ops\":[\n";
const std::string last_line = "null]}\n";

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

// One op with one member replaced: op_with("s", "0").
std::string op_with(const std::string& key, const std::string& value) {
    std::string text = "{";
    const std::vector<std::pair<std::string, std::string>> sound = {
        {"a", "\"ana7\""}, {"s", "1"},       {"t", "1"},           {"w", "0"},
        {"by", "\"Ana\""}, {"k", "\"set\""}, {"i", "\"product\""}, {"v", "\"Checkout\""}};
    bool found = false;
    for (const auto& [name, plain] : sound) {
        found = found || name == key;
        if (name == key && value.empty()) continue;
        text += (text.size() > 1 ? ",\"" : "\"") + name + "\":" + (name == key ? value : plain);
    }
    if (!found) text += ",\"" + key + "\":" + value;
    return text + "}";
}

std::string file_with(const std::string& entry) {
    return first_line + op_with("s", "2") + ",\n" + entry + ",\n" + last_line;
}

struct Hostile {
    std::string name;
    std::string bytes;
    const char* message; // a part of it
    std::size_t line;
};

void check_all(const std::vector<Hostile>& table) {
    for (const Hostile& hostile : table) {
        CAPTURE(hostile.name);
        const auto read = read_release_file(hostile.bytes);
        REQUIRE(!read.has_value());
        const BadInput& bad = read.error();
        CAPTURE(bad.text);
        CHECK(bad.text.find(hostile.message) != std::string::npos);
        CHECK(bad.line == hostile.line);
        CHECK(bad.text.size() < 400);
        CHECK(bad.text.find('\n') == std::string::npos);
        CHECK(bad.text.find("error") == std::string::npos);
        CHECK(!open_release_file(hostile.bytes).has_value());
    }
}

} // namespace

TEST_CASE("The sound file that the hostile ones are made from is read") {
    CHECK(read_release_file(file_with(op_with("a", "\"bruno3\""))).has_value());
}

TEST_CASE("Bytes that are no release file are told apart") {
    const std::string sound = write_release_file(release_of(small_release()));
    check_all({
        {"empty", "", "the file is empty", 0},
        {"only white space", " \r\n\t\n", "the file is empty", 0},
        {"only a byte order mark", "\xef\xbb\xbf", "the file is empty", 0},
        {"a web page", "<!DOCTYPE html>\n<html><body>Not found</body></html>", "this is a web page", 0},
        {"a picture", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), "not a text file", 0},
        {"an archive", std::string("PK\x03\x04\x14\x00\x00\x00", 8), "unpack it", 0},
        {"UTF-16", std::string("\xff\xfe{\0\"\0", 6), "Save it as UTF-8", 0},
        {"a word", "hello", "does not begin like one", 0},
        {"a number", "42", "does not begin like one", 0},
        {"an array at the top", "[" + op_with("s", "1") + "]", "this is a list", 0},
        {"an empty object", "{}", "\"format\" is missing", 0},
        {"another object", "{\"name\":\"release-desk\"}", "\"format\" does not come first", 0},
        {"another format", "{\"format\":\"package/3\",\"ops\":[]}", "its format is \"package/3\"", 1},
        {"a format that is no text", "{\"format\":1,\"ops\":[]}", "its format is 1", 1},
        {"a newer format",
         first_line.substr(0, 28) + "2" + first_line.substr(29) + op_with("s", "1") + ",\n" + last_line,
         "made by a newer version (octoacme-release/2)", 1},
        {"a workspace", "{\"format\":\"octoacme-workspace/1\",\"releases\":[\nnull]}\n", "a whole workspace", 1},
        {"a guide", octoacme()->text, "this is a guide", 1},
        {"a status", "{\"format\":\"octoacme-status/1\",\"release\":\"rel_a\"}", "this is a status report", 1},
        {"a file of more than 64 MB", std::string(Limits::file_bytes + 1, ' '), "larger than 64 MB", 0},
    });
}

TEST_CASE("A file whose frame is broken is told where") {
    const std::string sound = write_release_file(release_of(small_release()));
    const std::string op = op_with("s", "1");
    check_all({
        {"no release id", "{\"format\":\"octoacme-release/1\",\"ops\":[" + op + "]}", "\"release\" is missing", 0},
        {"a release id that is no text", "{\"format\":\"octoacme-release/1\",\"release\":7,\"ops\":[]}",
         "\"release\" must be a text", 1},
        {"a release id that is a path", "{\"format\":\"octoacme-release/1\",\"release\":\"rel_../../x\",\"ops\":[]}",
         "\"release\" must be \"rel_\"", 1},
        {"no list", "{\"format\":\"octoacme-release/1\",\"release\":\"rel_a\"}", "\"ops\" is missing", 0},
        {"a list that is an object", "{\"format\":\"octoacme-release/1\",\"release\":\"rel_a\",\"ops\":{}}",
         "the list of ops is expected", 1},
        {"an empty list", first_line + last_line, "the list of ops is empty", 0},
        {"the list before the format", "{\"ops\":[" + op + "],\"format\":\"octoacme-release/1\"}",
         "\"format\" must come before", 1},
        {"two formats", "{\"format\":\"octoacme-release/1\",\"format\":\"octoacme-release/1\"}", "stands twice", 1},
        {"two lists", "{\"format\":\"octoacme-release/1\",\"release\":\"rel_a\",\"ops\":[" + op + "],\n\"ops\":[]}",
         "\"ops\" stands twice", 2},
        {"two ids", "{\"format\":\"octoacme-release/1\",\"release\":\"rel_a\",\n\"release\":\"rel_b\"}", "two files",
         2},
        {"an unknown key of the frame", "{\"format\":\"octoacme-release/1\",\n\"seal\":\"ff\",\"ops\":[]}",
         "\"seal\" has no place here", 2},
        {"first line missing", sound.substr(sound.find('\n') + 1), "\"format\" does not come first", 0},
        {"last line missing", sound.substr(0, sound.rfind(last_line)), "`null]}` is missing",
         small_release().size() + 2},
        {"cut in the middle of a line", sound.substr(0, sound.size() - 40), "cut off", small_release().size() + 2},
        {"a comma is missing", first_line + op + "\n" + op_with("s", "2") + ",\n" + last_line, "a comma is missing", 2},
        {"garbage after the end", sound + "garbage\n", "not complete", small_release().size() + 4},
        {"another document after the end", Json::parse(sound).dump() + "{}", "something follows", 1},
        {"two releases in one file",
         first_line + op + ",\n" + last_line +
             "{\"format\":\"octoacme-release/1\",\"release\":\"rel_other\",\"ops\":[\n" + op + ",\n" + last_line,
         "another release begins here (rel_other)", 4},
        {"a merge conflict", first_line + "<<<<<<< HEAD\n" + op + ",\n=======\n" + op + ",\n>>>>>>> main\n" + last_line,
         "merge=union", 2},
        {"a merge conflict in the first line", "<<<<<<< HEAD\n" + sound, "merge=union", 1},
        {"a merge conflict in another layout", "{\n\"format\": \"octoacme-release/1\",\n<<<<<<< HEAD\n\"ops\": []}\n",
         "merge=union", 3},
    });
}

TEST_CASE("An entry that is no op is told by its line") {
    check_all({
        {"not JSON", file_with("{\"a\":\"k3\" \"s\":1}"), "a comma or `}` is expected", 3},
        {"a single quote", file_with("{'a':'k3'}"), "a key in quotes is expected", 3},
        {"a comment", file_with("// note"), "an object in braces", 3},
        {"a number", file_with("7"), "an object in braces", 3},
        {"a text", file_with("\"op\""), "an object in braces", 3},
        {"a list", file_with("[]"), "an object in braces", 3},
        {"an empty object", file_with("{}"), "`a` is missing", 3},
        {"a trailing comma in an op", file_with("{\"a\":\"k3\",}"), "a key in quotes is expected", 3},
        {"two ops on one line", file_with(op_with("s", "3") + op_with("s", "4")), "something follows", 3},
        {"a key twice", file_with("{\"a\":\"k3\"," + op_with("s", "3").substr(1)), "\"a\" stands twice", 3},
        {"a key twice, once escaped", file_with("{\"\\u0061\":\"k3\"," + op_with("s", "3").substr(1)), "stands twice",
         3},
        {"an unknown key twice", file_with("{\"x\":1,\"x\":2," + op_with("s", "3").substr(1)), "\"x\" stands twice", 3},
        {"a key twice in a value", file_with(op_with("v", "{\"vote\":\"go\",\"vote\":\"no-go\"}")), "stands twice", 3},
        {"nested 100,000 deep", file_with(op_with("v", repeated("[", 100000) + repeated("]", 100000))),
         "nested too deeply", 3},
        {"objects nested 100,000 deep", file_with(op_with("x", repeated("{\"a\":", 100000))), "nested too deeply", 3},
        {"nested deeply in another layout", "{ \"format\":\"octoacme-release/1\",\"ops\":[\n" + repeated("[", 500000),
         "nested too deeply", 2},
        {"nested deeply in the frame", "{\"format\":" + repeated("[", 500000), "nested too deeply", 1},
        {"a line of more than 1 MB", file_with(op_with("v", "\"" + std::string(Limits::line_bytes, 'x') + "\"")),
         "longer than 1 MB", 3},
        {"an object with very many members", file_with(op_with("v", "{" + repeated("\"a\":1,", 1000) + "\"a\":1}")),
         "more than 256 members", 3},
        {"invalid UTF-8", file_with(op_with("by", "\"Ana \xff\"")), "not UTF-8", 3},
        {"an overlong slash", file_with(op_with("by", "\"\xc0\xaf\"")), "not UTF-8", 3},
        {"a surrogate in UTF-8", file_with(op_with("by", "\"\xed\xa0\x80\"")), "not UTF-8", 3},
        {"a cut character", file_with(op_with("by", "\"\xe6\x94\"")), "not UTF-8", 3},
        {"a lone high surrogate", file_with(op_with("v", "\"\\ud83d\"")), "lone surrogate", 3},
        {"a lone low surrogate", file_with(op_with("v", "\"\\ude80\"")), "lone surrogate", 3},
        {"two high surrogates", file_with(op_with("v", "\"\\ud83d\\ud83d\"")), "lone surrogate", 3},
        {"a raw control character", file_with(op_with("by", "\"A\x01\"")), "control character", 3},
        {"a zero byte", file_with(op_with("v", "\"" + std::string(600, 'x') + std::string("\0\"", 2))),
         "control character", 3},
        {"a zero byte at the start", file_with(op_with("by", std::string("\"A\0\"", 4))), "not a text file", 0},
        {"an escape that is none", file_with(op_with("by", "\"\\x41\"")), "no escape", 3},
    });
}

TEST_CASE("A key of the wrong type or out of bounds is told by its name") {
    const std::string long_text = "\"" + std::string(5000, 'x') + "\"";
    check_all({
        {"a: a number", file_with(op_with("a", "7")), "`a` must be 1 to 40", 3},
        {"a: empty", file_with(op_with("a", "\"\"")), "`a` must be 1 to 40", 3},
        {"a: upper case", file_with(op_with("a", "\"Ana\"")), "`a` must be 1 to 40", 3},
        {"a: long", file_with(op_with("a", "\"" + std::string(41, 'a') + "\"")), "`a` must be 1 to 40", 3},
        {"s: zero", file_with(op_with("s", "0")), "`s` must be a whole number from 1", 3},
        {"s: negative", file_with(op_with("s", "-1")), "`s` must be a whole number from 1", 3},
        {"s: a text", file_with(op_with("s", "\"1\"")), "`s` must be a whole number from 1", 3},
        {"s: a fraction", file_with(op_with("s", "1.5")), "`s` must be a whole number from 1", 3},
        {"s: 2^53", file_with(op_with("s", "9007199254740992")), "`s` must be a whole number from 1", 3},
        {"s: 2^64 + 1", file_with(op_with("s", "18446744073709551617")), "`s` must be a whole number from 1", 3},
        {"s: a leading zero", file_with(op_with("s", "01")), "not written as JSON", 3},
        {"s: missing", file_with(op_with("s", "")), "`s` is missing", 3},
        {"t: zero", file_with(op_with("t", "0")), "`t` must be a whole number from 1", 3},
        {"t: negative", file_with(op_with("t", "-5")), "`t` must be a whole number from 1", 3},
        {"t: 1e30", file_with(op_with("t", "1e30")), "`t` must be a whole number from 1", 3},
        {"t: a huge number", file_with(op_with("t", std::string(5000, '9'))), "`t` must be a whole number from 1", 3},
        {"t: NaN", file_with(op_with("t", "NaN")), "a value is expected", 3},
        {"t: Infinity", file_with(op_with("t", "Infinity")), "a value is expected", 3},
        {"t: null", file_with(op_with("t", "null")), "`t` must be a whole number from 1", 3},
        {"w: a text", file_with(op_with("w", "\"2026-11-25\"")), "`w` must be a whole number of milliseconds", 3},
        {"w: beyond every calendar", file_with(op_with("w", "9007199254740991")), "`w` must be a whole number", 3},
        {"by: a number", file_with(op_with("by", "1")), "`by` must be a text that is not empty", 3},
        {"by: empty", file_with(op_with("by", "\"\"")), "`by` must be a text that is not empty", 3},
        {"by: long", file_with(op_with("by", long_text)), "`by` is longer than 200 characters", 3},
        {"k: a list", file_with(op_with("k", "[\"set\"]")), "`k` must be a text that is not empty", 3},
        {"k: long", file_with(op_with("k", long_text)), "`k` is longer than 200 characters", 3},
        {"i: an object", file_with(op_with("i", "{}")), "`i` must be a text that is not empty", 3},
        {"i: long", file_with(op_with("i", long_text)), "`i` is longer than 4096 characters", 3},
        {"v: a number that no value can hold", file_with(op_with("v", "1e999")), "a number in `v` is too large", 3},
        {"p: a text", file_with(op_with("p", "\"ana7.1\"")), "`p` must be a list of ids", 3},
        {"p: numbers", file_with(op_with("p", "[1]")), "`p` must be a list of ids", 3},
        {"p: no number", file_with(op_with("p", "[\"ana7\"]")), "`p` must be a list of ids", 3},
        {"p: zero", file_with(op_with("p", "[\"ana7.0\"]")), "`p` must be a list of ids", 3},
        {"p: a leading zero", file_with(op_with("p", "[\"ana7.01\"]")), "`p` must be a list of ids", 3},
        {"p: nested", file_with(op_with("p", "[[\"ana7.1\"]]")), "`p` must be a list of ids", 3},
        {"crit: a text", file_with(op_with("crit", "\"true\"")), "`crit` must be true or false", 3},
        {"crit: a number", file_with(op_with("crit", "1")), "`crit` must be true or false", 3},
    });
}

TEST_CASE("A guide that is not the one it says, or none at all, is told") {
    const auto guide_line = [](const std::string& text) {
        return "{\"guide\":\"" + short_digest(text) + "\",\"text\":" + text + "}";
    };
    const std::string& text = octoacme()->text;
    std::string changed = guide_line(text);
    changed.replace(changed.find("Release Manager"), 15, "Release manager");
    check_all({
        {"the text was changed", file_with(changed), "does not agree with its digest", 3},
        {"the digest was changed", file_with("{\"guide\":\"0000000000000000\",\"text\":" + text + "}"),
         "does not agree with its digest", 3},
        {"no text", file_with("{\"guide\":\"0000000000000000\"}"), "a guide is {\"guide\": digest", 3},
        {"a text that is a string", file_with("{\"guide\":\"0000000000000000\",\"text\":\"x\"}"), "a guide is", 3},
        {"a digest that is a number", file_with("{\"guide\":7,\"text\":{}}"), "a guide is", 3},
        {"more keys", file_with(guide_line(text).substr(0, guide_line(text).size() - 1) + ",\"x\":1}"), "a guide is",
         3},
        {"not a guide", file_with(guide_line("{\"x\":1}")), "the guide is wrong", 3},
        {"a guide without roles",
         file_with(guide_line("{\"format\":\"octoacme-guide/1\",\"name\":\"x\",\"version\":\"1\"}")),
         "the guide is wrong", 3},
        {"a guide nested deeply", file_with("{\"guide\":\"00\",\"text\":" + repeated("{\"a\":", 1000)),
         "nested too deeply", 3},
    });
}

TEST_CASE("A file that is sound and yet no release on its own is told when it is opened") {
    const auto opened = [](const std::string& bytes) {
        REQUIRE(read_release_file(bytes).has_value());
        const auto release = open_release_file(bytes);
        REQUIRE(!release.has_value());
        return release.error().text;
    };
    const std::string guide = "{\"guide\":\"" + octoacme()->digest + "\",\"text\":" + octoacme()->text + "},\n";
    const auto create = [](const std::string& value) {
        return R"({"a":"ana7","s":1,"t":1,"w":0,"by":"Ana","k":"create","i":"release","v":)" + value + "},\n";
    };
    CHECK(opened(first_line + guide + op_with("s", "1") + ",\n" + last_line).find("the beginning of the release") !=
          std::string::npos);
    CHECK(opened(first_line + create("{\"guide\":\"" + octoacme()->digest + "\"}") + last_line)
              .find("is missing in the file") != std::string::npos);
    CHECK(opened(first_line + guide + create("{\"guide\":\"0123456789abcdef\"}") + last_line)
              .find("is missing in the file") != std::string::npos);
    CHECK(opened(first_line + guide + create("{}") + last_line).find("which guide") != std::string::npos);
    CHECK(opened(first_line + guide + create("{\"guide\":7}") + last_line).find("which guide") != std::string::npos);
    CHECK(opened(first_line + guide + create("null") + last_line).find("which guide") != std::string::npos);
}
