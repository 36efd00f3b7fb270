#include "core/metrics/dora.hpp"

#include "core/order.hpp"
#include "core/time/durations.hpp"
#include "core/time/rfc3339.hpp"

#include <algorithm>
#include <map>

namespace desk {

namespace {

constexpr std::int64_t week_ms = 7 * day_ms;

// The first time that the release came to a phase after it had begun to deploy.
std::optional<std::int64_t> first_in(const State& state, Phase phase) {
    bool deploying = false;
    for (const PhaseChange& change : state.way) {
        deploying = deploying || change.to == Phase::deploying;
        if (deploying && change.to == phase) return change.said.at_ms;
    }
    return std::nullopt;
}

struct Harm {
    std::int64_t from_ms, to_ms;
};

// The time in which at least one lasted: harm at the same time counts once, and what lies between two does not.
std::int64_t together(std::vector<Harm> harms) {
    put_in_order(harms, [](const Harm& a, const Harm& b) { return a.from_ms < b.from_ms; });
    std::int64_t sum = 0, counted_to = harms.front().from_ms;
    for (const Harm& harm : harms) {
        sum += std::max<std::int64_t>(0, harm.to_ms - std::max(harm.from_ms, counted_to));
        counted_to = std::max(counted_to, harm.to_ms);
    }
    return sum;
}

void find_recovery(Deployment& deployment) {
    const State& state = deployment.state();
    const auto rolled_back = first_in(state, Phase::rolled_back);
    std::vector<Harm> harms;
    for (const Incident& incident : state.incidents) {
        auto end = incident.mitigated_ms;
        // A rollback ends what began before it.
        if (rolled_back && *rolled_back >= incident.started_ms && (!end || *rolled_back < *end)) end = rolled_back;
        if (!end) {
            deployment.no_recovery = "not recovered yet: " + incident.text;
            return;
        }
        if (*end < incident.started_ms) {
            deployment.no_recovery = "clocks disagree: an incident ends before it begins";
            return;
        }
        harms.push_back({incident.started_ms, *end});
    }
    if (const auto began = first_in(state, Phase::rolling_back); harms.empty() && began && rolled_back)
        harms.push_back({*began, std::max(*began, *rolled_back)});
    if (harms.empty())
        deployment.no_recovery = "not recovered yet: it is being rolled back";
    else
        deployment.recovery_ms = together(std::move(harms));
}

void find_lead(Deployment& deployment, std::optional<std::int64_t> live) {
    const std::string& start = deployment.state().lead_time_start.text;
    const auto from = parse_rfc3339(start);
    if (!live)
        deployment.no_lead = "never reached production";
    else if (deployment.state().lead_time_start.disputed)
        deployment.no_lead = "copies disagree on its oldest commit";
    else if (!from)
        deployment.no_lead = "its oldest commit is not named";
    else if (*from > *live)
        deployment.no_lead = "clocks disagree: its oldest commit is younger than its deployment";
    else
        deployment.lead_ms = *live - *from;
}

// Nothing: nothing of it was deployed, or that is under way.
std::optional<Deployment> deployment_of(const Release& release) {
    const State& state = release.state();
    const auto began = first_in(state, Phase::deploying);
    if (!began) return std::nullopt;
    const auto live = first_in(state, Phase::monitoring);
    Deployment deployment;
    deployment.release = &release;
    deployment.at_ms = live.value_or(*began);
    deployment.incidents = state.incidents.size();
    deployment.failed = deployment.incidents > 0 || first_in(state, Phase::rolling_back).has_value();
    if (!live && !deployment.failed) return std::nullopt;
    deployment.rework = state.type.text == "patch";
    find_lead(deployment, live);
    if (deployment.failed) find_recovery(deployment);
    return deployment;
}

std::optional<std::int64_t> median(std::vector<std::int64_t> values) {
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : values[middle - 1] + (values[middle] - values[middle - 1]) / 2;
}

std::optional<std::int64_t> tenths_of_percent(std::size_t part, std::size_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<std::int64_t>((2000 * part + whole) / (2 * whole));
}

} // namespace

std::size_t DoraMetrics::failed() const {
    return static_cast<std::size_t>(
        std::count_if(deployments.begin(), deployments.end(), [](const Deployment& one) { return one.failed; }));
}

std::size_t DoraMetrics::incidents() const {
    std::size_t sum = 0;
    for (const Deployment& one : deployments) sum += one.incidents;
    return sum;
}

std::size_t DoraMetrics::reworked() const {
    return static_cast<std::size_t>(
        std::count_if(deployments.begin(), deployments.end(), [](const Deployment& one) { return one.rework; }));
}

std::optional<std::int64_t> DoraMetrics::lead_ms() const {
    std::vector<std::int64_t> values;
    for (const Deployment& one : deployments)
        if (one.lead_ms) values.push_back(*one.lead_ms);
    return median(std::move(values));
}

std::optional<std::int64_t> DoraMetrics::recovery_ms() const {
    std::vector<std::int64_t> values;
    for (const Deployment& one : deployments)
        if (one.recovery_ms) values.push_back(*one.recovery_ms);
    return median(std::move(values));
}

std::optional<std::int64_t> DoraMetrics::between_ms() const {
    std::vector<std::int64_t> values;
    for (std::size_t at = 1; at < deployments.size(); ++at)
        values.push_back(deployments[at].at_ms - deployments[at - 1].at_ms);
    return median(std::move(values));
}

std::optional<std::int64_t> DoraMetrics::weekly_tenths() const {
    const std::int64_t span = to_ms - from_ms;
    if (deployments.size() < 2 || span < day_ms) return std::nullopt;
    return (20 * static_cast<std::int64_t>(deployments.size()) * week_ms + span) / (2 * span);
}

std::optional<std::int64_t> DoraMetrics::fail_tenths() const { return tenths_of_percent(failed(), deployments.size()); }

std::optional<std::int64_t> DoraMetrics::rework_tenths() const {
    return tenths_of_percent(reworked(), deployments.size());
}

std::vector<DoraMetrics> dora_metrics(const std::vector<const Release*>& releases, const DoraSpan& span,
                                      std::int64_t now_ms) {
    std::map<std::string, DoraMetrics> products;
    for (const Release* release : releases) {
        DoraMetrics& metrics = products[release->state().product.text];
        metrics.product = release->state().product.text;
        auto deployment = deployment_of(*release);
        if (!deployment && release->state().phase == Phase::deploying) metrics.under_way.push_back(release);
        if (!deployment || (span.from_ms && deployment->at_ms < *span.from_ms) ||
            (span.to_ms && deployment->at_ms >= *span.to_ms))
            continue;
        metrics.deployments.push_back(std::move(*deployment));
    }
    std::vector<DoraMetrics> result;
    for (auto& [name, metrics] : products) {
        put_in_order(metrics.deployments, [](const Deployment& a, const Deployment& b) { return a.at_ms < b.at_ms; });
        const std::int64_t first = metrics.deployments.empty() ? now_ms : metrics.deployments.front().at_ms;
        metrics.from_ms = span.from_ms.value_or(first);
        metrics.to_ms = std::max(metrics.from_ms, span.to_ms.value_or(now_ms));
        result.push_back(std::move(metrics));
    }
    return result;
}

} // namespace desk
