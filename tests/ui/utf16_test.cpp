#include "ui/semantics/utf16.hpp"

#include <doctest/doctest.h>

using namespace desk::ui;

TEST_CASE("offsets are counted in UTF-16 units on one side and in bytes on the other") {
    const std::string_view text = "aé€😀b"; // 1, 2, 3, 4 and 1 bytes; 1, 1, 1, 2 and 1 units
    CHECK(utf16_offset(text, 0) == 0);
    CHECK(utf16_offset(text, 1) == 1);
    CHECK(utf16_offset(text, 3) == 2);
    CHECK(utf16_offset(text, 6) == 3);
    CHECK(utf16_offset(text, 10) == 5);
    CHECK(utf16_offset(text, 11) == 6);
    CHECK(utf8_offset(text, 3) == 6);
    CHECK(utf8_offset(text, 5) == 10);
    CHECK(utf8_offset(text, 6) == 11);
}

TEST_CASE("offsets inside a character or past the end stay on a boundary") {
    const std::string_view text = "😀b";
    CHECK(utf16_offset(text, 2) == 0);
    CHECK(utf16_offset(text, 99) == 3);
    CHECK(utf8_offset(text, 1) == 0);
    CHECK(utf8_offset(text, 99) == 5);
    CHECK(utf8_offset("", 1) == 0);
    CHECK(next_character(text, 0) == 4);
    CHECK(previous_character(text, 4) == 0);
    CHECK(previous_character(text, 0) == 0);
    CHECK(next_character(text, 5) == 5);
}
