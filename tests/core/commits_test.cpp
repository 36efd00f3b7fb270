// Pasted commits, sorted into the notable changes by Conventional Commits 1.0.0.
#include "desk_copy.hpp"
#include "seeded.hpp"

#include "core/notes/commits.hpp"
#include "core/notes/markdown.hpp"
#include "core/notes/render.hpp"

#include <array>
#include <set>

using namespace desk;
using namespace desk::test;

namespace {

std::string sorted(std::string_view pasted) { return with_commits("", read_commits(pasted)).text; }

CommitGroup group_of(std::string_view line) {
    const PastedCommits pasted = read_commits(line);
    REQUIRE(pasted.commits.size() == 1);
    return pasted.commits[0].group;
}

constexpr const char* git_log = R"(commit 9f3c1d2e4b5a69788796a5b4c3d2e1f001122334 (HEAD -> main, tag: 4.2.0)
Merge: 1a2b3c4 5d6e7f8
Author: Ana Souza <ana@example.org>
Date:   Mon Nov 24 10:12:03 2026 +0100

    Merge pull request #14 from octoacme/carts

commit 0123456789abcdef0123456789abcdef01234567
Author: Chen <chen@example.org>
Date:   Mon Nov 24 09:00:00 2026 +0100

    feat(cart): keep carts for 90 days (#12)

    They were lost when the browser closed.

    BREAKING CHANGE: the cart cookie is read no more,
    clients have to send the cart id.
    Reviewed-by: Farah

commit abcdef0123456789abcdef0123456789abcdef01
Author: Farah <farah@example.org>
Date:   Sun Nov 23 09:00:00 2026 +0100

    fix: count vouchers once
)";

} // namespace

