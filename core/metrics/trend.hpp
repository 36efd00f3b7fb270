// The measures over time: their span cut into parts of the same length.
#pragma once

#include "core/metrics/measures.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace desk {

// What happened in one part. A number that the part cannot tell is missing, and never 0.
struct TrendPart {
    std::int64_t from_ms = 0, to_ms = 0; // to before `to_ms`
    std::size_t deployments = 0, failed = 0, reworked = 0;
    std::optional<std::int64_t> lead_ms, recovery_ms; // medians of the part
    std::optional<std::int64_t> rework_tenths;        // of a per cent

    std::int64_t middle_ms() const { return from_ms + (to_ms - from_ms) / 2; }
};

inline constexpr std::size_t trend_parts = 12;

// `parts` of them from metrics.from_ms to metrics.to_ms; none if there is no time in between.
std::vector<TrendPart> trend_of(const DoraMetrics& metrics, std::size_t parts = trend_parts);

} // namespace desk
