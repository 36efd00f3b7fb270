// Reading "octoacme-release/1": two readers that take the same entries.
//
// read_lines takes the layout that is written here, one entry a line, and what git's merge=union makes of two such
// files: first and last lines may stand several times, entries may repeat. read_document takes any other layout of the
// same JSON.
#pragma once

#include "core/file/release_file.hpp"

#include <tl/expected.hpp>

#include <optional>
#include <string_view>

namespace desk {

// True if the first line is one that write_release_file writes, as far as its layout goes.
bool laid_out_in_lines(std::string_view bytes);

tl::expected<ReadFile, BadInput> read_lines(std::string_view bytes);
tl::expected<ReadFile, BadInput> read_document(std::string_view bytes);

// Sentences about bytes that cannot be a release at all: a web page, a picture, another encoding; nothing if they may
// be one.
std::optional<BadInput> not_a_release(std::string_view bytes);

// A line that git left behind where it could not merge.
bool is_conflict_marker(std::string_view line);
extern const std::string_view conflict_remedy;

} // namespace desk
