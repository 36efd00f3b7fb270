// Taking back one's own last change (the ops of one act), as new ops: nothing is removed from the log.
#pragma once

#include "core/release/release.hpp"
#include "core/rules/blocker.hpp"

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace desk {

// The ops of the last act of this person, in file order; or why it cannot be taken back: there is none, it moved the
// release to another phase, it closed a conflict, or somebody has built on it since.
tl::expected<std::vector<const Op*>, Blocker> last_act(const Release& release, const std::string& by);

} // namespace desk
