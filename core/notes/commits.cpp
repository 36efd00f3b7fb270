#include "core/notes/commits.hpp"

#include "core/ascii.hpp"
#include "core/notes/markdown.hpp"
#include "core/rules/wording.hpp"
#include "core/version/semver.hpp"

#include <algorithm>
#include <set>

namespace desk {

namespace {

constexpr auto npos = std::string_view::npos;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool has_words(std::string_view line) {
    return std::any_of(line.begin(), line.end(),
                       [](char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 128; });
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    return begin == npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

struct TypeGroup {
    std::string_view type;
    CommitGroup group;
};
// Types that tell readers something; all others (docs, chore, test …) are for "Other", where their name stays.
constexpr std::array<TypeGroup, 16> type_groups = {{
    {"feat", CommitGroup::added},
    {"feature", CommitGroup::added},
    {"add", CommitGroup::added},
    {"fix", CommitGroup::fixed},
    {"bugfix", CommitGroup::fixed},
    {"hotfix", CommitGroup::fixed},
    {"perf", CommitGroup::changed},
    {"refactor", CommitGroup::changed},
    {"change", CommitGroup::changed},
    {"revert", CommitGroup::changed},
    {"deprecate", CommitGroup::deprecated},
    {"deprecated", CommitGroup::deprecated},
    {"remove", CommitGroup::removed},
    {"removed", CommitGroup::removed},
    {"security", CommitGroup::security},
    {"sec", CommitGroup::security},
}};

CommitGroup group_of(std::string_view type) {
    for (const TypeGroup& one : type_groups)
        if (one.type == type) return one.group;
    return CommitGroup::other;
}

// "type(scope)!: words", §1–5.
struct Conventional {
    std::string_view type, scope, words;
    bool breaking = false;
};

bool read_conventional(std::string_view subject, Conventional& read) {
    std::size_t at = 0;
    while (at < subject.size() &&
           (is_letter(subject[at]) || (at > 0 && (is_digit(subject[at]) || subject[at] == '-' || subject[at] == '_'))))
        ++at;
    read.type = subject.substr(0, at);
    std::string_view rest = subject.substr(at);
    if (rest.starts_with("(")) {
        const auto close = rest.find(')');
        if (close == npos || close == 1) return false;
        read.scope = rest.substr(1, close - 1);
        rest.remove_prefix(close + 1);
    }
    read.breaking = rest.starts_with("!");
    if (read.breaking) rest.remove_prefix(1);
    if (at == 0 || !rest.starts_with(": ")) return false;
    read.words = trimmed(rest.substr(2));
    return !read.words.empty();
}

// What a BREAKING CHANGE footer says (§8, §16); empty if the line is none.
std::string_view breaking_words(std::string_view line) {
    for (const std::string_view token : {"BREAKING CHANGE: ", "BREAKING-CHANGE: "})
        if (line.starts_with(token)) return trimmed(line.substr(token.size()));
    return {};
}

// "Reviewed-by: Z", "Refs #133" (§8): ends the footer before it (§10).
bool is_footer(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && (is_letter(line[at]) || line[at] == '-')) ++at;
    return at > 0 && (line.substr(at).starts_with(": ") || line.substr(at).starts_with(" #"));
}

// Where a hash at the beginning ends; 0: there is none. "1234567 carts" and "defaced walls" may be words.
std::size_t hash_end(std::string_view line) {
    std::size_t at = 0;
    bool digit = false, letter = false;
    while (at < line.size() && (is_digit(line[at]) || (line[at] >= 'a' && line[at] <= 'f'))) {
        (is_digit(line[at]) ? digit : letter) = true;
        ++at;
    }
    if (at < 7 || at > 64 || (at < line.size() && line[at] != ' ')) return 0;
    Conventional any;
    return (digit && letter) || at >= 40 || read_conventional(trimmed(line.substr(at)), any) ? at : 0;
}

// Without the branches and tags that git writes after a hash: "(HEAD -> main, tag: 1.2.0) ".
std::string_view without_names(std::string_view line) {
    const auto close = line.find(") ");
    if (!line.starts_with("(") || close == npos) return line;
    const std::string_view names = line.substr(1, close - 1), rest = trimmed(line.substr(close + 2));
    Conventional any;
    const bool git = names.starts_with("HEAD") || names.find("tag: ") != npos || names.find("origin/") != npos;
    return git || read_conventional(rest, any) ? rest : line;
}

// Without what --graph draws before it.
std::string_view without_graph(std::string_view line) {
    while (!line.empty() && std::string_view("|/\\*").find(line[0]) != npos &&
           (line.size() == 1 || line[1] == ' ' || (line[0] != '*' && std::string_view("|/\\*").find(line[1]) != npos)))
        line.remove_prefix(std::min<std::size_t>(line.size(), line.size() > 1 && line[1] == ' ' ? 2 : 1));
    return line;
}

// Without a list's bullet or number.
std::string_view without_bullet(std::string_view line) {
    for (const std::string_view bullet : {"- ", "* ", "+ ", "• "})
        if (line.starts_with(bullet)) return trimmed(line.substr(bullet.size()));
    std::size_t at = 0;
    while (at < line.size() && at < 5 && is_digit(line[at])) ++at;
    const std::string_view rest = line.substr(at);
    return at > 0 && (rest.starts_with(". ") || rest.starts_with(") ")) ? trimmed(rest.substr(2)) : line;
}

class Reader {
public:
    PastedCommits read(std::string_view text) {
        for (const std::string_view line : text_lines(text)) take(without_graph(line));
        end();
        return std::move(pasted_);
    }

private:
    // One commit of `git log`: header, empty line, message with four spaces before each line.
    enum class Place { outside, header, message };

