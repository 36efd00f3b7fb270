// What can be done everywhere: the places, the sections of the release that is shown, and what belongs to no release.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"
#include "ui/views/acts.hpp"

#include <string_view>

namespace desk::ui {

struct ShellState;

// Their keys are those of ui/app/shortcuts.hpp; "go:" and "section:" begin those that lead somewhere.
Acts shell_acts(const Ui&, const Model&, ShellState&, Intents&);

// Does the act, or has the release that is shown do it in this frame.
void perform(const Ui&, const Model&, ShellState&, std::string_view key, Intents&);

} // namespace desk::ui
