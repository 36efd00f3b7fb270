// The Markdown that texts of a release may use: the few forms which the preview, HTML and plain text all show alike.
// Everything else is text as it stands, HTML too.
//
//   # heading … ###### heading      - item   * item   1. item      **strong**   `code`
//   [words](https://…)              also http:// and mailto:; with any other address it is no link
//   \*                              a mark of punctuation that is meant as it stands
//
// Names and syntax after CommonMark 0.31, but for one thing: a line ends where it ends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

struct MarkdownLine {
    enum class Kind : std::uint8_t { blank, heading, bullet, numbered, plain };
    Kind kind = Kind::blank;
    std::size_t level = 0;        // of a heading: 1 to 6
    std::string_view marker = {}; // of a numbered item: "12."
    std::string_view text = {};   // what follows, with its marks inside
};
MarkdownLine markdown_line(std::string_view line);

struct MarkdownSpan {
    // An address follows its link, as it is shown: " (https://…)".
    enum class Kind : std::uint8_t { plain, strong, code, link, address };
    Kind kind = Kind::plain;
    std::string text;
};
// The text of one line in parts; together they are all of it but the marks.
std::vector<MarkdownSpan> markdown_spans(std::string_view text);

// The lines of a text, without their ends (LF or CR LF).
std::vector<std::string_view> text_lines(std::string_view text);
bool is_blank(std::string_view text);

// One line without its marks; a link is followed by its address: "words (https://…)".
std::string plain_line(std::string_view text);
// A whole text without marks: headings on lines of their own, items with "- " or their number.
std::string plain_text(std::string_view markdown);

// The same as HTML, where every character of the text is escaped.
std::string html_line(std::string_view text);
std::string html_blocks(std::string_view markdown);

// A text that is no Markdown, so that it reads as it stands and cannot become a tag where others show it: "\<b>".
// What stands between backticks is left alone.
std::string as_markdown(std::string_view plain);

// A text as one line that no reader of Markdown takes for markup, as GitHub's does (GFM 0.29): marks get a backslash
// where they would mean something, and nowhere else, so that it also reads well where they mean nothing. Line ends,
// controls and what turns the reading direction become a space.
std::string literal_markdown(std::string_view plain);

} // namespace desk
