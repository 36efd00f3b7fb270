// The dialogs that belong to no view: who are you, and what became of a file.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"

#include <string>

namespace desk::ui {

struct NameDialogState {
    std::string name;
    bool tried = false;
};

// Open while the model wants the name: something that the user did waits for it.
void draw_name_dialog(Ui&, const Model&, NameDialogState&, Intents&);

// Open while there are files that were not taken: which, where, and what is wrong. Nothing of them was changed.
void draw_import_dialog(Ui&, const Model&, Intents&);

} // namespace desk::ui
