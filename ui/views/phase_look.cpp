#include "ui/views/phase_look.hpp"

namespace desk::ui {

PhaseLook look_of(Phase phase) {
    switch (phase) {
    case Phase::draft:
        return {StatusKind::open, Icon::circle};
    case Phase::preparing:
    case Phase::staging:
    case Phase::deciding:
    case Phase::deploying:
    case Phase::monitoring:
    case Phase::retrospective:
        return {StatusKind::active, Icon::half};
    case Phase::approved:
    case Phase::stable:
    case Phase::closed:
        return {StatusKind::done, Icon::check};
    case Phase::rolling_back:
    case Phase::rolled_back:
        return {StatusKind::incident, Icon::rollback};
    case Phase::on_hold:
        return {StatusKind::warning, Icon::pause};
    case Phase::cancelled:
        return {StatusKind::not_applicable, Icon::cross};
    }
    return {StatusKind::open, Icon::circle};
}

} // namespace desk::ui
