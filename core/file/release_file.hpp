// The file `*.release.json`, format "octoacme-release/1" (docs/format.md).
//
//   {"format":"octoacme-release/1","release":"rel_…","ops":[
//   {"guide":"<digest>","text":{…}},          each guide that the ops name, whole, before the ops
//   {"a":…},                                  ops in order (t, a, s), one a line
//   null]}
//
// Every line but the first and the last ends in a comma, so that git's merge=union of two copies is again such a file.
#pragma once

#include "core/file/entry_document.hpp"
#include "core/log/log.hpp"
#include "core/release/release.hpp"

#include <tl/expected.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

struct ReadFile {
    std::string release; // id
    GuideTexts guides;
    std::vector<Op> ops; // as read; may repeat and be out of order
};

// Nothing is taken of a file that is bad anywhere.
tl::expected<ReadFile, BadInput> read_release_file(std::string_view bytes);

// Byte-identical for equal contents. Forked lines are written too, after the op with their id.
std::string write_release_file(const Release& release);

// The file as a release on its own. Fails if a guide that its ops name is missing or not a guide.
tl::expected<Release, BadInput> open_release_file(std::string_view bytes);

// What files of one and of several releases share. The messages say what is missing or wrong.
using GuidesByDigest = std::map<std::string, std::shared_ptr<const Guide>>; // by digest
tl::expected<GuidesByDigest, std::string> parsed_guides(const GuideTexts& texts);
tl::expected<Release, std::string> assembled_release(std::string id, std::vector<Op> ops, const GuidesByDigest& guides);
// The ops of a log as entries, one a line, forked ones after the op of their id; each between `before` and `after`.
void append_op_entries(std::string& document, const Log& log, std::string_view before = {},
                       std::string_view after = {});

// "Checkout 4.2.0" → "checkout-4.2.0.release.json".
std::string suggested_file_name(const State& state);

} // namespace desk
