#include "desk_copy.hpp"

#include "core/notes/markdown.hpp"
#include "core/notes/render.hpp"
#include "core/status/status_json.hpp"

#include <nlohmann/json.hpp>

using namespace desk;
using namespace desk::test;

TEST_CASE("RN-1 to RN-6 notes follow the guide's template, in its order") {
    Copy copy = Copy::created();
    copy.act(command::SetField{"notes:date", "25 November 2026"});
    copy.act(command::SetField{"notes:summary", "Carts are kept."});
    copy.act(command::SetField{"notes:notable-changes", "- Saved carts\n- Faster page"});
    CHECK(render_notes(copy.release(), NotesFormat::markdown) == R"(# Checkout 4.2.0, Saved carts

Date: 25 November 2026

## Summary

Carts are kept.

## Notable changes

- Saved carts
- Faster page

## Migration steps

None

## Known issues

Not written yet
)");
    CHECK(render_notes(copy.release(), NotesFormat::text) == R"(Release name / number: Checkout 4.2.0, Saved carts
Date: 25 November 2026

Summary:
  Carts are kept.

Notable changes:
  - Saved carts
  - Faster page

Migration steps:
  None

Known issues:
  Not written yet
)");
}

TEST_CASE("notes as HTML never let a user's text become markup") {
    Copy copy = Copy::created();
    copy.act(command::SetField{"notes:summary", "<script>alert('x')</script> & \"more\"\nsecond"});
    const std::string html = render_notes(copy.release(), NotesFormat::html);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;<br>\nsecond</p>") !=
          std::string::npos);
}

TEST_CASE("RN-3 to RN-6 headings, items, strong words, code and links read alike in HTML and text") {
    Copy copy = Copy::created();
    copy.act(command::SetField{"notes:summary",
                               "### Carts\nKept for **90 days**, see [the guide](https://a.example/?a=1&b=2).\n\n"
                               "1. Run `carts --all`\n2. Wait\n* done \\*\\*"});
    CHECK(render_notes(copy.release(), NotesFormat::html).find(R"(<h2>Summary</h2>
<h3>Carts</h3>
<p>Kept for <strong>90 days</strong>, see <a href="https://a.example/?a=1&amp;b=2">the guide</a>.</p>
<ol>
<li value="1">Run <code>carts --all</code></li>
<li value="2">Wait</li>
</ol>
<ul>
<li>done **</li>
</ul>
)") != std::string::npos);
    CHECK(render_notes(copy.release(), NotesFormat::text).find(R"(
Summary:
  Carts
  Kept for 90 days, see the guide (https://a.example/?a=1&b=2).

  1. Run carts --all
  2. Wait
  - done **
)") != std::string::npos);
}

TEST_CASE("only links to http, https and mailto are links, and nothing leaves the quotes of their address") {
    CHECK(html_line("[a](mailto:a@b.example)") == "<a href=\"mailto:a@b.example\">a</a>");
    CHECK(html_line("[a](HTTPS://b.example)") == "<a href=\"HTTPS://b.example\">a</a>");
    for (const char* text :
         {"[a](javascript:alert(1))", "[a](JaVaScript:x)", "[a](data:text/html,x)", "[a](//b.example)",
          "[a]( https://b.example)", "[a](https:x)", "[a](vbscript:x)", "[a](x)", "[a](java\tscript:x)"}) {
        CAPTURE(text);
        CHECK(html_line(text).find("<a") == std::string::npos);
        CHECK(plain_line(text) == text);
    }
    CHECK(html_line("[<b>](https://b.example/\"onclick='x')") ==
          "<a href=\"https://b.example/&quot;onclick=&#39;x&#39;\">&lt;b&gt;</a>");
    CHECK(html_line("**<b>** `<i>`") == "<strong>&lt;b&gt;</strong> <code>&lt;i&gt;</code>");
}

TEST_CASE("a mark without its partner stays a mark") {
    for (const char* text : {"a ** b", "**", "`", "``", "[a]", "[a](", "a\\", "** a**", "2 * 3 ** 4"})
        CHECK(plain_line(text) == text);
    CHECK(markdown_line("#5 is fixed").kind == MarkdownLine::Kind::plain);
    CHECK(markdown_line("2026 was good").kind == MarkdownLine::Kind::plain);
    CHECK(markdown_line("-5 degrees").kind == MarkdownLine::Kind::plain);
    CHECK(markdown_line("  - item").text == "item");
    CHECK(as_markdown("a <b> \\ `c <d>` ` <e>") == "a \\<b> \\\\ `c <d>` ` \\<e>");
    CHECK(plain_line(as_markdown("a <b> \\* `c`")) == "a <b> \\* c");
}

TEST_CASE("the status tells items, votes and the next gates with their blockers") {
    Copy copy = Copy::created();
    copy.to_deciding();
    copy.as("Chen").act(command::CastVote{"developers", Answer::go, ""});
    copy.as("Dara").act(command::CastVote{"project-manager", Answer::no_go, "Two partners"});
    const Json status = status_json(copy.release(), copy.around);
    CHECK(status["format"] == "octoacme-status/1");
    CHECK(status["phase"] == "deciding");
    CHECK(status["roles"]["qa"] == Json::array({"Farah"}));
    CHECK(status["requirements"].size() == 10);
    CHECK(status["requirements"][0]["status"] == "met");
    CHECK(status["checklist"][2]["by"] == Json::array({"Chen", "Farah"}));
    CHECK(status["checklist"][5]["status"] == "open");
    CHECK(status["votes"]["developers"]["vote"] == "go");
    CHECK(status["votes"]["project-manager"]["reason"] == "Two partners");
    CHECK(status["digest"] == copy.digest());
    CHECK(status["next"][0]["to"] == "approved");
    CHECK(status["next"][0]["open"] == false);
    CHECK(status["next"][0]["blockers"].size() == 5);
    CHECK(status["next"][1]["to"] == "preparing");
}

TEST_CASE("a disputed vote stands in the status with both answers") {
    Copy ana = Copy::created();
    ana.to_deciding();
    Copy bruno = ana.fork("bruno");
    ana.act(command::Assign{"support-lead", "Ana"}).as("Ana").act(command::CastVote{"support-lead", Answer::go, ""});
    bruno.as("Bruno").act(command::CastVote{"support-lead", Answer::no_go, "Not briefed"});
    ana.merge(bruno);
    const Json status = status_json(ana.release(), ana.around);
    CHECK(status["votes"]["support-lead"]["conflict"] == true);
    REQUIRE(status["conflicts"].size() == 1);
    CHECK(status["conflicts"][0]["field"] == "vote:support-lead");
    std::vector<std::string> values;
    for (const auto& head : status["conflicts"][0]["heads"]) values.push_back(head["value"]);
    std::sort(values.begin(), values.end());
    CHECK(values == std::vector<std::string>{"go", "no-go"});
}
