// The dialog for pasted commits: sorted while they are typed, to be added to the notable changes (guide RN-4).
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

void ask_commits(const Part&);

} // namespace desk::ui
