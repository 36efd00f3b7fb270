// Metrics: DORA's five of one product, never blended, and those of the others in short. Every number leads to the
// releases behind it.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"
#include "ui/views/metrics_board.hpp"

#include <optional>
#include <string>

namespace desk::ui {

struct MetricsViewState {
    MetricsBoard board;
    std::optional<Route> shown; // the address that the next three are told by
    Period period = Period::days_90;
    std::string product;           // as chosen; empty: the one with most deployments
    std::optional<Measure> opened; // the releases behind it are listed
    bool show_opened = false;      // bring the list into view, once
};

void draw_metrics(Ui&, const Model&, MetricsViewState&, Rect page, Intents&);

} // namespace desk::ui