    void take(std::string_view line) {
        if (!has_words(line)) return;
        const auto indent = line.find_first_not_of(" \t");
        const bool indented = indent >= 4 || line[0] == '\t';
        const std::string_view words = trimmed(line);
        if (!indented && is_log_header(words)) {
            begin({});
            place_ = Place::header;
            ++pasted_.details;
        } else if (indented && place_ == Place::header) {
            place_ = Place::message;
            subject_ = words;
        } else if (indented && place_ == Place::message) {
            body(words);
        } else if (place_ == Place::header && is_header_field(words)) {
            ++pasted_.details;
        } else {
            place_ = Place::outside;
            plain(words);
        }
    }

    static bool is_log_header(std::string_view words) {
        if (!words.starts_with("commit ")) return false;
        words.remove_prefix(7);
        const auto end = std::min(words.find_first_not_of("0123456789abcdef"), words.size());
        const std::string_view rest = words.substr(end);
        return end >= 7 && (rest.empty() || (rest.starts_with(" (") && rest.back() == ')'));
    }

    static bool is_header_field(std::string_view words) {
        for (const std::string_view field :
             {"Merge: ", "Author: ", "AuthorDate: ", "Commit: ", "CommitDate: ", "Date: "})
            if (words.starts_with(field)) return true;
        return false;
    }

    void begin(std::string_view subject) {
        end();
        subject_ = subject;
        footer_.clear();
        in_footer_ = false;
    }

    void body(std::string_view words) {
        if (add_footer(words)) return;
        in_footer_ = in_footer_ && !is_footer(words);
        if (in_footer_)
            (footer_ += ' ') += words;
        else
            ++pasted_.details;
    }

    bool add_footer(std::string_view words) {
        const std::string_view says = breaking_words(words);
        if (says.empty()) return false;
        if (!footer_.empty()) footer_ += ' ';
        footer_ += says;
        return in_footer_ = true;
    }

    // A line that stands for itself.
    void plain(std::string_view words) {
        words = without_bullet(words);
        if (!subject_.empty() && add_footer(words)) return;
        if (const auto end = hash_end(words); end > 0) {
            words = without_names(trimmed(words.substr(end)));
            pasted_.details += words.empty(); // nothing but a hash
        }
        if (!words.empty()) begin(words);
    }

    // The commit is read to its end.
    void end() {
        if (subject_.empty()) return;
        Commit commit;
        Conventional read;
        std::string item(subject_);
        const bool conventional = read_conventional(subject_, read);
        std::string type(conventional ? read.type : std::string_view());
        for (char& c : type)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        commit.group = commit.kind = group_of(type);
        const std::string_view alone = breaking_words(subject_); // a footer without its commit
        if ((conventional && read.breaking) || !footer_.empty() || !alone.empty()) commit.group = CommitGroup::breaking;
        if (!alone.empty())
            item = alone;
        else if (conventional && commit.group != CommitGroup::other && type != "revert")
            item = read.scope.empty() ? std::string(read.words) : sentence({"**", read.scope, "**: ", read.words});
        if (!footer_.empty()) item = sentence({item, item.back() == '.' ? " " : ": ", footer_});
        commit.item = as_markdown(item);
        if (seen_.insert(sentence({commit_group_names[static_cast<std::size_t>(commit.group)], commit.item})).second)
            pasted_.commits.push_back(std::move(commit));
        subject_ = {};
    }

