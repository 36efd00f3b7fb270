// The phases of a release.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace desk {

enum class Phase {
    draft,
    preparing,
    staging,
    deciding,
    approved,
    deploying,
    monitoring,
    stable,
    retrospective,
    closed,
    rolling_back,
    rolled_back,
    on_hold,
    cancelled,
};

// The straight way, in order: what the stepper shows.
inline constexpr std::array<Phase, 10> straight_way = {
    Phase::draft,     Phase::preparing,  Phase::staging, Phase::deciding,      Phase::approved,
    Phase::deploying, Phase::monitoring, Phase::stable,  Phase::retrospective, Phase::closed,
};

std::string_view key_of(Phase phase);  // "rolling-back"
std::string_view name_of(Phase phase); // "Rolling back"
std::optional<Phase> phase_from(std::string_view key);

// How far a phase is along the way: of two disputed phases the smaller number is the safe reading. Rolling back counts
// as earlier than Monitoring and rolled back as earlier than Stable; on hold as earlier than Preparing; cancelled as
// last.
int progress_of(Phase phase);

} // namespace desk
