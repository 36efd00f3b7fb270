// Where two texts differ: what a person who has to decide between them reads.
#include "core/compare/text_difference.hpp"

#include "seeded.hpp"

#include <doctest/doctest.h>
#include <numeric>
#include <string>

using desk::text_difference;
using desk::TextPiece;
using desk::test::Seeded;

namespace {

// "same [other] same"
std::string marked(const std::vector<TextPiece>& pieces) {
    std::string words;
    for (const TextPiece& piece : pieces) words += piece.differs ? "[" + piece.text + "]" : piece.text;
    return words;
}
std::string joined(const std::vector<TextPiece>& pieces) {
    std::string words;
    for (const TextPiece& piece : pieces) words += piece.text;
    return words;
}

} // namespace

TEST_CASE("two texts differ in the words that one of them does not have") {
    const auto [a, b] =
        text_difference("Restore the backup, then tell Support.", "Restore the last backup, then tell QA.");
    CHECK(marked(a) == "Restore the backup, then tell [Support.]");
    CHECK(marked(b) == "Restore the [last ]backup, then tell [QA.]");
}

TEST_CASE("equal texts differ nowhere, and a text differs from nothing in all of it") {
    const auto [a, b] = text_difference("one two", "one two");
    CHECK(marked(a) == "one two");
    CHECK(marked(b) == "one two");
    const auto [c, d] = text_difference("", "one two");
    CHECK(c.empty());
    CHECK(marked(d) == "[one two]");
}

TEST_CASE("a line that was put in is told as a line") {
    const auto [a, b] = text_difference("Stop\nRestore", "Stop\nDrain the queue\nRestore");
    CHECK(marked(a) == "Stop\nRestore");
    CHECK(marked(b) == "Stop\n[Drain the queue\n]Restore");
}

TEST_CASE("white space alone is no difference") {
    const auto [a, b] = text_difference("one  two", "one two");
    CHECK(marked(a) == "one  two");
    CHECK(marked(b) == "one two");
}

TEST_CASE("long equal parts lose their middle, never inside of a character") {
    std::string same;
    for (int i = 0; i < 60; ++i) same += "déjà ";
    const auto [a, b] = text_difference(same + "left " + same, same + "right " + same, 20);
    REQUIRE(a.size() == 5);
    CHECK(a[0].shortened);
    CHECK(a[2].text == "left ");
    CHECK(a[4].shortened);
    for (const auto& side : {a, b})
        for (const TextPiece& piece : side) {
            CHECK(piece.text.size() < 30);
            CHECK((static_cast<unsigned char>(piece.text[0]) & 0xC0U) != 0x80U);
        }
}

TEST_CASE("long equal parts are cut between words, where there are any") {
    const std::string same = "Infrastructure switches the load balancer back. Developers run the reverse migration. ";
    const auto [a, b] = text_difference("left " + same + "one", "right " + same + "two", 20);
    CHECK(marked(a) == "[left ]Infrastructure switches … reverse migration. [one]");
    std::string unbroken = "one";
    for (int i = 0; i < 60; ++i) unbroken += "字";
    const auto [c, d] = text_difference("甲 " + unbroken + " 乙", "丙 " + unbroken + " 丁", 20);
    CHECK(marked(c) == "[甲 ]one字字字字字字… 字字字字字字 [乙]");
}

TEST_CASE("whatever two texts are, the pieces are all of them, and what does not differ is the same in both") {
    Seeded random(20261125);
    const char* const words[] = {"go ", "no-go ", "the ", "queue\n", "\n", "drain, ", "é "};
    for (int round = 0; round < 500; ++round) {
        std::string texts[2];
        for (std::string& text : texts)
            for (std::uint64_t left = random.below(30); left > 0; --left) text += words[random.below(7)];
        const auto pieces = text_difference(texts[0], texts[1]);
        std::string same[2];
        for (int side = 0; side < 2; ++side) {
            CHECK(joined(pieces[side]) == texts[side]);
            for (const TextPiece& piece : pieces[side])
                if (!piece.differs) same[side] += piece.text;
        }
        CHECK(same[0] == same[1]);
    }
}

TEST_CASE("texts of many thousand words are compared at their ends only") {
    std::string long_text;
    for (int i = 0; i < 5000; ++i) long_text += "word" + std::to_string(i) + " ";
    const auto [a, b] = text_difference("first " + long_text + "last", "other " + long_text + "end");
    REQUIRE(a.size() == 1);
    CHECK(a[0].differs);
    CHECK(joined(b) == "other " + long_text + "end");
}
