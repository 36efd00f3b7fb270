// A document of several releases, format "octoacme-workspace/1": the idea of a release file (docs/format.md) for many.
//
//   {"format":"octoacme-workspace/1","ops":[
//   {"guide":"<digest>","text":{…}},          each guide once, by digest
//   {"release":"rel_…","op":{"a":…}},         releases by id, of each its ops in order (t, a, s), one a line
//   null]}
//
// An entry says of which release it is, so that lines may come in any order: git's merge=union of two workspaces is
// again one, and so are two workspaces one after the other.
#pragma once

#include "core/file/release_file.hpp"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace desk {

// By id. Nothing is taken of a file that is bad anywhere, or in which a release is not whole.
tl::expected<std::vector<Release>, BadInput> open_workspace(std::string_view bytes);

// Byte-identical for equal contents, in whatever order they are given. No two may be the same release.
std::string write_workspace(const std::vector<const Release*>& releases);

// Ops of a release, canonical lines each ended by '\n', as entries of a workspace.
void append_workspace_entries(std::string& document, std::string_view release, std::string_view lines);

// Does this begin like a workspace? What does not may be a release.
bool is_workspace(std::string_view bytes);

// What a workspace of that day ("2026-11-25") is called.
std::string suggested_workspace_name(std::string_view day);

} // namespace desk
