#include "core/notes/render.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace desk {

namespace {

std::string escaped(std::string_view text) {
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

std::vector<std::string_view> lines_of(std::string_view text) {
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

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string value_of(const State& state, const NotesFieldSpec& field) {
    const auto found = state.notes.find(field.key);
    if (found != state.notes.end() && !blank(found->second.text)) return found->second.text;
    // The name and number are known without being written again.
    if (field.key == "name" && !state.product.text.empty())
        return state.product.text + " " + state.version.text +
               (state.name.text.empty() ? std::string() : ", " + state.name.text);
    return field.name.find("(if any)") != std::string::npos ? "None" : "Not written yet";
}

// "Migration steps (if any)" as a heading.
std::string heading_of(const NotesFieldSpec& field) { return field.name.substr(0, field.name.find(" (if any)")); }

std::string html_paragraphs(std::string_view text) {
    std::string html = "<p>";
    bool first = true;
    for (const std::string_view line : lines_of(text)) {
        if (!first) html += "<br>\n";
        html += escaped(line);
        first = false;
    }
    return html + "</p>\n";
}

} // namespace

std::string render_notes(const Release& release, NotesFormat format) {
    const State& state = release.state();
    std::string result;
    for (const NotesFieldSpec& field : release.guide().notes) {
        const std::string value = value_of(state, field);
        const bool title = field.key == "name";
        switch (format) {
        case NotesFormat::markdown:
            if (title)
                result += "# " + value + "\n";
            else if (!field.long_text)
                result += "\n" + heading_of(field) + ": " + value + "\n";
            else
                result += "\n## " + heading_of(field) + "\n\n" + value + (value.back() == '\n' ? "" : "\n");
            break;
        case NotesFormat::html:
            if (title)
                result += "<h1>" + escaped(value) + "</h1>\n";
            else if (!field.long_text)
                result += "<p>" + escaped(heading_of(field)) + ": " + escaped(value) + "</p>\n";
            else
                result += "<h2>" + escaped(heading_of(field)) + "</h2>\n" + html_paragraphs(value);
            break;
        case NotesFormat::text:
            if (!field.long_text) {
                result += heading_of(field) + ": " + value + "\n";
            } else {
                result += "\n" + heading_of(field) + ":\n";
                for (const std::string_view line : lines_of(value))
                    result += line.empty() ? "\n" : "  " + std::string(line) + "\n";
            }
            break;
        }
    }
    return result;
}

} // namespace desk
