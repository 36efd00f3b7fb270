#include "core/notes/markdown.hpp"

#include "core/ascii.hpp"

#include <algorithm>

namespace desk {

namespace {

using LineKind = MarkdownLine::Kind;
using SpanKind = MarkdownSpan::Kind;

bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

// Where the mark stands next, if no backslash takes its meaning.
std::size_t find_mark(std::string_view text, std::string_view mark, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text.substr(at).starts_with(mark))
            return at;
    }
    return std::string_view::npos;
}

std::string without_backslashes(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1])) ++at;
        result += text[at];
    }
    return result;
}

bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// "&amp;" and "&#38;" stand for another character; an "&" alone for itself.
bool is_entity(std::string_view text) {
    std::size_t end = 1;
    while (end < text.size() && (is_word(text[end]) || text[end] == '#')) ++end;
    return end > 1 && end < text.size() && text[end] == ';';
}

// Would the character at this place of the line be taken for a mark?
bool would_mark(std::string_view line, std::size_t at) {
    const char next = at + 1 < line.size() ? line[at + 1] : ' ';
    switch (line[at]) {
    case '\\':
        return is_punctuation(next);
    case '`':
    case '*':
    case '~':
    case '[':
    case '<':
    case '|':
        return true;
    case '_': // within a word it is none
        return at == 0 || !is_word(line[at - 1]) || !is_word(next);
    case '&':
        return is_entity(line.substr(at));
    case '#':
    case '>':
    case '=':
    case '-':
    case '+': // what a line may begin with: a heading, a quotation, an item
        return at == 0;
    case '.':
    case ')': // the number of an item
        return at > 0 && at < 10 && next == ' ' &&
               std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(at), is_digit);
    default:
        return false;
    }
}

// How many bytes the text begins with that are no part of a line, but steer where and how it is read: blanks, controls
// (C0, C1), line and paragraph separators, and what turns the reading direction (U+202A to U+202E, U+2066 to U+2069).
std::size_t steering_bytes(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : static_cast<unsigned char>(0);
    };
    if (byte(0) <= ' ' || byte(0) == 0x7f) return 1;
    if (byte(0) == 0xc2 && byte(1) >= 0x80 && byte(1) < 0xa0) return 2;
    if (byte(0) != 0xe2) return 0;
    const bool turns = (byte(1) == 0x80 && byte(2) >= 0xa8 && byte(2) <= 0xae) ||
                       (byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9);
    return turns ? 3 : 0;
}

bool may_be_followed(std::string_view url) {
    for (const char c : url)
        if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>') return false;
    std::string scheme(url.substr(0, url.find(':')));
    for (char& c : scheme)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const std::string_view rest = url.substr(std::min(scheme.size(), url.size()));
    if (scheme == "mailto") return rest.size() > 1;
    return (scheme == "https" || scheme == "http") && rest.starts_with("://") && rest.size() > 3;
}

// What a span at the beginning of the text takes of it; 0: none begins there.
std::size_t take_span(std::string_view text, std::vector<MarkdownSpan>& spans) {
    constexpr auto none = std::string_view::npos;
    if (text[0] == '`') {
        const auto end = text.find('`', 1);
        if (end == none || end == 1) return 0;
        spans.push_back({SpanKind::code, std::string(text.substr(1, end - 1))});
        return end + 1;
    }
    if (text.starts_with("**")) {
        const auto end = find_mark(text, "**", 2);
        if (end == none || end == 2 || text[2] == ' ' || text[end - 1] == ' ') return 0;
        spans.push_back({SpanKind::strong, without_backslashes(text.substr(2, end - 2))});
        return end + 2;
    }
    if (text[0] != '[') return 0;
    const auto middle = find_mark(text, "](", 1);
    const auto end = middle == none ? none : text.find(')', middle);
    if (end == none || middle == 1) return 0;
    const std::string_view url = text.substr(middle + 2, end - middle - 2);
    if (!may_be_followed(url)) return 0;
    spans.push_back({SpanKind::link, without_backslashes(text.substr(1, middle - 1))});
    spans.push_back({SpanKind::address, " (" + std::string(url) + ")"});
    return end + 1;
}

std::string html_escaped(std::string_view text) {
    std::string result;
    for (const char c : text) switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        default:
            result += c;
        }
    return result;
}

} // namespace

std::vector<std::string_view> text_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

