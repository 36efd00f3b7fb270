#include "core/metrics/trend.hpp"

#include <algorithm>

namespace desk {

std::vector<TrendPart> trend_of(const DoraMetrics& metrics, std::size_t parts) {
    std::vector<TrendPart> trend;
    const std::int64_t span = metrics.to_ms - metrics.from_ms, count = static_cast<std::int64_t>(parts);
    if (span <= 0) return trend;
    auto next = metrics.deployments.begin();
    for (std::int64_t i = 0; i < count; ++i) {
        DoraMetrics part;
        part.from_ms = metrics.from_ms + span * i / count;
        part.to_ms = metrics.from_ms + span * (i + 1) / count;
        const bool last = i + 1 == count; // with what was deployed this very moment
        while (next != metrics.deployments.end() && (last || next->at_ms < part.to_ms))
            part.deployments.push_back(*next++);
        trend.push_back({part.from_ms, part.to_ms, part.deployments.size(), part.failed(), part.reworked(),
                         part.lead_ms(), part.recovery_ms(), part.rework_tenths()});
    }
    return trend;
}

} // namespace desk
