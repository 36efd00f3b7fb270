// The portfolio: which releases there are, and which of them need somebody.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/layout.hpp"
#include "ui/ui.hpp"
#include "ui/views/portfolio.hpp"
#include "ui/views/releases_table.hpp"

#include <cstdint>
#include <vector>

namespace desk::ui {

struct ReleasesViewState {
    Filter filter = Filter::all; // as the route says
    // The rows shown, kept for an edition of the portfolio and a filter.
    std::vector<const PortfolioRow*> shown;
    LongestWords longest;
    std::uint64_t edition = 0;
    Filter shown_filter = Filter::all;
};

struct ReleasesAnswer {
    bool new_release = false; // open its dialog
    bool exporting = false;   // open its dialog
};

// `page` is all of the view but the rail and the bars. Draws the landmark `main` with the page's heading of level 1.
ReleasesAnswer draw_releases(Ui&, const Model&, const Portfolio&, ReleasesViewState&, Rect page, Intents&);

} // namespace desk::ui
