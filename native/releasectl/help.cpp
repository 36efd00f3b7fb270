#include "native/releasectl/help.hpp"

#include "native/releasectl/terminal.hpp"

#include <algorithm>

namespace desk::native {

namespace {

constexpr std::size_t page_columns = 100;
constexpr std::size_t widest_name = 26; // what is wider has its text on the next line

using Row = std::pair<std::string, std::string>; // name, text

// The text in lines of the page, the first of which begins behind what stands there already.
std::string filled(const std::string& text, std::size_t indent) {
    std::string out;
    std::size_t column = indent;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        const std::size_t width = columns_of(word);
        if (column > indent && column + 1 + width > page_columns) {
            out += "\n" + std::string(indent, ' ');
            column = indent;
        }
        if (column > indent) out += ' ';
        out += word;
        column += width + (column > indent ? 1 : 0);
        at = end + 1;
    }
    return out + "\n";
}

std::string table(const char* title, const std::vector<Row>& rows) {
    if (rows.empty()) return {};
    std::size_t width = 0;
    for (const Row& row : rows)
        if (const std::size_t columns = columns_of(row.first); columns <= widest_name) width = std::max(width, columns);
    const std::size_t indent = 2 + width + 2;
    std::string out = std::string("\n") + title + ":\n";
    for (const auto& [name, text] : rows) {
        const bool fits = columns_of(name) <= width;
        out +=
            "  " + (fits ? padded(name, width) + "  " : name + "\n" + std::string(indent, ' ')) + filled(text, indent);
    }
    return out;
}

std::string flag_text(const FlagDescription& flag) {
    return flag.text + (flag.required ? " (required)" : "") + (flag.repeated ? " (may stand several times)" : "");
}

std::vector<Row> argument_rows(const std::vector<ArgumentDescription>& arguments) {
    std::vector<Row> rows;
    rows.reserve(arguments.size());
    for (const ArgumentDescription& one : arguments) rows.emplace_back(one.name + (one.repeated ? "…" : ""), one.text);
    return rows;
}

std::vector<Row> flag_rows(const std::vector<FlagDescription>& flags, bool general) {
    std::vector<Row> rows;
    for (const FlagDescription& flag : flags)
        if (flag.general == general) rows.emplace_back(flag_words(flag), flag_text(flag));
    return rows;
}

} // namespace

std::string help_text(const CommandDescription& command) {
    std::string out = filled(command.does, 0) + "\nUsage: " + command.usage() + "\n";
    std::vector<Row> arguments = argument_rows(command.outer);
    for (const Row& row : argument_rows(command.arguments)) arguments.push_back(row);
    out += table("Arguments", arguments);
    std::vector<Row> acts;
    for (const CommandDescription& act : command.acts) acts.emplace_back(act.path.back(), act.does);
    out += table(command.path.empty() ? "Commands" : "Acts", acts);
    for (const ChoiceDescription& choice : command.choices) {
        std::vector<Row> rows = argument_rows(choice.arguments);
        for (const FlagDescription& flag : choice.flags) rows.emplace_back(flag_words(flag), flag_text(flag));
        out += table(choice.text.c_str(), rows);
    }
    out += table("Flags", flag_rows(command.flags, false)) + table("General flags", flag_rows(command.flags, true)) +
           table("Exit status", exit_statuses(command.explanation));
    return out + "\nExample:\n  " + command.explanation.example + "\n";
}

} // namespace desk::native
