#include "core/file/entry_document.hpp"

#include "core/hash/sha256.hpp"
#include "core/log/json_text.hpp"
#include "core/log/op_line.hpp"

#include <algorithm>
#include <cstring>

namespace desk {

namespace {

constexpr std::string_view format_start = "{\"format\":\"";
constexpr std::string_view op_start = "{\"a\":";
constexpr std::size_t usual_line = 150; // bytes
constexpr std::string_view cut_off = "The file may be cut off: get a fresh copy";

std::string text_of(std::string_view text) { return std::string(text); }

std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::size_t line_of(std::string_view bytes, std::size_t at) {
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(at, bytes.size()));
    return static_cast<std::size_t>(std::count(bytes.begin(), end, '\n')) + 1;
}

// Where the line that begins here ends. Eight bytes at a time: for wasm the libraries look at one after the other.
std::size_t line_end(std::string_view bytes, std::size_t at) {
    constexpr std::uint64_t ones = 0x0101010101010101ULL, tops = 0x8080808080808080ULL;
    std::uint64_t word = 0;
    for (; bytes.size() - at >= sizeof word; at += sizeof word) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        word ^= ones * '\n';
        if ((word - ones) & ~word & tops) break;
    }
    while (at < bytes.size() && bytes[at] != '\n') ++at;
    return at;
}

// A line that git left behind where it could not merge.
bool is_conflict_marker(std::string_view line) {
    for (const std::string_view marker : {"<<<<<<<", ">>>>>>>", "|||||||", "======="})
        if (line.starts_with(marker)) return true;
    return false;
}

std::string conflict_remedy(const DocumentKind& kind) {
    return "git left a merge conflict here. " +
           std::string(kind.one_release ? "Merge the two files with `releasectl merge`" : "Take one of the two sides") +
           ", or write `*." + text_of(kind.noun) + ".json merge=union` in .gitattributes and merge again";
}

// The part of a format's name before the number of its version: "octoacme-release/".
std::string_view family(std::string_view format) { return format.substr(0, format.find('/') + 1); }

std::optional<std::string> format_flaw(const DocumentKind& kind, const std::string& value) {
    const std::string name = value.size() > 1 && value[0] == '"' ? unquoted(value) : value;
    if (name == kind.format) return std::nullopt;
    const std::string no = "not a " + text_of(kind.noun);
    if (name.starts_with(family(kind.format)))
        return "this file was made by a newer version (" + name + "). Open it with the newest Release Desk";
    if (name.starts_with("octoacme-workspace/"))
        return "this is a whole workspace, not one release. Take it apart with `releasectl unpack` first";
    if (name.starts_with("octoacme-release/")) return "this is one release, " + no + ". It needs no unpacking";
    if (name.starts_with("octoacme-guide/")) return "this is a guide, " + no;
    if (name.starts_with("octoacme-status/")) return "this is a status report, " + no + ". Export the release itself";
    return "this is " + no + " file: its format is " + value;
}

// The entry of the guide that nearly every release follows, as it is written here: it needs no checking.
bool is_built_in(std::string_view entry) {
    const Guide& guide = *octoacme_guide();
    constexpr std::size_t around = std::string_view(R"({"guide":"","text":})").size();
    if (entry.size() != around + guide.digest.size() + guide.text.size()) return false;
    std::string written;
    append_guide_entry(written, guide.digest, guide.text);
    return written.starts_with(entry);
}

// {"guide":"<digest>","text":{…}}: checks that it is a guide and the one that it says.
std::optional<std::string> take_guide(std::string_view entry, GuideTexts& guides) {
    if (is_built_in(entry)) {
        const Guide& guide = *octoacme_guide();
        const auto built_in = [&](const auto& other) { return other.first == guide.digest; };
        if (std::none_of(guides.begin(), guides.end(), built_in)) guides.emplace_back(guide.digest, guide.text);
        return std::nullopt;
    }
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
    if (std::any_of(guides.begin(), guides.end(), same)) return std::nullopt;
    if (const auto guide = parse_guide(text); !guide) return "the guide is wrong: " + guide.error();
    guides.emplace_back(std::move(digest), std::move(text));
    return std::nullopt;
}

std::optional<std::string> take_entry(const DocumentKind& kind, std::string_view entry, DocumentEntries& entries) {
    if (entry.size() > Limits::line_bytes + kind.wrapping) return "this entry is longer than 1 MB";
    if (entry.starts_with("{\"guide\":")) return take_guide(entry, entries.guides);
    return entries.take(entry);
}

