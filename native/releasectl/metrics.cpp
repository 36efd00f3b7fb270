// `metrics`: DORA's five measures of each product, with the releases behind them.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/metrics/measures.hpp"
#include "core/metrics/metrics_csv.hpp"
#include "core/metrics/release_metrics.hpp"
#include "core/metrics/trend.hpp"
#include "core/time/rfc3339.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace desk::native {

namespace {

struct MetricsOptions {
    Flags flags;
    std::vector<std::string> files;
    std::string product, from, to;
    bool csv = false;
};

std::string day_of(std::int64_t ms) { return rfc3339(ms).substr(0, 10); }

std::string deployments_of(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " deployment" : " deployments");
}

std::string named(const Deployment& one) { return printable(one.state().version.text) + ", " + day_of(one.at_ms); }

std::string lead_words(const DoraMetrics& metrics) {
    const auto values = std::count_if(metrics.deployments.begin(), metrics.deployments.end(),
                                      [](const Deployment& one) { return one.lead_ms.has_value(); });
    return metrics.lead_ms()
               ? "median " + value_text(metrics, Measure::lead) + ", of " + std::to_string(values) + " of " +
                     deployments_of(metrics.deployments.size()) + ", from the oldest commit to production"
               : "no data. Name the oldest commit of each: releasectl set FILE lead-time.start TIME";
}

std::string frequency_words(const DoraMetrics& metrics) {
    if (!metrics.weekly_tenths()) return "too little to say, it takes two deployments and a day";
    return value_text(metrics, Measure::frequency) + ", median " + duration_text(*metrics.between_ms()) +
           " from one to the next";
}

std::string recovery_words(const DoraMetrics& metrics) {
    if (metrics.failed() == 0) return "no failed deployment";
    return metrics.recovery_ms() ? "median " + value_text(metrics, Measure::recovery)
                                 : "no data, none is recovered yet";
}

std::string share_words(const DoraMetrics& metrics, Measure measure, std::size_t part) {
    return value_text(metrics, measure) + ", " + std::to_string(part) + " of " +
           deployments_of(metrics.deployments.size());
}

std::string words_of(const DoraMetrics& metrics, Measure measure) {
    switch (measure) {
    case Measure::lead:
        return lead_words(metrics);
    case Measure::frequency:
        return frequency_words(metrics);
    case Measure::recovery:
        return recovery_words(metrics);
    case Measure::fail_rate: {
        std::string words = share_words(metrics, measure, metrics.failed());
        if (const std::size_t count = metrics.incidents(); count > 0)
            words += ", " + std::to_string(count) + (count == 1 ? " incident" : " incidents");
        return words;
    }
    case Measure::rework:
        return share_words(metrics, measure, metrics.reworked());
    }
    return {};
}

std::string text_of(const DoraMetrics& metrics, Measure measure) {
    std::string text = "  " + std::string(name_of(measure)) + ": " + words_of(metrics, measure) + "\n";
    for (const Deployment& one : metrics.deployments) {
        if (!stands_behind(one, measure)) continue;
        const std::string words = behind(one, measure);
        text += "      " + named(one) + (words.empty() ? "" : ": " + printable(words)) + "\n";
    }
    return text;
}

std::string text_of(const DoraMetrics& metrics) {
    std::string text = printable(metrics.product) + ": ";
    text += metrics.deployments.empty() ? "no deployment" : deployments_of(metrics.deployments.size());
    text += ", " + day_of(metrics.from_ms) + " to " + day_of(std::max(metrics.from_ms, metrics.to_ms - 1)) + ", UTC";
    if (!metrics.under_way.empty()) text += ", " + std::to_string(metrics.under_way.size()) + " under way";
    text += "\n";
    if (metrics.deployments.empty()) return text + "  No data\n";
    if (metrics.few())
        text += "  Too little to judge by: fewer than " + std::to_string(enough_deployments) + " deployments\n";
    for (const Measure measure : measures) text += text_of(metrics, measure);
    return text;
}

Json seconds(const std::optional<std::int64_t>& ms) { return ms ? Json(*ms / 1000) : Json(nullptr); }
Json decimal(const std::optional<std::int64_t>& value) {
    return value ? Json(static_cast<double>(*value) / 10.0) : Json(nullptr);
}

Json json_of(const Deployment& one) {
    Json json = {{"release", one.release->id()},
                 {"version", one.state().version.text},
                 {"at", rfc3339(one.at_ms)},
                 {"incidents", one.incidents},
                 {"failed", one.failed},
                 {"rework", one.rework},
                 {"lead_seconds", seconds(one.lead_ms)}};
    if (!one.no_lead.empty()) json["no_lead"] = one.no_lead;
    if (one.failed) json["recovery_seconds"] = seconds(one.recovery_ms);
    if (!one.no_recovery.empty()) json["no_recovery"] = one.no_recovery;
    return json;
}

