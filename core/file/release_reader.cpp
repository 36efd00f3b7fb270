#include "core/file/release_reader.hpp"

#include "core/hash/sha256.hpp"
#include "core/log/json_text.hpp"
#include "core/log/op_line.hpp"

#include <algorithm>
#include <optional>

namespace desk {

const std::string_view conflict_remedy = "git left a merge conflict here. Merge the two files with `releasectl merge`, "
                                         "or write `*.release.json merge=union` "
                                         "in .gitattributes and merge again";

namespace {

constexpr std::string_view format_name = "octoacme-release/1";
constexpr std::string_view header_start = "{\"format\":\"octoacme-release/";
constexpr std::string_view last_line = "null]}";
constexpr std::string_view cut_off = "The file may be cut off: get a fresh copy";

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::size_t line_of(std::string_view bytes, std::size_t at) {
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(at, bytes.size()));
    return static_cast<std::size_t>(std::count(bytes.begin(), end, '\n')) + 1;
}

std::optional<std::string> format_flaw(const std::string& value) {
    const std::string name = value.size() > 1 && value[0] == '"' ? unquoted(value) : value;
    if (name == format_name) return std::nullopt;
    if (begins(name, "octoacme-release/"))
        return "this file was made by a newer version (" + name + "). Open it with the newest Release Desk";
    if (begins(name, "octoacme-workspace/"))
        return "this is a whole workspace, not one release. Take it apart with `releasectl unpack` first";
    if (begins(name, "octoacme-guide/")) return "this is a guide, not a release";
    if (begins(name, "octoacme-status/")) return "this is a status report, not a release. Export the release itself";
    return "this is not a release file: its format is " + value;
}

std::optional<std::string> release_flaw(const std::string& value) {
    if (value.size() < 2 || value[0] != '"') return "\"release\" must be a text such as \"rel_7f3kq2xw5nbt4mzc\"";
    const std::string id = unquoted(value);
    const bool good =
        begins(id, "rel_") && id.size() > 4 && id.size() <= 64 &&
        std::all_of(id.begin() + 4, id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    if (!good) return "\"release\" must be \"rel_\" and up to 60 of the characters a–z and 0–9";
    return std::nullopt;
}

// {"guide":"<digest>","text":{…}}: checks that it is a guide and the one that it says.
std::optional<std::string> take_guide(std::string_view entry, ReadFile& file) {
    JsonCursor inside(entry);
    std::string keys, digest, text; // the two keys run together
    const bool shape = inside.take('{') && inside.peek() == '"' && inside.copy_string(keys) && inside.take(':') &&
                       inside.peek() == '"' && inside.copy_string(digest) && inside.take(',') &&
                       inside.copy_string(keys) && keys == "\"guide\"\"text\"" && inside.take(':') &&
                       inside.peek() == '{' && inside.copy_value(text, Limits::nesting - 1, Limits::members) &&
                       inside.take('}') && inside.peek() == '\0' && inside.at_end();
    if (!shape)
        return inside.flaw().empty() ? "a guide is {\"guide\": digest, \"text\": {…}}, and this is not"
                                     : "the guide is not valid JSON: " + inside.flaw();
    digest = unquoted(digest);
    if (short_digest(text) != digest)
        return "the guide's text does not agree with its digest " + digest + ": it was changed after the export";
    const auto same = [&](const auto& guide) { return guide.first == digest; };
    if (std::any_of(file.guides.begin(), file.guides.end(), same)) return std::nullopt;
    if (const auto guide = parse_guide(text); !guide) return "the guide is wrong: " + guide.error();
    file.guides.emplace_back(std::move(digest), std::move(text));
    return std::nullopt;
}

// One entry of the list, a guide or an op. What is wrong with it, or nothing.
std::optional<std::string> take_entry(std::string_view entry, ReadFile& file) {
    if (entry.size() > Limits::line_bytes) return "this entry is longer than 1 MB";
    if (begins(entry, "{\"guide\":")) return take_guide(entry, file);
    auto op = parse_op(entry);
    if (!op) return "this is not an op: " + op.error();
    file.ops.push_back(std::move(*op));
    return std::nullopt;
}

// The document from its beginning to its end; stops at the first thing that is wrong.
class DocumentReader {
public:
    explicit DocumentReader(std::string_view bytes) : bytes_(bytes), cursor_(bytes) {}

    tl::expected<ReadFile, BadInput> read() {
        if (!read_document()) return tl::unexpected(std::move(bad_));
        return std::move(file_);
    }

private:
    bool fail(std::string text, std::size_t at) {
        bad_ = {line_of(bytes_, at), std::move(text)};
        return false;
    }
    bool fail_whole(std::string text) {
        bad_ = {0, std::move(text)};
        return false;
    }
    // The cursor's own flaw, in a sentence.
    bool broken() {
        return fail("this is not valid JSON: " + cursor_.flaw() + ". " + std::string(cut_off), cursor_.at());
    }
    bool expect(char wanted, const char* what) {
        if (cursor_.take(wanted)) return true;
        cursor_.fail(cursor_.at_end() ? "it ends early" : std::string(what) + " is expected");
        return broken();
    }
    std::size_t here() {
        cursor_.skip_space();
        return cursor_.at();
    }

    bool read_document() {
        if (!expect('{', "an object in braces")) return false;
        if (!cursor_.take('}')) {
            do {
                if (!read_member()) return false;
            } while (cursor_.take(','));
            if (!expect('}', "a comma or `}`")) return false;
        }
        if (!has_format_) return fail_whole("this is not a release file: \"format\" is missing");
        if (file_.release.empty())
            return fail_whole("\"release\" is missing: the file does not say which release it is");
        if (!has_ops_) return fail_whole("\"ops\" is missing: the file holds no release");
        if (here() != bytes_.size()) return fail("something follows after the end of the release", cursor_.at());
        return true;
    }

    bool read_member() {
        const std::size_t at = here();
        std::string key;
        if (cursor_.peek() != '"') cursor_.fail(cursor_.at_end() ? "it ends early" : "a key in quotes is expected");
        if (!cursor_.flaw().empty() || !cursor_.copy_string(key)) return broken();
        if (!expect(':', "a colon")) return false;
        if (key == "\"ops\"") {
            if (has_ops_) return fail("\"ops\" stands twice: two files were joined into one", at);
            if (!has_format_) return fail("\"format\" must come before \"ops\"", at);
            has_ops_ = true;
            return read_entries();
        }
        const std::size_t value_at = here();
        std::string value;
        if (!cursor_.copy_value(value, Limits::nesting, Limits::members)) return broken();
        if (key == "\"format\"") {
            if (has_format_) return fail("\"format\" stands twice", at);
            has_format_ = true;
            const auto flaw = format_flaw(value);
            return !flaw || fail(*flaw, value_at);
        }
        if (key == "\"release\"") {
            if (!file_.release.empty()) return fail("\"release\" stands twice: two files were joined into one", at);
            if (const auto flaw = release_flaw(value)) return fail(*flaw, value_at);
            file_.release = unquoted(value);
            return true;
        }
        if (!has_format_) return fail_whole("this is not a release file: \"format\" does not come first");
        return fail("the key " + key +
                        " has no place here: it may be of a newer version. Open the file with the newest Release Desk",
                    at);
    }

    // The list of guides and ops; the `null` that closes it says nothing.
    bool read_entries() {
        if (!expect('[', "the list of ops")) return false;
        if (cursor_.take(']')) return true;
        do {
            const std::size_t at = here();
            if (cursor_.peek() == ']') return fail("the list ends in a comma: its last entry is missing", at);
            std::string entry;
            if (!cursor_.copy_value(entry, Limits::nesting, Limits::members)) return broken();
            if (entry == "null") continue;
            if (auto flaw = take_entry(entry, file_)) return fail(std::move(*flaw), at);
        } while (cursor_.take(','));
        return expect(']', "a comma or `]`");
    }

    std::string_view bytes_;
    JsonCursor cursor_;
    ReadFile file_;
    BadInput bad_;
    bool has_format_ = false, has_ops_ = false;
};

// What the first line says, once it is closed; nothing else may stand in it.
std::optional<std::string> take_header(std::string_view line, ReadFile& file) {
    auto header = read_document(std::string(line) + std::string(last_line));
    if (!header) return std::move(header.error().text);
    if (!file.release.empty() && file.release != header->release)
        return "another release begins here (" + header->release + "). A file holds one: keep each in its own";
    file.release = std::move(header->release);
    return std::nullopt;
}

std::optional<std::string> take_line(std::string_view line, ReadFile& file) {
    if (is_conflict_marker(line)) return std::string(conflict_remedy);
    if (line.back() != ',') {
        const bool complete = line.back() == '}' && !json_flaw(line, Limits::nesting);
        return complete ? "a comma is missing at the end of this line"
                        : "this line is not complete. " + std::string(cut_off);
    }
    line.remove_suffix(1);
    return take_entry(line, file);
}

} // namespace

bool is_conflict_marker(std::string_view line) {
    for (const std::string_view marker : {"<<<<<<<", ">>>>>>>", "|||||||", "======="})
        if (begins(line, marker)) return true;
    return false;
}

bool laid_out_in_lines(std::string_view bytes) {
    const std::string_view first = trimmed(bytes.substr(0, bytes.find('\n')));
    return begins(first, header_start) && first.back() == '[' && first.size() <= Limits::line_bytes;
}

tl::expected<ReadFile, BadInput> read_lines(std::string_view bytes) {
    ReadFile file;
    bool closed = false;
    std::size_t number = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        const std::string_view line = trimmed(bytes.substr(at, end - at));
        at = end + 1;
        ++number;
        if (line.empty()) continue;
        closed = line == last_line;
        if (closed) continue;
        auto flaw = begins(line, header_start) ? take_header(line, file) : take_line(line, file);
        if (flaw) return tl::unexpected(BadInput{number, std::move(*flaw)});
    }
    if (!closed) return tl::unexpected(BadInput{number, "the last line `null]}` is missing. " + std::string(cut_off)});
    return file;
}

tl::expected<ReadFile, BadInput> read_document(std::string_view bytes) { return DocumentReader(bytes).read(); }

std::optional<BadInput> not_a_release(std::string_view bytes) {
    const auto refuse = [](std::string text) { return BadInput{0, std::move(text)}; };
    const std::string_view start = trimmed(bytes.substr(0, 512));
    if (bytes.size() <= 512 && start.empty()) return refuse("the file is empty");
    if (begins(bytes, "\xff\xfe") || begins(bytes, "\xfe\xff"))
        return refuse("the file is UTF-16. Save it as UTF-8 and open it again");
    if (is_conflict_marker(start)) return BadInput{line_of(bytes, bytes.find(start)), std::string(conflict_remedy)};
    if (begins(start, "<")) return refuse("this is a web page, not a release file. Download the file itself");
    if (bytes.substr(0, 512).find('\0') != std::string_view::npos || begins(bytes, "PK"))
        return refuse("this is not a text file, so it is no release. If it is an archive, unpack it first");
    if (begins(start, "[")) return refuse("this is a list, not a release: a release file begins with {\"format\":");
    if (!begins(start, "{"))
        return refuse("this is not a release file: it does not begin like one. Export the release again");
    return std::nullopt;
}

} // namespace desk
