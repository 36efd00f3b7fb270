// The status as Markdown, and that nothing which people write becomes markup in it.
#include "desk_copy.hpp"

#include "core/notes/markdown.hpp"
#include "core/status/markdown.hpp"

using namespace desk;
using namespace desk::test;

namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }
std::string status_of(const Copy& copy) { return status_markdown(copy.release(), copy.around); }

} // namespace

TEST_CASE("PR-1 to PR-10 the status as Markdown tells title, phase, what is missing and whose turn it is") {
    Copy copy = Copy::created();
    copy.to_preparing();
    copy.as("Ana").act(command::SetField{"rollback:plan", "Redeploy 4.1.3"});
    const std::string text = status_of(copy);
    CHECK(text.rfind("# Checkout 4.2.0, Saved carts\n\n**Preparing** · Minor release\n", 0) == 0);
    CHECK(holds(text, "\n## Next: Staging\n\n- "));
    CHECK(holds(text, "\n## Requirements, 0 of 10\n\n- [ ] "));
    CHECK(holds(text, "Farah, QA"));
    CHECK(holds(text, "\n## Checklist, 0 of "));
    CHECK(holds(text, "\n## Votes\n\n- "));
    CHECK(text.back() == '\n');
    CHECK_FALSE(holds(text, "Incident"));
    CHECK_FALSE(holds(text, "disagree"));
}

TEST_CASE("the status as Markdown ticks what is settled, and names who did it and why there was no need") {
    Copy copy = Copy::created();
    copy.to_deciding();
    copy.as("Chen").act(command::AddEvidence{"smoke-tests-prepared", "https://ci.example/run_1?a=1&b=2"});
    copy.as("Chen").act(command::CastVote{"developers", Answer::go, ""});
    copy.as("Dara").act(command::CastVote{"project-manager", Answer::no_go, "Two *partners* wait"});
    const std::string text = status_of(copy);
    CHECK(holds(text, "\n## Requirements, 10 of 10\n\n- [x] "));
    CHECK_FALSE(holds(text, "## Requirements, 10 of 10\n\n- [ ] "));
    CHECK(holds(text, "\n  - https://ci.example/run_1?a=1&b=2\n"));
    CHECK(holds(text, "- Developers: go, Chen\n"));
    CHECK(holds(text, "- Project Manager: no-go, Dara: Two \\*partners\\* wait\n"));
    CHECK(holds(text, ": no vote ("));
    CHECK_FALSE(holds(text, "Window"));
    copy.as("Ana").act(command::SetWindow{"2026-11-25T21:00", "2026-11-25T22:30", "UTC"});
    CHECK(holds(status_of(copy), "\nWindow: Wed 25 Nov 2026, 21:00–22:30, UTC\n"));
}

TEST_CASE("the status as Markdown tells an open incident, and no longer when it is resolved") {
    Copy copy = Copy::created();
    copy.to_deploying();
    copy.as("Chen").act(command::OpenIncident{"i1", 2, "Sign-in fails"});
    CHECK(holds(status_of(copy), "\n**Incident, severity 2, open:** Sign-in fails\n"));
    copy.act(command::SetIncidentState{"i1", "mitigated"});
    copy.act(command::SetIncidentState{"i1", "resolved"});
    CHECK_FALSE(holds(status_of(copy), "Incident"));
}

TEST_CASE("the status as Markdown gives every answer where copies disagree") {
    Copy ana = Copy::created();
    Copy bruno = ana.fork("bruno");
    ana.as("Ana").act(command::SetField{"name", "Saved carts"});
    ana.act(command::SetField{"name", "Carts"});
    bruno.as("Bruno").act(command::SetField{"name", "Kept carts"});
    ana.merge(bruno);
    const std::string text = status_of(ana);
    CHECK(holds(text, "\n## Copies disagree\n\n- "));
    CHECK(holds(text, "Ana says "));
    CHECK(holds(text, "Bruno says "));
    CHECK(holds(text, "Kept carts"));
}

TEST_CASE("a text of people becomes no markup, in this subset or in another reader's") {
    const std::pair<const char*, const char*> texts[] = {
        {"**all** _of_ `it` ~gone~", "\\*\\*all\\*\\* \\_of\\_ \\`it\\` \\~gone\\~"},
        {"[a](https://b.example) ![c](d)", "\\[a](https://b.example) !\\[c](d)"},
        {"<script> <!-- &amp; &#38; a & b", "\\<script> \\<!-- \\&amp; \\&#38; a & b"},
        {"# no heading\n## nor here", "\\# no heading ## nor here"},
        {"- no item", "\\- no item"},
        {"1. no item 2. nor here", "1\\. no item 2. nor here"},
        {"4.2.0 (beta) snake_case a-b #12", "4.2.0 (beta) snake_case a-b #12"},
        {"a \\* b C:\\new", "a \\\\\\* b C:\\new"},
        {"a | b\r\n\r\n\t c ", "a \\| b c"},
        {"red \x1b[31m \xe2\x80\xae text", "red \\[31m text"},
    };
    for (const auto& text : texts) {
        CAPTURE(text.first);
        CHECK(literal_markdown(text.first) == text.second);
    }
    for (const char* text : {"**all** _of_ `it`", "[a](https://b.example)", "# no heading", "1. no item", "a \\* b"}) {
        CAPTURE(text);
        CHECK(plain_line(literal_markdown(text)) == text);
        CHECK(markdown_line(literal_markdown(text)).kind == MarkdownLine::Kind::plain);
    }
}

TEST_CASE("no text of a release puts a line, an item or a heading into its status") {
    const std::string bad = "x\n# y\n- [x] z\n<b>";
    Copy copy = Copy::created();
    const std::string before = status_of(copy);
    copy.as("Ana").act(command::SetField{"name", bad});
    copy.act(command::Assign{"qa", "Eve *the* [one](https://e.example)"});
    const std::string text = status_of(copy);
    CHECK(text_lines(text).size() == text_lines(before).size());
    CHECK(holds(text, "# Checkout 4.2.0, x # y - \\[x] z \\<b>\n"));
    CHECK(holds(text, "Eve \\*the\\* \\[one](https://e.example)"));
}
