#include "core/metrics/metrics_csv.hpp"

#include "core/metrics/measures.hpp"
#include "core/time/rfc3339.hpp"

namespace desk {

namespace {

void add(std::string& out, std::string_view field) {
    if (!out.empty() && out.back() != '\n') out += ',';
    out += field;
}

void add_count(std::string& out, std::size_t count) { add(out, std::to_string(count)); }
void add_seconds(std::string& out, const std::optional<std::int64_t>& ms) {
    add(out, ms ? std::to_string(*ms / 1000) : std::string());
}
void add_tenths(std::string& out, const std::optional<std::int64_t>& tenths) {
    add(out, tenths ? tenths_text(*tenths) : std::string());
}

} // namespace

std::string csv_text(std::string_view text) {
    constexpr std::string_view formula = "=+-@\t\r\n";
    std::string field;
    if (!text.empty() && formula.find(text.front()) != std::string_view::npos) field += '\'';
    field += text;
    if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
    std::string quoted = "\"";
    for (const char c : field) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string metrics_csv(const std::vector<DoraMetrics>& products) {
    std::string out = "product,from,to,deployments,lead_seconds_median,deployments_per_week,seconds_between_median,"
                      "failed_deployments,incidents,recovery_seconds_median,change_fail_percent,"
                      "unplanned_deployments,rework_percent,too_little_to_judge_by\r\n";
    for (const DoraMetrics& one : products) {
        add(out, csv_text(one.product));
        add(out, rfc3339(one.from_ms));
        add(out, rfc3339(one.to_ms));
        add_count(out, one.deployments.size());
        add_seconds(out, one.lead_ms());
        add_tenths(out, one.weekly_tenths());
        add_seconds(out, one.between_ms());
        add_count(out, one.failed());
        add_count(out, one.incidents());
        add_seconds(out, one.recovery_ms());
        add_tenths(out, one.fail_tenths());
        add_count(out, one.reworked());
        add_tenths(out, one.rework_tenths());
        add(out, one.few() ? "yes" : "no");
        out += "\r\n";
    }
    return out;
}

} // namespace desk