Json json_of(const TrendPart& part) {
    return {{"from", rfc3339(part.from_ms)},
            {"to", rfc3339(part.to_ms)},
            {"deployments", part.deployments},
            {"failed", part.failed},
            {"reworked", part.reworked},
            {"lead_seconds", seconds(part.lead_ms)},
            {"recovery_seconds", seconds(part.recovery_ms)},
            {"rework_percent", decimal(part.rework_tenths)}};
}

Json json_of(const DoraMetrics& metrics) {
    Json deployments = Json::array(), under_way = Json::array(), over_time = Json::array();
    for (const TrendPart& part : trend_of(metrics)) over_time.push_back(json_of(part));
    for (const Deployment& one : metrics.deployments) deployments.push_back(json_of(one));
    for (const Release* release : metrics.under_way) under_way.push_back(release->id());
    return {
        {"product", metrics.product},
        {"from", rfc3339(metrics.from_ms)},
        {"to", rfc3339(metrics.to_ms)},
        {"too_little_to_judge_by", metrics.few()},
        {"change_lead_time", {{"median_seconds", seconds(metrics.lead_ms())}}},
        {"deployment_frequency",
         {{"per_week", decimal(metrics.weekly_tenths())}, {"median_seconds_between", seconds(metrics.between_ms())}}},
        {"failed_deployment_recovery_time", {{"median_seconds", seconds(metrics.recovery_ms())}}},
        {"change_fail_rate",
         {{"percent", decimal(metrics.fail_tenths())},
          {"failed", metrics.failed()},
          {"incidents", metrics.incidents()}}},
        {"rework_rate", {{"percent", decimal(metrics.rework_tenths())}, {"reworked", metrics.reworked()}}},
        {"over_time", std::move(over_time)},
        {"deployments", std::move(deployments)},
        {"under_way", std::move(under_way)}};
}

// A day alone in --to is meant with all its hours.
DoraSpan span_of(const MetricsOptions& o) {
    DoraSpan span{parse_rfc3339(o.from), parse_rfc3339(o.to)};
    if (span.to_ms && o.to.size() == 10) *span.to_ms += 86'400'000;
    return span;
}

Exit show_metrics(const Terminal& terminal, const MetricsOptions& o) {
    if (o.csv && o.flags.json) {
        tell(terminal, "--csv", "--json is another answer: leave one of them out");
        return Exit::bad_input;
    }
    const DoraSpan span = span_of(o);
    if (span.from_ms && span.to_ms && *span.to_ms <= *span.from_ms) {
        tell(terminal, "--to", "the time ends before it begins: give a later --to");
        return Exit::bad_input;
    }
    const auto releases = read_releases(terminal, o.files);
    if (!releases) return releases.error();
    std::vector<const Release*> list;
    for (const Release& release : *releases) list.push_back(&release);
    auto metrics = dora_metrics(list, span, moment(o.flags));
    if (!o.product.empty()) {
        std::string names;
        for (const DoraMetrics& one : metrics) names += (names.empty() ? "" : ", ") + one.product;
        std::erase_if(metrics, [&](const DoraMetrics& one) { return one.product != o.product; });
        if (metrics.empty()) {
            tell(terminal, o.product, "no release of this product is among the files. There is " + names);
            return Exit::bad_input;
        }
    }
    if (o.csv) return answer(terminal, o.flags.output, metrics_csv(metrics));
    Json data = Json::array();
    std::string text;
    for (const DoraMetrics& one : metrics) {
        data.push_back(json_of(one));
        text += (text.empty() ? "" : "\n") + text_of(one);
    }
    return o.flags.json ? answer(terminal, o.flags.output, data) : answer(terminal, o.flags.output, text);
}

} // namespace

void add_metrics(Program& program) {
    auto o = std::make_shared<MetricsOptions>();
    const CommandDeclaration command =
        program.line.command("metrics", "DORA's five measures of each product, with what is behind them");
    command.argument("FILE", o->files, "Releases and workspaces").required();
    command.flag("--product", o->product, "P", "Only this product");
    add_time(command, "--from", o->from, "Only deployments from this day or time on, UTC");
    add_time(command, "--to", o->to, "Only deployments up to this day, with all of it, or before this time, UTC");
    command.flag("--csv", o->csv, "Answer with a table for spreadsheets, a line a product");
    add_output(command, o->flags, "Write here instead of to stdout");
    add_general(command, o->flags);
    command.explain({"the measures are shown", nullptr,
                     "releasectl metrics *.release.json --product Checkout --from 2026-07-01 --to 2026-09-30"});
    command.runs([&program, o] { return show_metrics(program.terminal, *o); });
}

} // namespace desk::native
