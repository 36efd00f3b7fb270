// What somebody types finds what they mean: without case and marks, the better place first.
#include "core/search/fold.hpp"
#include "core/search/query.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace desk;

TEST_CASE("text is folded: no case, no marks, and nothing else is touched") {
    CHECK(fold("Checkout 4.2.0") == "checkout 4.2.0");
    CHECK(fold("GRÖSSE, Größe") == "grosse, grosse");
    CHECK(fold("Łódź São Ångström Œuvre Þór Ĳ") == "lodz sao angstrom oeuvre thor ij");
    CHECK(fold("e\u0301te\u0301") == "ete"); // combining marks
    CHECK(fold("ΑΒΓ Ω Ж Ё") == "αβγ ω ж ё");
    CHECK(fold("3 × 4 ÷ 2") == "3 × 4 ÷ 2");
    CHECK(fold("日本 🚀") == "日本 🚀");
    CHECK(fold("a\xFF\xC3") == "a\xFF\xC3"); // no UTF-8
    CHECK(fold("").empty());
}

TEST_CASE("the beginning counts more than a word, a word more than its inside, letters in order least") {
    const Query query("sta");
    const int beginning = query.score("start staging"), word = query.score("confirm stable"),
              within = query.score("mustard"), letters = query.score("soft launch");
    CHECK(beginning > word);
    CHECK(word > within);
    CHECK(within > letters);
    CHECK(letters > 0);
    CHECK(query.score("releases") == 0);
    CHECK(Query("stable").score("stable 4") > Query("stable").score("stables"));
}

TEST_CASE("initials and letters in order find a text, but not what is strewn over it") {
    CHECK(Query("ss").score("start staging") > 0);
    CHECK(Query("rdns").score("readiness") > 0);
    CHECK(Query("rdns").score("readiness") < Query("read").score("readiness"));
    CHECK(Query("xz").score("a text about x and, a long time after, also about z") == 0);
    CHECK(Query("q").score("readiness") == 0);
}

TEST_CASE("every word must be found, in any order, with any case and marks") {
    CHECK(Query("4.2 check").score("checkout 4.2.0") > 0);
    CHECK(Query("  CHECK   Grö ").score("checkout grosse") > 0);
    CHECK(Query("checkout billing").score("checkout 4.2.0") == 0);
    CHECK(Query(" \t").empty());
    CHECK(Query("").all() == 0);
    CHECK(Query("a b").all() == 3);
}

TEST_CASE("each word is known by itself, so that a thing and what it belongs to can share them") {
    const Query query("smoke checkout");
    const Match item = query.match("smoke tests prepared"), release = query.match("checkout 4.2.0");
    CHECK(item.words == 1);
    CHECK(release.words == 2);
    CHECK((item.words | release.words) == query.all());
}
