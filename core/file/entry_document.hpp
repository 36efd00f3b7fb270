// A document of entries, one a line: what release files and workspaces are (docs/format.md).
//
//   {"format":"octoacme-…/1",…,"ops":[
//   {"guide":"<digest>","text":{…}},          guides, whole
//   …,                                        ops
//   null]}
//
// Two readers take the same entries. One takes the layout that is written here, and what git's merge=union makes of two
// such files: first and last lines may stand several times, entries may repeat. The other takes any other layout of the
// same JSON.
#pragma once

#include "core/guide/guide.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace desk {

struct BadInput {
    std::size_t line = 0; // from 1; 0: the file as a whole
    std::string text;     // what is wrong and what to do
};

using GuideTexts = std::vector<std::pair<std::string, std::string>>; // digest, text

struct DocumentKind {
    std::string_view noun;   // "release"
    std::string_view format; // "octoacme-release/1"
    bool one_release;        // the first line names the release of all entries
    std::size_t wrapping;    // bytes that an entry may have around its op
    std::size_t levels;      // of nesting around it
};

// What a document holds, entry by entry.
class DocumentEntries {
public:
    virtual ~DocumentEntries() = default;
    // Forgets everything: reading begins anew.
    virtual void clear();
    // About so many are to come.
    virtual void expect(std::size_t entries) { static_cast<void>(entries); }
    // What is wrong with the entry, or nothing.
    virtual std::optional<std::string> take(std::string_view entry) = 0;

    std::string release; // id, in a document of one release
    GuideTexts guides;   // sound ones, each once
};

// What is wrong with the document, or nothing. Then `entries` holds all of it; else it is of no use.
std::optional<BadInput> read_document(std::string_view bytes, const DocumentKind& kind, DocumentEntries& entries);

// Why this is no id of a release, as a sentence; nothing if it is one.
std::optional<std::string> release_id_flaw(std::string_view id);

void append_guide_entry(std::string& document, std::string_view digest, std::string_view text);
inline constexpr std::string_view byte_order_mark = "\xef\xbb\xbf"; // a reader steps over it
inline constexpr std::string_view document_end = "null]}";

} // namespace desk
