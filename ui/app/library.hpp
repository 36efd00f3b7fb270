// Releases from what a store or a file holds, and packs from ops. Values in, values out; no store is touched here.
#pragma once

#include "core/file/release_file.hpp"
#include "core/guide/guide.hpp"
#include "core/release/release.hpp"
#include "core/storage.hpp"

#include <tl/expected.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace desk::ui {

using Releases = std::map<std::string, std::unique_ptr<Release>>;

// Each guide once, by its digest.
class Guides {
public:
    // The guide as it is known from now on, or what is wrong with the text.
    tl::expected<std::shared_ptr<const Guide>, std::string> add(std::string_view text);
    std::shared_ptr<const Guide> find(const std::string& digest) const; // null if it is not here
    std::vector<std::shared_ptr<const Guide>> all() const;              // by title

private:
    std::map<std::string, std::shared_ptr<const Guide>> by_digest_;
};

// guides_named for ops in any order: that of the creation first ("" if they hold no creation), then the adopted ones.
std::vector<std::string> guide_digests_of(const std::vector<Op>& ops);

// Makes those of the guides known to the release that the ops name.
void know_guides(Release& release, const Guides& guides, const std::vector<Op>& ops);

// The ops of a pack, or what is wrong with which line.
tl::expected<std::vector<Op>, std::string> ops_of(const Pack& pack);

// Adds what the packs hold to the releases. A pack that cannot be read, and one whose release has no guide, is put
// aside verbatim and changes nothing. Returns the number of ops that are new.
std::size_t take_packs(Releases& releases, const Guides& guides, const std::vector<Pack>& packs,
                       std::vector<QuarantinedBytes>& aside);

// Packs of consecutive ops, by actor. Ops whose id is in `taken` with other content (forks) go into a pack under a
// fresh key, so that the store keeps both contents; so do ops with numbers that cannot be keys.
std::vector<Pack> packs_of(const std::string& release, std::vector<Op> ops, const Log& taken,
                           const std::function<std::string()>& fresh_key);

// Of `ops` those that the log does not hold yet, neither as ops nor as forks; each once.
std::vector<Op> news_to(const Log& log, const std::vector<Op>& ops);

} // namespace desk::ui