MarkdownLine markdown_line(std::string_view line) {
    if (is_blank(line)) return {};
    line.remove_prefix(line.find_first_not_of(" \t"));
    std::size_t level = 0, digits = 0;
    while (level < line.size() && line[level] == '#') ++level;
    if (level > 0 && level <= 6 && line.substr(level).starts_with(" "))
        return {LineKind::heading, level, {}, line.substr(level + 1)};
    if (line.starts_with("- ") || line.starts_with("* ")) return {LineKind::bullet, 0, {}, line.substr(2)};
    while (digits < line.size() && digits < 9 && is_digit(line[digits])) ++digits;
    if (digits > 0 && line.substr(digits).starts_with(". "))
        return {LineKind::numbered, 0, line.substr(0, digits + 1), line.substr(digits + 2)};
    return {LineKind::plain, 0, {}, line};
}

std::vector<MarkdownSpan> markdown_spans(std::string_view text) {
    std::vector<MarkdownSpan> spans;
    while (!text.empty()) {
        std::size_t used = take_span(text, spans);
        if (used == 0) {
            const bool meant = text[0] == '\\' && text.size() > 1 && is_punctuation(text[1]);
            used = meant ? 2 : 1;
            if (spans.empty() || spans.back().kind != SpanKind::plain) spans.push_back({});
            spans.back().text += text[used - 1];
        }
        text.remove_prefix(used);
    }
    return spans;
}

std::string plain_line(std::string_view text) {
    std::string result;
    for (const MarkdownSpan& span : markdown_spans(text)) result += span.text;
    return result;
}

std::string plain_text(std::string_view markdown) {
    std::string result;
    for (const std::string_view each : text_lines(markdown)) {
        const MarkdownLine line = markdown_line(each);
        if (line.kind == LineKind::bullet) result += "- ";
        if (line.kind == LineKind::numbered) (result += line.marker) += ' ';
        result += plain_line(line.text);
        result += '\n';
    }
    return result;
}

std::string html_line(std::string_view text) {
    std::string html;
    std::string words; // of the link whose address comes next
    for (const MarkdownSpan& span : markdown_spans(text)) {
        std::string escaped = html_escaped(span.text);
        switch (span.kind) {
        case SpanKind::plain:
            html += escaped;
            break;
        case SpanKind::strong:
            html += "<strong>" + escaped + "</strong>";
            break;
        case SpanKind::code:
            html += "<code>" + escaped + "</code>";
            break;
        case SpanKind::link:
            words = std::move(escaped);
            break;
        case SpanKind::address:
            html += "<a href=\"" + escaped.substr(2, escaped.size() - 3) + "\">" + words + "</a>";
            break;
        }
    }
    return html;
}

std::string html_blocks(std::string_view markdown) {
    std::string html;
    std::string_view open; // "ul", "ol", "p": the element that the next line may go on with
    const auto begin = [&](std::string_view element) {
        if (open == element) return false;
        if (!open.empty()) ((html += "</") += open) += ">\n";
        open = element;
        if (!open.empty()) ((html += '<') += open) += open == "p" ? ">" : ">\n";
        return true;
    };
    for (const std::string_view each : text_lines(markdown)) {
        const MarkdownLine line = markdown_line(each);
        const std::string words = html_line(line.text);
        switch (line.kind) {
        case LineKind::blank:
            begin({});
            break;
        case LineKind::heading: {
            begin({});
            const std::string level = std::to_string(line.level);
            html += "<h" + level + ">" + words + "</h" + level + ">\n";
            break;
        }
        case LineKind::bullet:
            begin("ul");
            html += "<li>" + words + "</li>\n";
            break;
        case LineKind::numbered:
            begin("ol");
            html +=
                "<li value=\"" + std::string(line.marker.substr(0, line.marker.size() - 1)) + "\">" + words + "</li>\n";
            break;
        case LineKind::plain:
            if (!begin("p")) html += "<br>\n";
            html += words;
            break;
        }
    }
    begin({});
    return html;
}

std::string literal_markdown(std::string_view plain) {
    std::string line;
    while (!plain.empty()) {
        const std::size_t steering = steering_bytes(plain);
        if (steering == 0)
            line += plain[0];
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
        plain.remove_prefix(std::max<std::size_t>(steering, 1));
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    std::string result;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (would_mark(line, at)) result += '\\';
        result += line[at];
    }
    return result;
}

std::string as_markdown(std::string_view plain) {
    std::string result;
    bool code = false;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (plain[at] == '`') code = !code && plain.find('`', at + 1) != std::string_view::npos;
        if (!code && (plain[at] == '<' || plain[at] == '\\')) result += '\\';
        result += plain[at];
    }
    return result;
}

} // namespace desk