TEST_CASE("RN-4 commits of every kind go under the heading that tells readers what they are") {
    CHECK(sorted("a1b2c3d feat(cart): keep carts (#12)\n"
                 "b2c3d4e fix: count vouchers once\n"
                 "c3d4e5f perf: load the cart page in half the time\n"
                 "d4e5f60 docs: describe carts\n"
                 "e5f6071 feat!: drop the v1 interface\n"
                 "f607182 Merge branch 'main' into carts\n"
                 "0718293 remove: the old basket\n"
                 "1829304 deprecate: gift cards\n"
                 "2930415 security: check the voucher's owner\n"
                 "3041526 revert: keep carts\n") == R"(### Breaking changes

- drop the v1 interface

### New

- **cart**: keep carts (#12)

### Changed

- load the cart page in half the time
- revert: keep carts

### Deprecated

- gift cards

### Removed

- the old basket

### Fixed

- count vouchers once

### Security

- check the voucher's owner

### Other

- docs: describe carts
- Merge branch 'main' into carts)");
}

TEST_CASE("RN-4 a git log in its usual layout is read with its merges, bodies and breaking changes") {
    const PastedCommits pasted = read_commits(git_log);
    REQUIRE(pasted.commits.size() == 3);
    CHECK(pasted.commits[0].group == CommitGroup::other);
    CHECK(pasted.commits[0].item == "Merge pull request #14 from octoacme/carts");
    CHECK(pasted.commits[1].group == CommitGroup::breaking);
    CHECK(pasted.commits[1].kind == CommitGroup::added);
    CHECK(pasted.commits[2].item == "count vouchers once");
    CHECK(pasted.details == 12);
    CHECK(pasted.commits[1].item == "**cart**: keep carts for 90 days (#12): the cart cookie is read no more, clients "
                                    "have to send the cart id.");
    CHECK(with_commits("", pasted).preview.find("### Breaking changes, 1\n- **cart**: keep carts") == 0);
}

TEST_CASE("RN-4 subjects are found behind hashes, bullets, numbers, branch names and the lines of a graph") {
    for (const char* line :
         {"feat: keep carts", "- feat: keep carts", "* feat: keep carts", "+ feat: keep carts", "• feat: keep carts",
          "3. feat: keep carts", "12) feat: keep carts", "a1b2c3d feat: keep carts", "* a1b2c3d feat: keep carts",
          "| * a1b2c3d (HEAD -> main, origin/main) feat: keep carts", "a1b2c3d (tag: 4.2.0) feat: keep carts",
          "deadbee feat: keep carts", "1234567 feat: keep carts", "  feat: keep carts\r", "FEAT: keep carts"}) {
        CAPTURE(line);
        CHECK(sorted(line) == "### New\n\n- keep carts");
    }
    const PastedCommits graph = read_commits("*   commit a1b2c3d4e5f60718293a4b5c6d7e8f9001122334\n"
                                             "|\\  Merge: 1a2b3c4 5d6e7f8\n"
                                             "| | Author: Ana <ana@example.org>\n"
                                             "| | \n"
                                             "| |     Merge branch 'carts'\n"
                                             "| | \n"
                                             "| * commit b1b2c3d4e5f60718293a4b5c6d7e8f9001122334\n"
                                             "|/  Author: Chen <chen@example.org>\n"
                                             "|   \n"
                                             "|       feat: keep carts\n");
    REQUIRE(graph.commits.size() == 2);
    CHECK(graph.commits[1].item == "keep carts");
    CHECK(graph.details == 5);
}

TEST_CASE("RN-4 what only looks like a hash, a number or a type stays in the words") {
    CHECK(sorted("1234567 carts were moved") == "### Other\n\n- 1234567 carts were moved");
    CHECK(sorted("defaced walls are clean") == "### Other\n\n- defaced walls are clean");
    CHECK(sorted("a1b2c3d (cart) keep it") == "### Other\n\n- (cart) keep it");
    CHECK(sorted("feat:keep carts") == "### Other\n\n- feat:keep carts");
    CHECK(sorted("fix(: x") == "### Other\n\n- fix(: x");
    CHECK(sorted("fixup! feat: keep carts") == "### Other\n\n- fixup! feat: keep carts");
    CHECK(sorted("https://example.org/1: see") == "### Other\n\n- https://example.org/1: see");
    CHECK(sorted("Note: we moved") == "### Other\n\n- Note: we moved");
    CHECK(sorted("**bold** move") == "### Other\n\n- **bold** move");
    CHECK(sorted(" \n---\n|\\\n* \n").empty());
}

TEST_CASE("RN-4 a breaking change is one with any type: by its mark, and by its footer") {
    CHECK(group_of("chore!: drop Node 6") == CommitGroup::breaking);
    CHECK(group_of("refactor(api)!: rename") == CommitGroup::breaking);
    CHECK(group_of("chore: drop Node 6\nBREAKING CHANGE: Node 6 is gone") == CommitGroup::breaking);
    CHECK(group_of("fix: x\nBREAKING-CHANGE: y") == CommitGroup::breaking);
    CHECK(group_of("fix: x\nBREAKING-CHANGE: y") == CommitGroup::breaking);
    CHECK(group_of("BREAKING CHANGE: the cookie is gone") == CommitGroup::breaking);
    CHECK(sorted("BREAKING CHANGE: the cookie is gone") == "### Breaking changes\n\n- the cookie is gone");
    CHECK(read_commits("chore: x\nbreaking change: y").commits.size() == 2); // §15: upper case alone
}

TEST_CASE("RN-4 commits are added under what is written there, and none of them twice") {
    const std::string before =
        "Carts at last.\n\n### Fixed\n\n- count vouchers once\n\nThanks to all.\n\n### Other\n- x";
    const auto notes = with_commits(before, read_commits("fix: count vouchers once\nfix: round prices\n"
                                                         "fix: round prices\nfeat: keep carts"));
    CHECK(notes.text == "Carts at last.\n\n### Fixed\n\n- count vouchers once\n\nThanks to all.\n- round prices\n\n"
                        "### Other\n- x\n\n### New\n\n- keep carts");
    CHECK(notes.added == 2);
    CHECK(notes.known == 1);
    CHECK(notes.preview == "### New, 1\n- keep carts\n### Fixed, 1\n- round prices\n");
    const auto again = with_commits(notes.text, read_commits("feat: keep carts\nfix: round prices\nx"));
    CHECK(again.text == notes.text);
    CHECK(again.added == 0);
    CHECK(again.known == 3);

    Copy copy = Copy::created();
    copy.act(command::SetField{"notes:notable-changes", "Carts at last."});
    copy.act(command::AddCommits{"feat: keep carts"});
    CHECK(copy.state().notes.at("notable-changes").text == "Carts at last.\n\n### New\n\n- keep carts");
    const std::size_t ops = copy.release().log().size();
    copy.act(command::AddCommits{"feat: keep carts"});
    CHECK(copy.release().log().size() == ops);
    CHECK(copy.refused(command::AddCommits{" \n--\n"}) == std::vector<std::string>{"commits"});
    Copy other = copy.fork("bob");
    copy.act(command::SetField{"notes:notable-changes", "One"});
    other.act(command::SetField{"notes:notable-changes", "Two"});
    copy.merge(other);
    CHECK(copy.refused(command::AddCommits{"fix: y"}) == std::vector<std::string>{"conflict"});
}

TEST_CASE("RT-1 RT-2 RT-3 the commits say which type of release they ask for, and where it is another one") {
    const auto asked = [](const char* pasted, const char* version) {
        return asked_type(read_commits(pasted), version);
    };
    CHECK(asked("docs: x\nMerge y", "4.2.0").empty());
    CHECK(asked("fix: x\ndocs: y", "4.2.0") == "patch");
    CHECK(asked("fix: x\nfeat: y", "4.2.0") == "minor");
    CHECK(asked("feat: x\nfix!: y", "4.2.0") == "major");
    CHECK(asked("feat: x\nfix!: y", "0.4.0") == "minor");
    CHECK(asked("fix: x", "0.4.0") == "patch");

    const Copy minor = Copy::created("minor", "4.2.0");
    const auto hint = [](const Copy& copy, const char* pasted) {
        return type_hint(copy.release(), read_commits(pasted));
    };
    CHECK(hint(minor, "feat: x").empty());
    CHECK(hint(minor, "docs: x").empty());
    CHECK(hint(minor, "feat!: x\nfix: y") ==
          "These commits ask for a Major (1 breaking change), this release is a Minor.");
    CHECK(hint(minor, "fix: x\nfix: y") ==
          "These commits alone ask for no more than a Patch (2 fixes), this release is a Minor.");
    CHECK(hint(Copy::created("patch", "0.4.1"), "feat!: x") ==
          "These commits ask for a Minor (1 breaking change, while the version begins with 0), this release is a "
          "Patch.");
    CHECK(hint(Copy::created("minor", "0.4.0"), "feat!: x").empty());
}

TEST_CASE("RN-4 a tag in a commit is nothing but text in every form of the notes") {
    Copy copy = Copy::created();
    copy.act(command::AddCommits{"feat: show <script>alert(1)</script>\n"
                                 "fix(<b>): no <img src=x onerror=alert(1)> in `<td>`\n"
                                 "fix: follow [this](javascript:alert(1)) and C:\\_x"});
    const std::string html = render_notes(copy.release(), NotesFormat::html);
    for (const char* tag : {"<script", "<img", "<b>", "<td>", "href"}) CHECK(html.find(tag) == std::string::npos);
    CHECK(html.find("<li>show &lt;script&gt;alert(1)&lt;/script&gt;</li>") != std::string::npos);
    CHECK(html.find("<strong>&lt;b&gt;</strong>: no &lt;img src=x onerror=alert(1)&gt; in <code>&lt;td&gt;</code>") !=
          std::string::npos);
    const std::string text = render_notes(copy.release(), NotesFormat::text);
    CHECK(text.find("  - show <script>alert(1)</script>\n") != std::string::npos);
    CHECK(text.find("  - follow [this](javascript:alert(1)) and C:\\_x\n") != std::string::npos);
    CHECK(render_notes(copy.release(), NotesFormat::markdown).find("- show \\<script>alert(1)\\</script>\n") !=
          std::string::npos);
}

// --- Nothing is ever dropped: texts that nobody thought of.

namespace {

using Words = std::set<std::string>;

Words words_of(std::string_view text) {
    Words words;
    std::string word;
    for (const char c : std::string(text) + " ") {
        const bool part = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                          static_cast<unsigned char>(c) >= 128;
        if (part)
            word += c;
        else if (!word.empty())
            words.insert(std::move(word)), word.clear();
    }
    return words;
}

template <std::size_t N> std::string one_of(Seeded& random, const std::array<const char*, N>& list) {
    return list[random.below(N)];
}

constexpr std::array<const char*, 22> some_words = {
    "cart", "Kundenkonto", "grüßt",    "支払い", "🚀",   "2026",   "v1.2", "fix", "feat",  "commit", "Author",
    "<b>",  "`x<y`",       "**very**", "(#12)",  "a_b", "[x](y)", "\\n",  "!",   "\"q\"", "&amp;",  "1234567"};
constexpr std::array<const char*, 12> types = {"feat", "fix",    "docs",   "chore", "perf",  "Refactor",
                                               "test", "revert", "remove", "wip",   "BUILD", "security"};
constexpr std::array<const char*, 8> bullets = {"", "- ", "* ", "+ ", "• ", "7. ", "  ", "| * "};
constexpr std::array<const char*, 6> hashes = {"",
                                               "",
                                               "a1b2c3d ",
                                               "0f1e2d3c4b ",
                                               "9a8b7c6 (HEAD -> main, tag: 1.0) ",
                                               "0123456789abcdef0123456789abcdef01234567 "};

std::string some_text(Seeded& random) {
    std::string text;
    for (std::size_t i = 0, count = 1 + random.below(6); i < count; ++i)
        text += (text.empty() ? "" : " ") + one_of(random, some_words);
    return text + " end" + std::to_string(random.below(1000));
}

// A subject, and the words of it that readers have to find.
struct Subject {
    std::string text, seen;
};
Subject some_subject(Seeded& random) {
    const std::string text = some_text(random);
    if (random.chance(3)) return {"Merge " + text, "Merge " + text};
    if (random.chance(4)) return {"Plain " + text, "Plain " + text};
    const std::string scope = random.chance(2) ? "s" + std::to_string(random.below(9)) : "";
    return {one_of(random, types) + (scope.empty() ? "" : "(" + scope + ")") + (random.chance(5) ? "!" : "") + ": " +
                text,
            scope + " " + text};
}

// The longest text of the result's lines that hold these words.
bool one_line_holds(const std::vector<Words>& lines, const Words& wanted) {
    return std::any_of(lines.begin(), lines.end(), [&](const Words& line) {
        return std::includes(line.begin(), line.end(), wanted.begin(), wanted.end());
    });
}

std::vector<Words> lines_of_result(const std::string& pasted) {
    std::vector<Words> lines;
    const std::string plain = plain_text(sorted(pasted));
    for (const std::string_view line : text_lines(plain)) lines.push_back(words_of(line));
    return lines;
}

} // namespace

TEST_CASE("RN-4 whatever is pasted, one commit a line, no word of it is dropped") {
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        Seeded random(seed);
        std::string pasted;
        std::vector<std::string> seen;
        for (std::size_t i = 0, count = 1 + random.below(12); i < count; ++i) {
            const Subject subject = some_subject(random);
            const std::string hash = one_of(random, hashes);
            pasted += one_of(random, bullets) + hash + subject.text + (random.chance(4) ? "\r\n" : "\n");
            seen.push_back(subject.seen);
            if (random.chance(5)) pasted += random.chance(2) ? "\n" : "|\\\n";
            if (random.chance(6)) {
                seen.push_back(some_text(random));
                pasted += "BREAKING CHANGE: " + seen.back() + "\n";
            }
        }
        CAPTURE(pasted);
        const auto lines = lines_of_result(pasted);
        for (const std::string& each : seen) {
            CAPTURE(each);
            CHECK(one_line_holds(lines, words_of(each)));
        }
    }
}

