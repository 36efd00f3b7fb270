// One release: its log, its guide and the state that follows from them.
#pragma once

#include "core/guide/guide.hpp"
#include "core/log/log.hpp"
#include "core/release/state.hpp"

#include <memory>
#include <string>

namespace desk {

class Release {
public:
    Release(std::string id, std::shared_ptr<const Guide> guide) : id_(std::move(id)), guide_(std::move(guide)) {
        state_ = derive(log_, *guide_);
    }

    const std::string& id() const { return id_; } // "rel_" and 16 characters of a–z, 2–7
    const Guide& guide() const { return *guide_; }
    const std::shared_ptr<const Guide>& shared_guide() const { return guide_; }
    const Log& log() const { return log_; }
    const State& state() const { return state_; }

    // Adds ops (its own new ones, or another copy's) and derives the state anew.
    Absorbed absorb(std::vector<Op> ops) {
        Absorbed result = log_.absorb(std::move(ops));
        state_ = derive(log_, *guide_);
        return result;
    }

private:
    std::string id_;
    std::shared_ptr<const Guide> guide_;
    Log log_;
    State state_;
};

} // namespace desk
