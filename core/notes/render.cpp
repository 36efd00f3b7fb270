#include "core/notes/render.hpp"

#include "core/notes/markdown.hpp"

namespace desk {

namespace {

std::string value_of(const State& state, const NotesFieldSpec& field) {
    const auto found = state.notes.find(field.key);
    if (found != state.notes.end() && !is_blank(found->second.text)) return found->second.text;
    // The name and number are known without being written again.
    if (field.key == "name" && !state.product.text.empty())
        return state.product.text + " " + state.version.text +
               (state.name.text.empty() ? std::string() : ", " + state.name.text);
    return field.name.find("(if any)") != std::string::npos ? "None" : "Not written yet";
}

// "Migration steps (if any)" as a heading.
std::string heading_of(const NotesFieldSpec& field) { return field.name.substr(0, field.name.find(" (if any)")); }

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
                result += "<h1>" + html_line(value) + "</h1>\n";
            else if (!field.long_text)
                result += "<p>" + html_line(heading_of(field) + ": " + value) + "</p>\n";
            else
                result += "<h2>" + html_line(heading_of(field)) + "</h2>\n" + html_blocks(value);
            break;
        case NotesFormat::text:
            if (!field.long_text) {
                result += heading_of(field) + ": " + plain_line(value) + "\n";
            } else {
                result += "\n" + heading_of(field) + ":\n";
                const std::string plain = plain_text(value);
                for (const std::string_view line : text_lines(plain))
                    result += line.empty() ? "\n" : "  " + std::string(line) + "\n";
            }
            break;
        }
    }
    return result;
}

} // namespace desk