TEST_CASE("RN-4 whatever stands in a git log, every subject and footer is listed and every other line is counted") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        Seeded random(seed);
        std::string pasted;
        std::vector<std::string> seen;
        std::size_t details = 0;
        for (std::size_t i = 0, count = 1 + random.below(6); i < count; ++i) {
            pasted += "commit 0123456789abcdef0123456789abcdef0123456" + std::to_string(i) +
                      (random.chance(3) ? " (HEAD -> main)" : "") + "\n";
            if (random.chance(3)) pasted += "Merge: 1a2b3c4 5d6e7f8\n", ++details;
            pasted += "Author: " + some_text(random) + " <a@example.org>\nDate:   Mon Nov 24 10:12:03 2026 +0100\n\n";
            details += 3;
            const Subject subject = some_subject(random);
            pasted += "    " + subject.text + "\n";
            seen.push_back(subject.seen);
            for (std::size_t line = random.below(4); line > 0; --line) {
                pasted += "    \n    Body " + some_text(random) + "\n";
                ++details;
            }
            if (random.chance(3)) {
                seen.push_back(some_text(random));
                pasted += "    \n    BREAKING CHANGE: " + seen.back() + "\n    and " + seen.back() + "\n";
            }
            pasted += "\n";
        }
        CAPTURE(pasted);
        CHECK(read_commits(pasted).details == details);
        const auto lines = lines_of_result(pasted);
        for (const std::string& each : seen) {
            CAPTURE(each);
            CHECK(one_line_holds(lines, words_of(each)));
        }
    }
}

TEST_CASE("RN-4 of a text that is no list of commits at all every word is still there") {
    constexpr std::array<const char*, 30> pieces = {"x", "word", " ",  "  ", "\n", "*",  "|",     "/",  "\\", "-",
                                                    "#", "(",    ")",  "!",  ":",  ": ", "`",     "[",  "](", "<",
                                                    ">", "&",    "**", ". ", "+",  "\t", "größe", "\"", "é",  "7"};
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        CAPTURE(seed);
        Seeded random(seed);
        std::string pasted;
        for (std::size_t i = 0, count = random.below(60); i < count; ++i) pasted += one_of(random, pieces);
        CAPTURE(pasted);
        const PastedCommits read = read_commits(pasted);
        CHECK(read.details == 0);
        const std::string result = plain_text(with_commits("", read).text);
        for (const std::string& word : words_of(pasted)) {
            const bool number = word.find_first_not_of('7') == std::string::npos; // of an item
            CAPTURE(word);
            CHECK((number || result.find(word) != std::string::npos));
        }
    }
}
