// The portfolio: which releases there are, and which of them need somebody.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/layout.hpp"
#include "ui/ui.hpp"
#include "ui/views/agenda.hpp"
#include "ui/views/portfolio_choice.hpp"
#include "ui/views/releases_table.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace desk::ui {

struct ReleasesViewState {
    PortfolioChoice choice; // as the route says
    // What follows from it, kept for an edition of the portfolio and a choice.
    std::vector<const PortfolioRow*> shown;
    LongestWords longest;
    std::array<int, filter_count> counts{};
    std::vector<std::string_view> products, types; // that can be chosen
    std::uint64_t edition = 0;
    PortfolioChoice shown_choice;
};

struct ReleasesAnswer {
    bool new_release = false; // open its dialog
    bool exporting = false;   // open its dialog
};

// `page` is all of the view but the rail and the bars. Draws the landmark `main` with the page's heading of level 1.
ReleasesAnswer draw_releases(Ui&, const Model&, const Portfolio&, Agenda&, ReleasesViewState&, Rect page, Intents&);

} // namespace desk::ui
