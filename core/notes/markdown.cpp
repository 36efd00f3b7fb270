#include "core/notes/markdown.hpp"

#include <algorithm>

namespace desk {

namespace {

using LineKind = MarkdownLine::Kind;
using SpanKind = MarkdownSpan::Kind;

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

// Where the mark stands next, if no backslash takes its meaning.
std::size_t find_mark(std::string_view text, std::string_view mark, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (starts_with(text.substr(at), mark))
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

bool may_be_followed(std::string_view url) {
    for (const char c : url)
        if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>') return false;
    std::string scheme(url.substr(0, url.find(':')));
    for (char& c : scheme)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const std::string_view rest = url.substr(std::min(scheme.size(), url.size()));
    if (scheme == "mailto") return rest.size() > 1;
    return (scheme == "https" || scheme == "http") && starts_with(rest, "://") && rest.size() > 3;
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
    if (starts_with(text, "**")) {
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
    if (level > 0 && level <= 6 && starts_with(line.substr(level), " "))
        return {LineKind::heading, level, {}, line.substr(level + 1)};
    if (starts_with(line, "- ") || starts_with(line, "* ")) return {LineKind::bullet, 0, {}, line.substr(2)};
    while (digits < line.size() && digits < 9 && is_digit(line[digits])) ++digits;
    if (digits > 0 && starts_with(line.substr(digits), ". "))
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
