// "Needs a decision" over many releases: what copies disagree on, in one line each, and the way to where it is decided.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"

#include <string>
#include <vector>

namespace desk::ui {

// Where the conflict stands: at its item or vote, else over the overview (ui/app/route.hpp).
Route route_of(const Release&, const Conflict&);

// Takes its height off the body; nothing if no release is in dispute. True if all of them are asked for.
bool draw_decisions_strip(Ui&, const Model&, const std::vector<std::string>& releases, Rect& body, Intents&);

} // namespace desk::ui
