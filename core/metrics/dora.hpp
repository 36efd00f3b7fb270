// DORA's five measures of delivery (dora.dev, 2026), of one product: never blended over products, each number with the
// releases behind it, and no number where there is too little to tell one from.
//
// Readings, where the measures meet this model:
// - A release is one deployment, from the moment it moved to Deploying; what still stands in Deploying without an
// incident
//   is under way and not counted. A go that was refused is no failed deployment: nothing was deployed.
// - It failed if an incident was opened on it, of whatever severity, or if it was rolled back: it needed immediate
//   intervention. Ten incidents on one release are one failed deployment.
// - Rework is a deployment of a Patch: by the guide (RT-1) a hotfix addressing a critical production issue.
// - Lead time is from the oldest commit of the release, which somebody has to name (`lead-time.start`), to production;
// so it
//   is the longest one of the release's changes.
// - Recovery is the time during which some incident of the deployment was neither mitigated nor ended by a rollback
// that
//   was verified live. What is not recovered yet has no time.
// Moments are those of the clocks of the people who recorded them.
#pragma once

#include "core/release/release.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace desk {

struct Deployment {
    const Release* release = nullptr;
    std::int64_t at_ms = 0; // when it was in production; of one that never got there, when it began
    std::size_t incidents = 0;
    bool failed = false, rework = false;
    std::optional<std::int64_t> lead_ms, recovery_ms;
    std::string no_lead, no_recovery; // why there is none, for a person; the latter of a failed one only

    const State& state() const { return release->state(); }
};

// Below this many deployments the numbers say little: front ends say so beside them.
inline constexpr std::size_t enough_deployments = 5;

struct DoraMetrics {
    std::string product;
    std::vector<Deployment> deployments; // of the time asked for, in order of time
    std::vector<const Release*> under_way;
    std::int64_t from_ms = 0, to_ms = 0; // the time that they are compared with; equal if there is none

    std::size_t failed() const;
    std::size_t incidents() const;
    std::size_t reworked() const;
    bool few() const { return deployments.size() < enough_deployments; }

    // Medians; nothing without a value.
    std::optional<std::int64_t> lead_ms() const;
    std::optional<std::int64_t> recovery_ms() const;
    std::optional<std::int64_t> between_ms() const; // one deployment and the next
    // Tenths of deployments a week; nothing with fewer than two, or in less than a day.
    std::optional<std::int64_t> weekly_tenths() const;
    // Tenths of a per cent, rounded; nothing without a deployment.
    std::optional<std::int64_t> fail_tenths() const;
    std::optional<std::int64_t> rework_tenths() const;
};

// Nothing where the data begin, and now.
struct DoraSpan {
    std::optional<std::int64_t> from_ms, to_ms; // from this moment, to before that one
};

// One a product, by name; products without a deployment too. No release may stand twice.
std::vector<DoraMetrics> dora_metrics(const std::vector<const Release*>& releases, const DoraSpan& span,
                                      std::int64_t now_ms);

} // namespace desk
