// Requirements, checklist items and playbook steps: their present status from the log.
#pragma once

#include "core/release/state.hpp"

#include <vector>

namespace desk {

std::vector<Item> derive_items(const Log& log, const std::vector<ItemSpec>& specs);

} // namespace desk
