#include "core/version/semver.hpp"

#include <doctest/doctest.h>

using namespace desk;

namespace {

Version version(std::string_view text) {
    auto parsed = parse_version(text);
    REQUIRE_MESSAGE(parsed.has_value(), text);
    return *parsed;
}

std::string next(std::string_view last, Bump bump) { return next_version(version(last), bump).text(); }

} // namespace

TEST_CASE("Versions stand in the order of SemVer 2.0.0, section 11") {
    const std::vector<std::string> rising = {
        "0.9.9",      "1.0.0-0",      "1.0.0-2",       "1.0.0-11",   "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta",
        "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0",       "1.0.9",         "1.0.10",
        "1.2.0",      "1.10.0",       "2.0.0",         "10.0.0",
    };
    for (std::size_t i = 0; i < rising.size(); ++i)
        for (std::size_t j = 0; j < rising.size(); ++j) {
            CAPTURE(rising[i]);
            CAPTURE(rising[j]);
            const int order = precedence(version(rising[i]), version(rising[j]));
            CHECK((order < 0) == (i < j));
            CHECK((order > 0) == (i > j));
        }
}

TEST_CASE("Build metadata is kept and does not count in the order") {
    CHECK(version("1.0.0+20261125.7").text() == "1.0.0+20261125.7");
    CHECK(precedence(version("1.0.0+1"), version("1.0.0+2")) == 0);
    CHECK(version("1.0.0-rc.1+exp.sha-5114f85").text() == "1.0.0-rc.1+exp.sha-5114f85");
}

TEST_CASE("A hotfix named like a pre-release sorts below the version that it fixes") {
    CHECK(precedence(version("1.0.20-hotfix"), version("1.0.20")) < 0);
}

TEST_CASE("Identifiers of digits with more than an integer holds still have an order") {
    CHECK(precedence(version("1.0.0-99999999999999999999999"), version("1.0.0-100000000000000000000000")) < 0);
}

TEST_CASE("RT-1 a Patch raises the last number") { CHECK(next("1.2.3", Bump::patch) == "1.2.4"); }
TEST_CASE("RT-2 a Minor raises the middle number and resets the last") { CHECK(next("1.2.3", Bump::minor) == "1.3.0"); }
TEST_CASE("RT-3 a Major raises the first number and resets the others") {
    CHECK(next("1.2.3", Bump::major) == "2.0.0");
}

TEST_CASE("A pre-release becomes its own number, if the type fits it") {
    CHECK(next("1.2.3-rc.1", Bump::patch) == "1.2.3");
    CHECK(next("1.3.0-rc.1+b5", Bump::minor) == "1.3.0");
    CHECK(next("2.0.0-rc.1", Bump::major) == "2.0.0");
    CHECK(next("1.2.3-rc.1", Bump::minor) == "1.3.0");
    CHECK(next("1.3.0-rc.1", Bump::major) == "2.0.0");
}

TEST_CASE("What is no version is told with the right way to write it") {
    struct Wrong {
        const char* text;
        const char* message;
    };
    const std::vector<Wrong> table = {
        {"", "a version is missing: write it like 1.2.3"},
        {"v1.2.3", "no \"v\" before the number: write 1.2.3"},
        {"V1.2.3-rc.1", "no \"V\" before the number: write 1.2.3-rc.1"},
        {"v1.2", "no \"v\" before the number: write 1.2.3"},
        {"1", "three numbers are needed, major.minor.patch: write 1.0.0"},
        {"1.2", "three numbers are needed, major.minor.patch: write 1.2.0"},
        {"1.2-rc.1", "three numbers are needed, major.minor.patch: write 1.2.0-rc.1"},
        {"1.2.3.4", "only three numbers, major.minor.patch: write 1.2.3"},
        {"01.2.3", "no leading zeros: write 1.2.3"},
        {"1.02.3-rc.1", "no leading zeros: write 1.2.3-rc.1"},
        {"1..3", "a number is missing in \"1..3\": write it like 1.2.3"},
        {"1.2.x", "\"x\" is not a number: write the version like 1.2.3"},
        {" 1.2.3", "no spaces in a version: write it like 1.2.3"},
        {"1.2.3-", "a part of the pre-release is empty: write it like 1.2.3-rc.1"},
        {"1.2.3-rc..1", "a part of the pre-release is empty: write it like 1.2.3-rc.1"},
        {"1.2.3-rc.01", "no leading zeros in the pre-release: write 1 instead of 01"},
        {"1.2.3-rc_1", "\"rc_1\" in the pre-release may hold letters a–z, digits and \"-\" only"},
        {"1.2.3+", "a part of the build is empty: write it like 1.2.3+build.5"},
        {"1.2.3+a+b", "\"a+b\" in the build may hold letters a–z, digits and \"-\" only"},
        {"18446744073709551616.0.0", "18446744073709551616 is too large for a version"},
    };
    for (const Wrong& wrong : table) {
        CAPTURE(wrong.text);
        const auto parsed = parse_version(wrong.text);
        REQUIRE(!parsed.has_value());
        CHECK(parsed.error() == wrong.message);
    }
    CHECK(!parse_version("1.2.3-" + std::string(1000, 'a')).has_value());
    CHECK(version("1.2.3+007").build == "007");
    CHECK(version("18446744073709551615.0.0").text() == "18446744073709551615.0.0");
}
