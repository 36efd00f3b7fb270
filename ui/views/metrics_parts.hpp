// Private to the place Metrics: its two larger parts.
#pragma once

#include "ui/views/metrics.hpp"
#include "ui/widgets/widgets.hpp"

namespace desk::ui {

// The name of a product for people.
std::string product_label(const ProductMetrics&);

// The chart of a measure; nothing if it has no value.
void draw_chart(Ui&, Rect, Id, const ProductMetrics&, Measure);

// The five cards of a product, and under the row of the one that is open the releases behind its number.
void draw_metric_cards(Ui&, const ProductMetrics&, MetricsViewState&, Rect& body, Intents&);

// All products but the one at `shown`. One that is pressed becomes the one that is shown.
void draw_other_products(Ui&, MetricsViewState&, int shown, Rect& body);

} // namespace desk::ui
