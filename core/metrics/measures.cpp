#include "core/metrics/measures.hpp"

#include "core/metrics/release_metrics.hpp"
#include "core/rules/wording.hpp"

#include <cstdlib>

namespace desk {

namespace {

// Milliseconds, tenths of deployments a week, or tenths of a per cent.
std::optional<std::int64_t> number_of(const DoraMetrics& metrics, Measure measure) {
    switch (measure) {
    case Measure::lead:
        return metrics.lead_ms();
    case Measure::frequency:
        return metrics.weekly_tenths();
    case Measure::recovery:
        return metrics.recovery_ms();
    case Measure::fail_rate:
        return metrics.fail_tenths();
    case Measure::rework:
        return metrics.rework_tenths();
    }
    return std::nullopt;
}

bool is_time(Measure measure) { return measure == Measure::lead || measure == Measure::recovery; }

std::size_t with_lead(const DoraMetrics& metrics) {
    std::size_t count = 0;
    for (const Deployment& one : metrics.deployments) count += one.lead_ms ? 1 : 0;
    return count;
}

std::size_t recovered(const DoraMetrics& metrics) {
    std::size_t count = 0;
    for (const Deployment& one : metrics.deployments) count += one.recovery_ms ? 1 : 0;
    return count;
}

std::string of_all(const DoraMetrics& metrics, std::size_t part) {
    return sentence({std::to_string(part), " of ", std::to_string(metrics.deployments.size())});
}

} // namespace

namespace {
constexpr std::string_view measure_keys[] = {"lead-time", "frequency", "recovery-time", "fail-rate", "rework-rate"};
}

std::string_view key_of(Measure measure) { return measure_keys[static_cast<std::size_t>(measure)]; }

std::optional<Measure> measure_from(std::string_view key) {
    for (const Measure measure : measures)
        if (key_of(measure) == key) return measure;
    return std::nullopt;
}

std::string_view name_of(Measure measure) {
    constexpr std::string_view names[] = {"Change lead time", "Deployment frequency", "Failed deployment recovery time",
                                          "Change fail rate", "Rework rate"};
    return names[static_cast<std::size_t>(measure)];
}

std::string tenths_text(std::int64_t tenths) {
    return sentence({std::to_string(tenths / 10), ".", std::to_string(tenths % 10)});
}

std::string value_text(const DoraMetrics& metrics, Measure measure) {
    const auto number = number_of(metrics, measure);
    if (!number) return {};
    if (is_time(measure)) return duration_text(*number);
    return tenths_text(*number) + (measure == Measure::frequency ? " a week" : " %");
}

std::string base_text(const DoraMetrics& metrics, Measure measure) {
    switch (measure) {
    case Measure::lead:
        return "median of " + counted(with_lead(metrics), "release", "releases");
    case Measure::frequency:
        return counted(metrics.deployments.size(), "deployment", "deployments");
    case Measure::recovery:
        return "median of " + counted(recovered(metrics), "failure", "failures");
    case Measure::fail_rate: {
        std::string words = of_all(metrics, metrics.failed());
        if (const std::size_t count = metrics.incidents(); count > 0)
            words += ", by " + counted(count, "incident", "incidents");
        return words;
    }
    case Measure::rework:
        return of_all(metrics, metrics.reworked()) + " unplanned";
    }
    return {};
}

std::string lack_text(const DoraMetrics& metrics, Measure measure, bool in_short) {
    const auto needs = [&](std::string_view what, std::size_t count) {
        return sentence({"needs ", std::to_string(enough_deployments), in_short ? std::string_view{} : what, ", has ",
                         std::to_string(count)});
    };
    if (metrics.few()) return needs(" deployments", metrics.deployments.size());
    if (measure == Measure::lead && with_lead(metrics) < enough_deployments)
        return needs(" releases with their oldest commit named", with_lead(metrics));
    if (measure == Measure::recovery && metrics.failed() == 0) return in_short ? "no failures" : "no failed deployment";
    if (measure == Measure::recovery && recovered(metrics) == 0) return "none is recovered yet";
    return number_of(metrics, measure) ? std::string() : "it takes a day";
}

std::string change_text(const DoraMetrics& now, const DoraMetrics& before, Measure measure) {
    if (!lack_text(now, measure).empty() || !lack_text(before, measure).empty()) return {};
    const std::int64_t change = *number_of(now, measure) - *number_of(before, measure);
    const std::int64_t size = std::abs(change);
    if (size < (is_time(measure) ? 60'000 : 1)) return "unchanged";
    const std::string much = is_time(measure) ? duration_text(size) : tenths_text(size);
    const char* unit = is_time(measure)                ? ""
                       : measure == Measure::frequency ? " a week"
                       : size == 10                    ? " point"
                                                       : " points";
    return sentence({change < 0 ? "down " : "up ", much, unit});
}

bool stands_behind(const Deployment& one, Measure measure) {
    if (measure == Measure::rework) return one.rework;
    return one.failed || measure == Measure::lead || measure == Measure::frequency;
}

std::string behind(const Deployment& one, Measure measure) {
    switch (measure) {
    case Measure::lead:
        return one.lead_ms ? duration_text(*one.lead_ms) : "no data, " + one.no_lead;
    case Measure::frequency:
        return {};
    case Measure::recovery:
        return one.recovery_ms ? duration_text(*one.recovery_ms) : one.no_recovery;
    case Measure::fail_rate:
        return one.incidents == 0 ? "rolled back" : counted(one.incidents, "incident", "incidents");
    case Measure::rework: {
        const std::string& issue = one.state().critical_issue.text;
        return "Patch, " + (issue.empty() ? "no critical issue is linked" : issue);
    }
    }
    return {};
}

} // namespace desk
