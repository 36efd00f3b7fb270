// Histories that nobody thought of: copies of a release on which people act by real commands, apart from each other and
// now and then merged, among entries of newer and of hostile programs.
#pragma once

#include "desk_copy.hpp"
#include "seeded.hpp"

#include <memory>
#include <vector>

namespace desk::test {

using Replicas = std::vector<std::unique_ptr<Copy>>;

// Five copies that began as one, and what became of them.
Replicas random_history(Seeded& random);

} // namespace desk::test