// The document from its beginning to its end; stops at the first thing that is wrong.
class AnyLayout {
public:
    AnyLayout(std::string_view bytes, const DocumentKind& kind, DocumentEntries& entries)
        : bytes_(bytes), kind_(kind), entries_(entries), cursor_(bytes) {}

    std::optional<BadInput> read() {
        entries_.clear();
        if (!read_all()) return std::move(bad_);
        return std::nullopt;
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

    bool read_all() {
        if (!expect('{', "an object in braces")) return false;
        if (!cursor_.take('}')) {
            do {
                if (!read_member()) return false;
            } while (cursor_.take(','));
            if (!expect('}', "a comma or `}`")) return false;
        }
        if (!has_format_) return fail_whole("this is not a " + text_of(kind_.noun) + " file: \"format\" is missing");
        if (kind_.one_release && entries_.release.empty())
            return fail_whole("\"release\" is missing: the file does not say which release it is");
        if (!has_ops_) return fail_whole("\"ops\" is missing: the file holds no " + text_of(kind_.noun));
        if (here() != bytes_.size())
            return fail("something follows after the end of the " + text_of(kind_.noun), cursor_.at());
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
            const auto flaw = format_flaw(kind_, value);
            return !flaw || fail(*flaw, value_at);
        }
        if (key == "\"release\"" && kind_.one_release) {
            if (!entries_.release.empty()) return fail("\"release\" stands twice: two files were joined into one", at);
            if (value.size() < 2 || value[0] != '"')
                return fail("\"release\" must be a text such as \"rel_7f3kq2xw5nbt4mzc\"", value_at);
            std::string id = unquoted(value);
            if (auto flaw = release_id_flaw(id)) return fail(std::move(*flaw), value_at);
            entries_.release = std::move(id);
            return true;
        }
        if (!has_format_)
            return fail_whole("this is not a " + text_of(kind_.noun) + " file: \"format\" does not come first");
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
            if (!cursor_.copy_value(entry, Limits::nesting + kind_.levels, Limits::members)) return broken();
            if (entry == "null") continue;
            if (auto flaw = take_entry(kind_, entry, entries_)) return fail(std::move(*flaw), at);
        } while (cursor_.take(','));
        return expect(']', "a comma or `]`");
    }

    std::string_view bytes_;
    const DocumentKind& kind_;
    DocumentEntries& entries_;
    JsonCursor cursor_;
    BadInput bad_;
    bool has_format_ = false, has_ops_ = false;
};

// The first line alone, closed: it may hold nothing but the frame.
class NoEntries final : public DocumentEntries {
public:
    std::optional<std::string> take(std::string_view) override { return "an entry stands in the first line"; }
};

std::optional<std::string> take_header(std::string_view line, const DocumentKind& kind, DocumentEntries& entries) {
    NoEntries header;
    if (auto bad = AnyLayout(text_of(line) + text_of(document_end), kind, header).read()) return std::move(bad->text);
    if (!entries.release.empty() && entries.release != header.release)
        return "another release begins here (" + header.release + "). A file holds one: keep each in its own";
    entries.release = std::move(header.release);
    return std::nullopt;
}

std::optional<std::string> take_line(std::string_view line, const DocumentKind& kind, DocumentEntries& entries) {
    if (is_conflict_marker(line)) return conflict_remedy(kind);
    if (line.back() != ',') {
        const bool complete = line.back() == '}' && !json_flaw(line, Limits::nesting);
        return complete ? "a comma is missing at the end of this line"
                        : "this line is not complete. " + text_of(cut_off);
    }
    line.remove_suffix(1);
    return take_entry(kind, line, entries);
}

bool is_header(std::string_view line, const DocumentKind& kind) {
    return line.starts_with(format_start) && line.substr(format_start.size()).starts_with(family(kind.format));
}

// True if the first line is one that is written here, as far as its layout goes.
bool laid_out_in_lines(std::string_view bytes, const DocumentKind& kind) {
    const std::string_view first = trimmed(bytes.substr(0, bytes.find('\n')));
    return is_header(first, kind) && first.back() == '[' && first.size() <= Limits::line_bytes;
}

