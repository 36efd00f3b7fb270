#include "core/release/phase.hpp"

namespace desk {

namespace {

struct Row {
    Phase phase;
    std::string_view key, name;
    int progress;
};

constexpr std::array<Row, 14> rows = {{
    {Phase::draft, "draft", "Draft", 0},
    {Phase::on_hold, "on-hold", "On hold", 5},
    {Phase::preparing, "preparing", "Preparing", 10},
    {Phase::staging, "staging", "Staging", 20},
    {Phase::deciding, "deciding", "Deciding", 30},
    {Phase::approved, "approved", "Approved", 40},
    {Phase::deploying, "deploying", "Deploying", 50},
    {Phase::rolling_back, "rolling-back", "Rolling back", 55},
    {Phase::monitoring, "monitoring", "Monitoring", 60},
    {Phase::rolled_back, "rolled-back", "Rolled back", 65},
    {Phase::stable, "stable", "Stable", 70},
    {Phase::retrospective, "retrospective", "Retrospective", 80},
    {Phase::closed, "closed", "Closed", 90},
    {Phase::cancelled, "cancelled", "Cancelled", 100},
}};

const Row& row_of(Phase phase) {
    for (const Row& row : rows)
        if (row.phase == phase) return row;
    return rows.front();
}

} // namespace

std::string_view key_of(Phase phase) { return row_of(phase).key; }
std::string_view name_of(Phase phase) { return row_of(phase).name; }
int progress_of(Phase phase) { return row_of(phase).progress; }

std::optional<Phase> phase_from(std::string_view key) {
    for (const Row& row : rows)
        if (row.key == key) return row.phase;
    return std::nullopt;
}

} // namespace desk
