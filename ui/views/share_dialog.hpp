// The dialog with the link that carries a release.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"

#include <string>

namespace desk::ui {

struct ShareDialogState {
    std::string link;   // what the field shows
    bool waits = false; // for the platform's answer, in the frame before
};

// Open while the model has a share.
void draw_share_dialog(Ui&, const Model&, ShareDialogState&, Intents&);

} // namespace desk::ui
