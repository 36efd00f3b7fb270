// The rows of the portfolio: as a table, and as two-line rows on a phone.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/layout.hpp"
#include "ui/ui.hpp"
#include "ui/views/agenda.hpp"
#include "ui/views/portfolio.hpp"

#include <string_view>
#include <vector>

namespace desk::ui {

// The longest words of each column that has any: widths follow from them. They live as long as the rows are these.
struct LongestWords {
    std::string_view version, type, window, owner;
    bool any_window = false;
};
LongestWords longest_words(const std::vector<const PortfolioRow*>& rows);

struct ReleasesTable {
    Ui& ui;
    const Model& model;
    const Portfolio& portfolio;
    const std::vector<const PortfolioRow*>& rows;
    const LongestWords& longest;
    const Agenda& agenda; // what speaks against their windows
    Rect place;           // only x, y and width matter
};

// Both return their lower edge.
float draw_release_table(const ReleasesTable&, Intents&);
float draw_release_list(const ReleasesTable&, Intents&);

} // namespace desk::ui
