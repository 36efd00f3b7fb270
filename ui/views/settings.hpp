// This copy's settings: who I am, the theme, where the data is.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/layout.hpp"
#include "ui/ui.hpp"

#include <string>

namespace desk::ui {

struct SettingsViewState {
    std::string name;
    bool name_touched = false; // else it follows the model
    bool keys_asked = false;   // show all of them
};

void draw_settings(Ui&, const Model&, SettingsViewState&, Rect page, Intents&);

} // namespace desk::ui