    PastedCommits pasted_;
    Place place_ = Place::outside;
    std::string_view subject_; // of the commit that is being read
    std::string footer_;
    bool in_footer_ = false; // the line before belongs to a BREAKING CHANGE footer
    std::set<std::string> seen_;
};

// Where the items of the group end; the heading is one of any level. npos: there is no such heading.
std::size_t end_of_group(std::string_view notes, std::string_view group) {
    std::size_t end = npos;
    for (const std::string_view each : text_lines(notes)) {
        const MarkdownLine line = markdown_line(each);
        const bool heading = line.kind == MarkdownLine::Kind::heading;
        if (heading && end != npos) break;
        if (end != npos ? line.kind != MarkdownLine::Kind::blank : heading && trimmed(line.text) == group)
            end = static_cast<std::size_t>(each.data() + each.size() - notes.data());
    }
    return end;
}

int rank_of(std::string_view type) { return type == "major" ? 3 : type == "minor" ? 2 : type == "patch" ? 1 : 0; }

std::size_t count_of(const PastedCommits& pasted, CommitGroup wanted) {
    std::size_t count = 0;
    for (const Commit& commit : pasted.commits)
        count += (wanted == CommitGroup::breaking ? commit.group : commit.kind) == wanted;
    return count;
}

bool begins_with_zero(std::string_view version) {
    const auto parsed = parse_version(version);
    return parsed && parsed->major == 0;
}

} // namespace

PastedCommits read_commits(std::string_view pasted) { return Reader().read(pasted); }

NotesWithCommits with_commits(std::string_view notes, const PastedCommits& pasted) {
    std::set<std::string> listed;
    for (const std::string_view line : text_lines(notes))
        if (const MarkdownLine read = markdown_line(line); read.kind == MarkdownLine::Kind::bullet)
            listed.insert(plain_line(trimmed(read.text)));
    NotesWithCommits result;
    std::string& text = result.text;
    text = notes;
    for (std::size_t group = 0; group < commit_group_names.size(); ++group) {
        std::string items;
        std::size_t count = 0;
        for (const Commit& commit : pasted.commits) {
            if (static_cast<std::size_t>(commit.group) != group) continue;
            const bool known = listed.count(plain_line(commit.item)) > 0;
            ++(known ? result.known : count);
            if (!known) (items += "\n- ") += commit.item;
        }
        if (count == 0) continue;
        result.added += count;
        const std::string heading = "### " + std::string(commit_group_names[group]);
        result.preview += sentence({heading, ", ", std::to_string(count), items, "\n"});
        std::size_t at = end_of_group(text, commit_group_names[group]);
        if (at == npos) {
            text.erase(text.find_last_not_of(" \t\r\n") + 1);
            text += sentence({text.empty() ? "" : "\n\n", heading, "\n"});
            at = text.size();
        }
        text.insert(at, items);
    }
    return result;
}

std::string asked_type(const PastedCommits& pasted, std::string_view version) {
    if (count_of(pasted, CommitGroup::breaking) > 0) return begins_with_zero(version) ? "minor" : "major";
    if (count_of(pasted, CommitGroup::added) > 0) return "minor";
    return count_of(pasted, CommitGroup::fixed) > 0 ? "patch" : "";
}

std::string type_hint(const Release& release, const PastedCommits& pasted) {
    const State& state = release.state();
    const std::string asked = asked_type(pasted, state.version.text);
    const int own = rank_of(state.type.text), wanted = rank_of(asked);
    if (own == 0 || wanted == 0 || own == wanted) return {};
    const auto name_of = [&](const std::string& key) {
        for (const ReleaseTypeSpec& type : release.guide().types)
            if (type.key == key) return type.name;
        return key;
    };
    const std::size_t breaking = count_of(pasted, CommitGroup::breaking), added = count_of(pasted, CommitGroup::added);
    const std::string why = breaking > 0 ? counted(breaking, "breaking change", "breaking changes")
                            : added > 0  ? counted(added, "new feature", "new features")
                                         : counted(count_of(pasted, CommitGroup::fixed), "fix", "fixes");
    return sentence({own > wanted ? "These commits alone ask for no more than a " : "These commits ask for a ",
                     name_of(asked), " (", why,
                     breaking > 0 && asked == "minor" ? ", while the version begins with 0" : "",
                     "), this release is a ", name_of(state.type.text), "."});
}

} // namespace desk
