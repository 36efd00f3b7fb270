#include "core/log/json_text.hpp"
#include "core/log/op_line.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace desk;

namespace {

const std::string sound =
    R"({"a":"k3","s":2,"t":7,"w":-5,"by":"Ana","k":"set","i":"notes:summary","v":"Carts","p":["k3.1","zz.9"]})";

std::string canonical(std::string_view text) {
    const auto op = parse_op(text);
    return op ? op->line : "refused: " + op.error();
}

} // namespace

TEST_CASE("A canonical line is read field by field and written the same") {
    auto op = parse_op(sound);
    REQUIRE(op.has_value());
    CHECK(op->id == OpId{"k3", 2});
    CHECK(op->lamport == 7);
    CHECK(op->wall_ms == -5);
    CHECK(op->by == "Ana");
    CHECK(op->kind == "set");
    CHECK(op->about == "notes:summary");
    CHECK(op->value == "Carts");
    CHECK(op->replaces == OpIds{{"k3", 1}, {"zz", 9}});
    CHECK(!op->critical);
    CHECK(op->line == sound);
    op->line.clear();
    write_line(*op);
    CHECK(op->line == sound);
}

TEST_CASE("Known keys take their order, unknown keys keep theirs, and white space goes") {
    CHECK(canonical(R"( { "z" : 1 , "crit":true,"p":["k3.1","zz.9"],"v":"Carts","i":"notes:summary",)"
                    "\t\"k\":\"set\",\"b\":[ 1 , 2 ],\"by\":\"Ana\",\"w\":-5,\"t\":7,\"s\":2,\r\n\"a\":\"k3\"} ") ==
          sound.substr(0, sound.size() - 1) + R"(,"crit":true,"z":1,"b":[1,2]})");
}

TEST_CASE("Members that say nothing are not written") {
    const std::string bare = R"({"a":"k3","s":2,"t":7,"w":0,"by":"Ana","k":"add","i":"x")";
    CHECK(canonical(bare + R"(,"v":null,"p":[],"crit":false})") == bare + "}");
    CHECK(canonical(bare + R"(,"p":[ ]})") == bare + "}");
}

TEST_CASE("Strings are written with the fewest escapes, whatever escapes they had") {
    std::string text;
    JsonCursor cursor(R"("\u0041\/\u00e9\ud83d\ude80\"\\\b\f\n\r\t\u000a\u001F\u007f")");
    REQUIRE(cursor.copy_string(text));
    CHECK(text == "\"A/é🚀\\\"\\\\\\b\\f\\n\\r\\t\\n\\u001f\x7f\"");
    CHECK(text == Json(unquoted(text)).dump());
}

TEST_CASE("Numbers stay as they were written") {
    const std::string start = R"({"a":"k3","s":2,"t":7,"w":0,"by":"Ana","k":"set","i":"x","v":)";
    for (const char* number : {"1.0", "1.50", "1e5", "1E+05", "-0", "-0.0", "123456789012345678901234567890", "0.1"})
        CHECK(canonical(start + number + "}") == start + number + "}");
    CHECK(canonical(start + "1,\"z\":1e400}") == start + "1,\"z\":1e400}");
}

TEST_CASE("A text that is not UTF-8 is written with replacement characters, so that it can be read again") {
    Op op = parse_op(sound).value();
    op.by = "A\xff\xc3";
    op.value = std::string("x\x80");
    write_line(op);
    const auto again = parse_op(op.line);
    REQUIRE(again.has_value());
    CHECK(again->by == "A\xef\xbf\xbd\xef\xbf\xbd");
    CHECK(again->value == "x\xef\xbf\xbd");
}

TEST_CASE("What a reader would refuse can be asked before an op is stored") {
    Op op = parse_op(sound).value();
    CHECK(!op_flaw(op).has_value());
    op.by = std::string(201, 'x');
    CHECK(op_flaw(op).value().find("`by` is longer than 200") == 0);
    op.by = std::string();
    CHECK(op_flaw(op).has_value());
    // Characters are counted, not bytes.
    op.by.clear();
    for (int i = 0; i < 200; ++i) op.by += "語";
    CHECK(!op_flaw(op).has_value());
}

TEST_CASE("Nesting is refused at the limit, and costs no stack") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK(!json_flaw(nested(32), 32).has_value());
    CHECK(json_flaw(nested(33), 32).has_value());
    CHECK(!json_flaw(nested(1'000'000), 1'000'000).has_value());
    CHECK(minified("{ \"a\" : [ 1 , { } ] }") == "{\"a\":[1,{}]}");
}
