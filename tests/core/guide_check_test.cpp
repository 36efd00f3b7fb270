#include "core/guide/guide_changes.hpp"
#include "core/guide/guide_check.hpp"
#include "core/guide/guide_document.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

using namespace desk;

namespace {

constexpr const char* small_guide = R"({
  "format": "octoacme-guide/1",
  "name": "Small guide",
  "version": "3",
  "types": [{"key": "minor", "name": "Minor", "text": "Something new"}],
  "roles": [
    {"key": "release-manager", "name": "Release Manager"},
    {"key": "qa", "name": "QA", "duties": [{"text": "Test", "when": ["item:tested"]}]}
  ],
  "requirements": [
    {"key": "tested", "text": "Tested", "owners": ["qa"]}
  ],
  "checklist": [
    {"key": "deploy", "text": "Deploy", "owners": ["release-manager"], "stage": "production"}
  ],
  "voters": ["qa"],
  "notes": [{"key": "summary", "name": "Summary"}]
}
)";

std::string with(const std::string& what, const std::string& instead) {
    std::string text = small_guide;
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), instead);
}

// "11 requirements[0].owners[0]: no role "tester"", and "hint" before the line where it is one.
std::vector<std::string> told(const std::string& text) {
    std::vector<std::string> lines;
    for (const GuideFlaw& flaw : check_guide(text))
        lines.push_back((flaw.hint ? "hint " : "") + std::to_string(flaw.line) + " " + flaw.text);
    return lines;
}

using Lines = std::vector<std::string>;

Guide guide_of(const std::string& text) {
    auto guide = parse_guide(text);
    if (!guide) FAIL(guide.error());
    return std::move(*guide);
}

const GuideChange* change_of(const std::vector<GuideChange>& changes, std::string_view title) {
    for (const GuideChange& change : changes)
        if (change.title == title) return &change;
    return nullptr;
}

} // namespace

TEST_CASE("a sound guide has nothing to be told, nor has OctoAcme's") {
    CHECK(told(small_guide).empty());
    CHECK(told(octoacme_guide_text()).empty());
}

TEST_CASE("what is wrong with a guide is told with the line of the nearest value that is there") {
    CHECK(told(with("[\"qa\"]}\n  ],\n  \"checklist\"", "[\"tester\"]}\n  ],\n  \"checklist\"")) ==
          Lines{"11 requirements[0].owners[0]: no role \"tester\""});
    CHECK(told(with("\"text\": \"Tested\", ", "")) == Lines{"11 requirements[0].text: a text is needed"});
    CHECK(told(with("\"name\": \"Small guide\",\n", "")) == Lines{"1 name: a text is needed"});
    CHECK(told(with("\"stage\": \"production\"", "\"stage\": \"now\"")) ==
          Lines{"14 checklist[0].stage: before-production, production or after-production, not \"now\""});
    CHECK(told(with("\"key\": \"deploy\"", "\"key\": \"tested\"")) ==
          Lines{"14 checklist[0].key: \"tested\" stands twice"});
}

TEST_CASE("everything that is wrong is told at once, in the order of the lines") {
    std::string text = with("\"voters\": [\"qa\"]", "\"voters\": [\"boss\"]");
    text.replace(text.find("\"key\": \"qa\""), 11, "\"key\": \"QA\"");
    CHECK(told(text) == Lines{"8 roles[1].key: \"QA\" may hold a–z, 0–9 and \"-\" only",
                              "11 requirements[0].owners[0]: no role \"qa\"", "16 voters[0]: no role \"boss\""});
}

TEST_CASE("text that is not JSON, or no guide, is told with its line") {
    CHECK(check_guide("").front().line == 1);
    CHECK(check_guide(with("\"types\": [", "\"types\": [,")).front().line == 5);
    CHECK(told(with("octoacme-guide/1", "octoacme-guide/2")) == Lines{"2 format: \"octoacme-guide/1\" is needed"});
    CHECK(told(std::string(small_guide) + "x") == Lines{"19 something follows after the end of the guide"});
    CHECK(told("[]").size() == 1);
}

TEST_CASE("keys that mean nothing and duties that never come are hints, and the guide can be used") {
    const std::string text = with("\"owners\": [\"qa\"]", "\"owners\": [\"qa\"], \"onwer\": \"x\", \"x-note\": 1");
    CHECK(told(text) == Lines{"hint 11 requirements[0].onwer: this key means nothing here"});
    CHECK(parse_guide(text).has_value());
    CHECK(told(with("item:tested", "item:test")).size() == 1);
    CHECK(told(with("\"stage\": \"production\"", "\"fix\": \"Do it\"")).size() == 1);
}

TEST_CASE("the difference of two guides names what was added, removed and changed") {
    const Guide older = guide_of(small_guide);
    CHECK(guide_changes(older, older).empty());
    const Guide newer =
        guide_of(with("{\"key\": \"tested\", \"text\": \"Tested\", \"owners\": [\"qa\"]}",
                      "{\"key\": \"tested\", \"text\": \"Tested well\", \"owners\": [\"qa\", \"release-manager\"]},"
                      "{\"key\": \"legal\", \"text\": \"Legal review\", \"owners\": [\"release-manager\"], "
                      "\"condition\": \"if needed\"}"));
    const auto there = guide_changes(older, newer);
    REQUIRE(there.size() == 2);
    CHECK(there[0].details == Lines{"Text: Tested → Tested well", "Owners: QA → QA, Release Manager"});
    CHECK(there[1].kind == GuideChange::Kind::added);
    CHECK(there[1].part == "Pre-release requirements");
    const auto back = guide_changes(newer, older);
    REQUIRE(change_of(back, "Legal review") != nullptr);
    CHECK(change_of(back, "Legal review")->kind == GuideChange::Kind::removed);
}

TEST_CASE("another order of the same items is a change too") {
    const std::string two = with("\"owners\": [\"qa\"]}\n",
                                 "\"owners\": [\"qa\"]}, {\"key\": \"b\", \"text\": \"B\", \"owners\": [\"qa\"]}\n");
    std::string turned =
        with("{\"key\": \"tested\"", "{\"key\": \"b\", \"text\": \"B\", \"owners\": [\"qa\"]}, {\"key\": \"tested\"");
    const auto changes = guide_changes(guide_of(two), guide_of(turned));
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].details == Lines{"The order is another one"});
}

TEST_CASE("the guide reads as a document with its owners, and as Markdown") {
    const Guide guide = guide_of(octoacme_guide_text());
    const auto sections = guide_document(guide);
    REQUIRE(sections.size() == 9);
    CHECK(sections[0].title == "Purpose");
    CHECK(sections[3].title == "Deployment checklist");
    CHECK(sections[3].lines[0].aside == "if needed");
    CHECK(sections[3].lines[2].who == "Developers + QA");
    CHECK(sections[3].lines[2].item == "deploy-staging");
    const std::string markdown = guide_markdown(guide);
    CHECK(markdown.find("- [ ] Deployment window scheduled (if needed) — Release Manager\n") != std::string::npos);
    CHECK(markdown.find("## Handoff to retrospective\n- **From**: Release Manager confirms") != std::string::npos);
}
