#include "core/release/release.hpp"

#include "core/release/digest.hpp"
#include "core/release/heads.hpp"

#include <algorithm>

namespace desk {

namespace {

// Which guide the ops ask for; "" means that of the creation. Where copies disagree, the one that they all replaced.
std::string guide_in_force(const Log& log, const Heads& heads) {
    if (heads.empty()) return {};
    if (!heads.disputed) return heads.first().value.text("guide");
    const auto& before = heads.first().replaces;
    const bool same =
        std::all_of(heads.ops.begin(), heads.ops.end(), [&](const Op* op) { return op->replaces == before; });
    const Op* replaced = same && before.size() == 1 ? log.find(*before.begin()) : nullptr;
    return replaced ? replaced->value.text("guide") : std::string();
}

} // namespace

Release::Release(std::string id, std::shared_ptr<const Guide> guide)
    : id_(std::move(id)), guides_{guide}, guide_(std::move(guide)) {
    derive_anew();
}

Release::Release(std::string id, std::vector<std::shared_ptr<const Guide>> guides, std::vector<Op> ops)
    : id_(std::move(id)), guides_(std::move(guides)), guide_(guides_.front()) {
    log_.absorb(std::move(ops));
    derive_anew();
}

std::string Release::digest() const { return state_digest(log_); }

const Guide* Release::guide_named(std::string_view digest) const {
    for (const auto& guide : guides_)
        if (guide->digest == digest) return guide.get();
    return nullptr;
}

const Guide& Release::guide_of_item(std::string_view key) const {
    if (!guide_->item(key))
        for (const auto& guide : guides_)
            if (guide->item(key)) return *guide;
    return *guide_;
}

void Release::know(std::shared_ptr<const Guide> guide) {
    if (guide_named(guide->digest)) return;
    guides_.push_back(std::move(guide));
    derive_anew();
}

Absorbed Release::absorb(std::vector<Op> ops) {
    Absorbed result = log_.absorb(std::move(ops));
    derive_anew();
    return result;
}

Absorbed Release::absorb(const Release& other) {
    for (const auto& guide : other.guides_) know(guide);
    const Absorbed result = log_.absorb(other.log_);
    derive_anew();
    return result;
}

Release Release::emptied() const {
    Release empty(id_, guides_.front());
    for (const auto& guide : guides_) empty.know(guide);
    return empty;
}

void Release::derive_anew() {
    const Heads heads = heads_of(log_, "guide");
    const std::string wanted = guide_in_force(log_, heads);
    const auto found = std::find_if(guides_.begin(), guides_.end(),
                                    [&](const auto& guide) { return wanted.empty() || guide->digest == wanted; });
    const bool missing = found == guides_.end();
    // Where the adopted guide is not here, the release stays with what it was created with; its gates are closed.
    guide_ = missing ? guides_.front() : *found;
    state_ = derive(log_, *guide_);
    if (missing) state_.guide_missing = wanted;
}

std::vector<std::string> guides_named(const std::vector<const Op*>& ops) {
    std::vector<std::string> digests(1);
    bool created = false;
    for (const Op* op : ops) {
        const bool creation = op->kind == "create" && op->about == "release";
        if (creation ? created : op->about != "guide") continue; // a second creation begins nothing
        std::string digest = op->value.text("guide");
        if (creation) digests.front() = digest;
        created |= creation;
        if (!digest.empty() && std::find(digests.begin(), digests.end(), digest) == digests.end())
            digests.push_back(std::move(digest));
    }
    return digests;
}

std::vector<const Guide*> carried_guides(const Release& release) {
    std::vector<const Guide*> guides{release.guides().front().get()};
    for (const std::string& digest : guides_named(release.log().ordered()))
        if (const Guide* guide = release.guide_named(digest); guide && guide != guides.front()) guides.push_back(guide);
    return guides;
}

} // namespace desk
