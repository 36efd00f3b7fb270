// One of the products, for views that show one at a time: chips in a line, or a list where they do not fit.
#pragma once

#include "ui/ui.hpp"

#include <span>
#include <string_view>

namespace desk::ui {

// Takes its line off the body. Returns the index chosen in this frame, or -1.
int product_filter(Ui&, Rect& body, std::span<const std::string_view> products, int chosen);

} // namespace desk::ui
