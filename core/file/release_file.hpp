// The file `*.release.json`, format "octoacme-release/1" (DESIGN §3).
//
//   {"format":"octoacme-release/1","release":"rel_…","ops":[
//   {"guide":"<digest>","text":{…}},          each guide that the ops name, whole, before the ops
//   {"a":…},                                  ops in order (t, a, s), one a line
//   null]}
//
// Every line but the first and the last ends in a comma, so that git's merge=union of two copies is again such a file.
#pragma once

#include "core/log/log.hpp"
#include "core/release/release.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace desk {

struct BadInput {
    std::size_t line = 0; // from 1; 0: the file as a whole
    std::string text;     // what is wrong and what to do
};

struct ReadFile {
    std::string release;                                     // id
    std::vector<std::pair<std::string, std::string>> guides; // digest, text
    std::vector<Op> ops;                                     // as read; may repeat and be out of order
};

// Nothing is taken of a file that is bad anywhere.
tl::expected<ReadFile, BadInput> read_release_file(std::string_view bytes);

// Byte-identical for equal contents. Forked lines are written too, after the op with their id.
std::string write_release_file(const Release& release);

// The file as a release on its own. Fails if a guide that its ops name is missing or not a guide.
tl::expected<Release, BadInput> open_release_file(std::string_view bytes);

// "Checkout 4.2.0" → "checkout-4.2.0.release.json".
std::string suggested_file_name(const State& state);

} // namespace desk
