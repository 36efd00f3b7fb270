// What happened last, in words: "Lena said not met: Smoke tests prepared · 11:32".
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

// The last `count` ops, newest first, one line each.
void lay_activity(const Part&, Stack&, std::size_t count);

} // namespace desk::ui
