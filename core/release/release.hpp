// One release: its log, its guide and the state that follows from them.
#pragma once

#include "core/guide/guide.hpp"
#include "core/log/log.hpp"
#include "core/release/state.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

class Release {
public:
    // `guide` is the one with which it was created; it holds until another one is adopted (command::AdoptGuide).
    Release(std::string id, std::shared_ptr<const Guide> guide);

    // The same with ops; `guides` begins with that of the creation, and no two are the same.
    Release(std::string id, std::vector<std::shared_ptr<const Guide>> guides, std::vector<Op> ops);

    const std::string& id() const { return id_; }  // "rel_" and 16 characters of a–z, 2–7
    const Guide& guide() const { return *guide_; } // the one in force
    const std::shared_ptr<const Guide>& shared_guide() const { return guide_; }
    // All that it has followed and this copy knows, that of the creation first.
    const std::vector<std::shared_ptr<const Guide>>& guides() const { return guides_; }
    const Guide* guide_named(std::string_view digest) const; // null if it is not here
    // The guide that has this item: the one in force, else one that it followed before; if none has, the one in force.
    const Guide& guide_of_item(std::string_view key) const;
    const Log& log() const { return log_; }
    const State& state() const { return state_; }
    // Of what the release says (core/release/digest.hpp). Made anew each time: few ask, and it takes as long as the
    // rest.
    std::string digest() const;

    // Makes a guide known that ops name, or will name; derives the state anew if that changes the one in force.
    void know(std::shared_ptr<const Guide> guide);

    // Adds ops (its own new ones, or another copy's) and derives the state anew.
    Absorbed absorb(std::vector<Op> ops);

    // Another copy of this release: its ops, forked ones too, and the guides that it knows.
    Absorbed absorb(const Release& other);

    // The same release before anything happened to it: its id and the guides that it knows.
    Release emptied() const;

private:
    void derive_anew();

    std::string id_;
    std::vector<std::shared_ptr<const Guide>> guides_;
    std::shared_ptr<const Guide> guide_;
    Log log_;
    State state_;
};

// The digests of the guides that the ops name: that of the creation first (by file order; "" if they hold no
// creation), then the adopted ones by file order, each once.
std::vector<std::string> guides_named(const std::vector<const Op*>& ops_in_order);
// Those of them that the release knows: what a file of it carries.
std::vector<const Guide*> carried_guides(const Release& release);

} // namespace desk
