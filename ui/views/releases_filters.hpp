// The row over the releases that says which of them are shown, and in which order.
#pragma once

#include "ui/views/releases.hpp"

namespace desk::ui {

// Takes its lines off the body. What is chosen is told by an intent: the choice stands in the address.
void draw_filters(Ui&, const ReleasesViewState&, Rect& body, Intents&);

void show(const PortfolioChoice&, Intents&);

} // namespace desk::ui
