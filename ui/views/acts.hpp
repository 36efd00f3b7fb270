// Things that can be done here, as values: buttons, menus, shortcuts and the palette share them, so that each is
// written once.
#pragma once

#include "ui/icons/icon.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace desk::ui {

struct Act {
    std::string key;   // of the act and what it is done to; the same in every frame
    std::string label; // as its button says it
    Icon icon = Icon::none;
    std::string note = {};          // small, beside or under the label
    std::string why = {};           // not empty: it cannot be done now, and this is missing; running it shows that
    std::function<void()> run = {}; // valid in the frame in which the list was made
};
using Acts = std::vector<Act>;

// Null if there is none.
const Act* act_called(const Acts&, std::string_view key);
// Does it if it is there.
bool run_act(const Acts&, std::string_view key);

} // namespace desk::ui
