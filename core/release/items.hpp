// Requirements, checklist items and playbook steps: their present status from the log.
#pragma once

#include "core/release/state.hpp"

#include <string_view>
#include <vector>

namespace desk {

// `incident`: whose playbook the specs are the steps of; empty for requirements and checklist.
std::vector<Item> derive_items(const Log& log, const std::vector<ItemSpec>& specs, std::string_view incident = {});

} // namespace desk
