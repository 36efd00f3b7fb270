// `metrics`: DORA's five measures of each product, with the releases behind them.
#include "native/releasectl/documents.hpp"
#include "native/releasectl/program.hpp"

#include "core/metrics/dora.hpp"
#include "core/metrics/release_metrics.hpp"
#include "core/time/rfc3339.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace desk::native {

namespace {

struct Options {
    Flags flags;
    std::vector<std::string> files;
    std::string product, from, to;
};

std::string tenths(std::int64_t value) { return std::to_string(value / 10) + "." + std::to_string(value % 10); }
std::string day_of(std::int64_t ms) { return rfc3339(ms).substr(0, 10); }

std::string deployments_of(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " deployment" : " deployments");
}

std::string named(const Deployment& one) { return printable(one.state().version.text) + ", " + day_of(one.at_ms); }

using Told = std::string (*)(const Deployment&); // empty: it does not stand behind the number

std::string behind(const DoraMetrics& metrics, Told told) {
    std::string text;
    for (const Deployment& one : metrics.deployments)
        if (const std::string words = told(one); !words.empty())
            text += "      " + named(one) + (words == "-" ? "" : ": " + printable(words)) + "\n";
    return text;
}

std::string lead_text(const DoraMetrics& metrics) {
    const auto values = std::count_if(metrics.deployments.begin(), metrics.deployments.end(),
                                      [](const Deployment& one) { return one.lead_ms.has_value(); });
    std::string text = "  Change lead time: ";
    text += metrics.lead_ms()
                ? "median " + duration_text(*metrics.lead_ms()) + ", of " + std::to_string(values) + " of " +
                      deployments_of(metrics.deployments.size()) + ", from the oldest commit to production\n"
                : "no data. Name the oldest commit of each: releasectl set FILE lead-time.start TIME\n";
    return text + behind(metrics, [](const Deployment& one) {
               return one.lead_ms ? duration_text(*one.lead_ms) : "no data, " + one.no_lead;
           });
}

std::string frequency_text(const DoraMetrics& metrics) {
    std::string text = "  Deployment frequency: ";
    if (const auto weekly = metrics.weekly_tenths())
        text += tenths(*weekly) + " a week, median " + duration_text(*metrics.between_ms()) + " from one to the next\n";
    else
        text += "too little to say, it takes two deployments and a day\n";
    return text + behind(metrics, [](const Deployment&) { return std::string("-"); });
}

std::string recovery_text(const DoraMetrics& metrics) {
    std::string text = "  Failed deployment recovery time: ";
    if (metrics.failed() == 0) return text + "no failed deployment\n";
    text += metrics.recovery_ms() ? "median " + duration_text(*metrics.recovery_ms()) + "\n"
                                  : "no data, none is recovered yet\n";
    return text + behind(metrics, [](const Deployment& one) -> std::string {
               if (!one.failed) return {};
               return one.recovery_ms ? duration_text(*one.recovery_ms) : one.no_recovery;
           });
}

std::string share_text(const DoraMetrics& metrics, std::int64_t share, std::size_t part) {
    return tenths(share) + " %, " + std::to_string(part) + " of " + deployments_of(metrics.deployments.size());
}

std::string fail_text(const DoraMetrics& metrics) {
    std::string text = "  Change fail rate: " + share_text(metrics, *metrics.fail_tenths(), metrics.failed());
    if (const std::size_t count = metrics.incidents(); count > 0)
        text += ", " + std::to_string(count) + (count == 1 ? " incident" : " incidents");
    return text + "\n" + behind(metrics, [](const Deployment& one) -> std::string {
               if (!one.failed) return {};
               if (one.incidents == 0) return "rolled back";
               return std::to_string(one.incidents) + (one.incidents == 1 ? " incident" : " incidents");
           });
}

std::string rework_text(const DoraMetrics& metrics) {
    return "  Rework rate: " + share_text(metrics, *metrics.rework_tenths(), metrics.reworked()) + "\n" +
           behind(metrics, [](const Deployment& one) -> std::string {
               if (!one.rework) return {};
               const std::string& issue = one.state().critical_issue.text;
               return "Patch, " + (issue.empty() ? "no critical issue is linked" : issue);
           });
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
    return text + lead_text(metrics) + frequency_text(metrics) + recovery_text(metrics) + fail_text(metrics) +
           rework_text(metrics);
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

Json json_of(const DoraMetrics& metrics) {
    Json deployments = Json::array(), under_way = Json::array();
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
        {"deployments", std::move(deployments)},
        {"under_way", std::move(under_way)}};
}

// A day alone in --to is meant with all its hours.
DoraSpan span_of(const Options& o) {
    DoraSpan span{parse_rfc3339(o.from), parse_rfc3339(o.to)};
    if (span.to_ms && o.to.size() == 10) *span.to_ms += 86'400'000;
    return span;
}

Exit show_metrics(const Terminal& terminal, const Options& o) {
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
    auto o = std::make_shared<Options>();
    const CommandDeclaration command =
        program.line.command("metrics", "DORA's five measures of each product, with what is behind them");
    command.argument("FILE", o->files, "Releases and workspaces").required();
    command.flag("--product", o->product, "P", "Only this product");
    add_time(command, "--from", o->from, "Only deployments from this day or time on, UTC");
    add_time(command, "--to", o->to, "Only deployments up to this day, with all of it, or before this time, UTC");
    add_output(command, o->flags, "Write here instead of to stdout");
    add_general(command, o->flags);
    command.explain({"the measures are shown", nullptr,
                     "releasectl metrics *.release.json --product Checkout --from 2026-07-01 --to 2026-09-30"});
    command.runs([&program, o] { return show_metrics(program.terminal, *o); });
}

} // namespace desk::native
