// What a release's own history says for the retrospective (HR-3 "release metrics"): nothing is typed in by hand.
#pragma once

#include "core/release/release.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace desk {

struct ReleaseMetrics {
    struct Stay { // one stay in a phase, by the clocks of those who moved the release
        Phase phase = Phase::draft;
        std::int64_t from_ms = 0;
        std::optional<std::int64_t> to_ms; // nothing: it is there now
    };
    std::vector<Stay> stays; // in order
    // The sum of the stays in a phase, in ms; `now_ms` ends the present one. Clocks may disagree: never below 0.
    std::int64_t time_in(Phase phase, std::int64_t now_ms) const;

    std::size_t go_votes = 0, no_go_votes = 0; // ever cast, also those that were withdrawn or repeated
    std::size_t decisions = 0, no_gos = 0;     // recorded by the Release Manager
    std::size_t overrides = 0;
    std::vector<std::string> waived; // texts of the requirements that are waived
    // Answered after their phase had passed: requirements after Staging began, checklist items before production after
    // Deciding began.
    std::vector<std::string> late;
    std::size_t incidents = 0, critical_incidents = 0;
    std::size_t changes = 0; // entries of the history
};

ReleaseMetrics release_metrics(const Release& release);

// "2 days 4 h", "38 min", "under a minute".
std::string duration_text(std::int64_t ms);

// The same as Markdown, to attach to the hand-off or to send.
std::string metrics_markdown(const Release& release, std::int64_t now_ms);
// The reports of all incidents as Markdown; empty if there was none.
std::string incident_reports_markdown(const Release& release);

// When the retrospective of an incident is due: 3 days after it was resolved (or, while it is open, opened) for
// severity 1, else 5 business days (PagerDuty). Days by UTC.
std::int64_t review_due_ms(const Incident& incident);

} // namespace desk
