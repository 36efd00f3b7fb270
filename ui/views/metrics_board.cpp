#include "ui/views/metrics_board.hpp"

#include "core/metrics/metrics_csv.hpp"
#include "core/metrics/release_metrics.hpp"
#include "core/time/durations.hpp"
#include "core/time/spoken.hpp"
#include "ui/views/words.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

std::int64_t days_in(Period period) {
    constexpr std::int64_t days[] = {30, 90, 365, 0};
    return days[static_cast<std::size_t>(period)];
}

std::string part_words(const TrendPart& part, Measure measure) {
    switch (measure) {
    case Measure::lead:
        return part.lead_ms ? duration_text(*part.lead_ms) : "no data";
    case Measure::frequency:
        return std::to_string(part.deployments);
    case Measure::recovery:
        return part.recovery_ms ? duration_text(*part.recovery_ms) : "none";
    case Measure::fail_rate:
        return std::to_string(part.failed) + " of " + std::to_string(part.deployments);
    case Measure::rework:
        return part.rework_tenths ? tenths_text(*part.rework_tenths) + " %" : "no data";
    }
    return {};
}

std::string chart_words(const ProductMetrics& product, Measure measure) {
    constexpr std::string_view what[] = {"Median lead time", "Deployments", "Median recovery time",
                                         "Failed deployments", "Rework rate"};
    std::string words(what[static_cast<std::size_t>(measure)]);
    words += " from " + days_text(product.metrics.from_ms, product.metrics.to_ms) + ", in " +
             std::to_string(product.trend.size()) + " parts: ";
    for (std::size_t i = 0; i < product.trend.size(); ++i)
        words += (i > 0 ? ", " : "") + part_words(product.trend[i], measure);
    return words;
}

ProductMetrics product_of(DoraMetrics metrics, const DoraMetrics* before) {
    ProductMetrics product{std::move(metrics), {}, {}, {}};
    const DoraMetrics& now = product.metrics;
    product.trend = trend_of(now);
    product.spoken = now.product + ", " + base_text(now, Measure::frequency);
    for (const Measure measure : measures) {
        Reading& reading = product.readings[static_cast<std::size_t>(measure)];
        reading.lack = lack_text(now, measure);
        product.spoken += ", " + std::string(name_of(measure)) + ": ";
        if (!reading.lack.empty()) {
            // What is there leads on all the same: it may be why there is no more.
            if (!now.deployments.empty()) reading.base = base_text(now, Measure::frequency);
            reading.lack_short = lack_text(now, measure, true);
            product.spoken += "not enough data, " + reading.lack;
            continue;
        }
        reading.value = value_text(now, measure);
        reading.base = base_text(now, measure);
        reading.chart = chart_words(product, measure);
        if (before) reading.change = change_text(now, *before, measure);
        product.spoken += reading.value;
    }
    return product;
}

} // namespace

std::string days_text(std::int64_t from_ms, std::int64_t to_ms) {
    const CivilTime from = civil_time(from_ms), to = civil_time(std::max(from_ms, to_ms - 1));
    std::string begins = spoken_day(from);
    if (from.year == to.year) begins.resize(begins.rfind(' '));
    return begins + " – " + spoken_day(to) + ", UTC";
}

namespace {
constexpr std::array<std::string_view, 4> period_keys = {"30-days", "", "365-days", "all"};
}

std::string_view key_of(Period period) { return period_keys[static_cast<std::size_t>(period)]; }

Period period_from(std::string_view key) {
    const auto found = std::find(period_keys.begin(), period_keys.end(), key);
    return found == period_keys.end() ? Period::days_90 : static_cast<Period>(found - period_keys.begin());
}

void MetricsBoard::refresh(const Model& model, Period period) {
    const Key key{model.revision, model.now_ms / hour_ms, period};
    if (key == key_) return;
    key_ = key;
    std::vector<const Release*> releases;
    releases.reserve(model.releases.size());
    any_ = false;
    for (const auto& [id, release] : model.releases) {
        releases.push_back(release.get());
        const auto& way = release->state().way;
        any_ =
            any_ || std::any_of(way.begin(), way.end(), [](const PhaseChange& c) { return c.to == Phase::deploying; });
    }
    DoraSpan span;
    std::vector<DoraMetrics> before;
    span_.clear();
    if (const std::int64_t days = days_in(period); days > 0) {
        const std::int64_t today = model.now_ms - model.now_ms % day_ms;
        span.from_ms = today - (days - 1) * day_ms;
        span_ = days_text(*span.from_ms, model.now_ms + 1);
        before = dora_metrics(releases, {*span.from_ms - days * day_ms, span.from_ms}, model.now_ms);
    }
    // Both name every product of the releases, in the same order.
    auto now = dora_metrics(releases, span, model.now_ms);
    products_.clear();
    for (std::size_t i = 0; i < now.size(); ++i) {
        products_.push_back(product_of(std::move(now[i]), before.empty() ? nullptr : &before[i]));
    }
}

int MetricsBoard::find(std::string_view name) const {
    int best = -1;
    std::size_t most = 0;
    for (std::size_t i = 0; i < products_.size(); ++i) {
        if (products_[i].name() == name) return static_cast<int>(i);
        const std::size_t count = products_[i].metrics.deployments.size();
        if (best < 0 || count > most) best = static_cast<int>(i), most = count;
    }
    return best;
}

std::string MetricsBoard::from_label(const ProductMetrics& product) const {
    const std::string day = spoken_day(civil_time(product.metrics.from_ms));
    return key_.period <= Period::days_90 ? day.substr(0, day.rfind(' ')) : day.substr(day.find(' ') + 1);
}

std::string MetricsBoard::to_label(const ProductMetrics& product) const {
    const std::string day = spoken_day(civil_time(product.metrics.to_ms));
    return key_.period <= Period::days_90 ? day.substr(0, day.rfind(' ')) : day.substr(day.find(' ') + 1);
}

std::string MetricsBoard::csv() const {
    std::vector<DoraMetrics> all;
    for (const ProductMetrics& product : products_) all.push_back(product.metrics);
    return metrics_csv(all);
}

} // namespace desk::ui
