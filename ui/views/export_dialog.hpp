// The dialog that exports several releases as one file.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"
#include "ui/views/portfolio_choice.hpp"

#include <string>
#include <vector>

namespace desk::ui {

struct ExportDialogState {
    bool open = false;
    // The releases there were when it opened: those that were shown first, and ticked.
    struct Choice {
        std::string release; // id
        bool ticked = false;
    };
    std::vector<Choice> choices;
};

// What the list of releases shows.
struct PresentRows {
    const Portfolio& portfolio;
    const PortfolioChoice& choice;
};

// Call it in every frame; draws while the state is open.
void draw_export_dialog(Ui&, const Model&, const PresentRows&, ExportDialogState&, Intents&);

} // namespace desk::ui
