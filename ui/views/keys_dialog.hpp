// The dialog that lists all keys (ui/app/shortcuts.hpp).
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"

namespace desk::ui {

// Call it in every frame; draws while it is open.
void draw_keys_dialog(Ui&, const Model&, bool& open, Intents&);

} // namespace desk::ui