std::optional<BadInput> read_lines(std::string_view bytes, const DocumentKind& kind, DocumentEntries& entries) {
    entries.clear();
    entries.expect(bytes.size() / usual_line);
    bool closed = false;
    std::size_t number = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = line_end(bytes, at);
        std::string_view line = trimmed(bytes.substr(at, end - at));
        at = end + 1;
        ++number;
        if (line.empty()) continue;
        // Nearly every line is an op, and can be nothing else.
        if (line.starts_with(op_start) && line.back() == ',' && line.size() <= Limits::line_bytes) {
            closed = false;
            line.remove_suffix(1);
            if (auto flaw = entries.take(line)) return BadInput{number, std::move(*flaw)};
            continue;
        }
        closed = line == document_end;
        if (closed) continue;
        auto flaw = is_header(line, kind) ? take_header(line, kind, entries) : take_line(line, kind, entries);
        if (flaw) return BadInput{number, std::move(*flaw)};
    }
    if (!closed) return BadInput{number, "the last line `null]}` is missing. " + text_of(cut_off)};
    return std::nullopt;
}

// Sentences about bytes that cannot be such a document at all: a web page, a picture, another encoding.
std::optional<BadInput> not_a_document(std::string_view bytes, const DocumentKind& kind) {
    const auto refuse = [](std::string text) { return BadInput{0, std::move(text)}; };
    const std::string_view start = trimmed(bytes.substr(0, 512));
    const std::string noun = text_of(kind.noun);
    if (bytes.size() <= 512 && start.empty()) return refuse("the file is empty");
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
        return refuse("the file is UTF-16. Save it as UTF-8 and open it again");
    if (is_conflict_marker(start)) return BadInput{line_of(bytes, bytes.find(start)), conflict_remedy(kind)};
    if (start.starts_with("<")) return refuse("this is a web page, not a " + noun + " file. Download the file itself");
    if (bytes.substr(0, 512).find('\0') != std::string_view::npos || bytes.starts_with("PK"))
        return refuse("this is not a text file, so it is no " + noun + ". If it is an archive, unpack it first");
    if (start.starts_with("["))
        return refuse("this is a list, not a " + noun + ": a " + noun + " file begins with {\"format\":");
    if (!start.starts_with("{"))
        return refuse("this is not a " + noun + " file: it does not begin like one. Export the " + noun + " again");
    return std::nullopt;
}

// The first line that git left behind where it could not merge; 0 if there is none.
std::size_t conflict_line(std::string_view bytes) {
    std::size_t number = 1;
    for (std::size_t at = 0; at < bytes.size(); ++number) {
        if (is_conflict_marker(bytes.substr(at, 7))) return number;
        at = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    }
    return 0;
}

std::optional<BadInput> read_any_layout(std::string_view bytes, const DocumentKind& kind, DocumentEntries& entries) {
    std::optional<BadInput> of_lines;
    if (laid_out_in_lines(bytes, kind)) {
        of_lines = read_lines(bytes, kind, entries);
        if (!of_lines) return std::nullopt;
        // It began as it is written here, and went on otherwise: another program may have broken the lines.
    }
    auto bad = AnyLayout(bytes, kind, entries).read();
    return bad && of_lines ? of_lines : bad;
}

} // namespace

void DocumentEntries::clear() {
    release.clear();
    guides.clear();
}

std::optional<BadInput> read_document(std::string_view bytes, const DocumentKind& kind, DocumentEntries& entries) {
    if (bytes.size() > Limits::file_bytes)
        return BadInput{0, "the file is larger than 64 MB. " +
                               std::string(kind.one_release ? "A release is never that large"
                                                            : "Pack fewer releases into one workspace")};
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (auto bad = not_a_document(bytes, kind)) return bad;
    auto bad = read_any_layout(bytes, kind, entries);
    if (!bad) return std::nullopt;
    if (const std::size_t line = conflict_line(bytes)) return BadInput{line, conflict_remedy(kind)};
    return bad;
}

std::optional<std::string> release_id_flaw(std::string_view id) {
    const bool good =
        id.starts_with("rel_") && id.size() > 4 && id.size() <= 64 &&
        std::all_of(id.begin() + 4, id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    if (good) return std::nullopt;
    return "\"release\" must be \"rel_\" and up to 60 of the characters a–z and 0–9";
}

void append_guide_entry(std::string& document, std::string_view digest, std::string_view text) {
    document.append("{\"guide\":\"").append(digest).append("\",\"text\":").append(text).append("},\n");
}

} // namespace desk
