// How a phase looks: the same pill everywhere.
#pragma once

#include "core/release/phase.hpp"
#include "ui/icons/icon.hpp"
#include "ui/theme/theme.hpp"

namespace desk::ui {

struct PhaseLook {
    StatusKind kind;
    Icon icon;
};
PhaseLook look_of(Phase);

} // namespace desk::ui
