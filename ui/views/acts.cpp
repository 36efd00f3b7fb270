#include "ui/views/acts.hpp"

#include <algorithm>

namespace desk::ui {

const Act* act_called(const Acts& acts, std::string_view key) {
    const auto found = std::find_if(acts.begin(), acts.end(), [&](const Act& act) { return act.key == key; });
    return found == acts.end() ? nullptr : &*found;
}

bool run_act(const Acts& acts, std::string_view key) {
    const Act* act = act_called(acts, key);
    if (act) act->run();
    return act != nullptr;
}

} // namespace desk::ui
