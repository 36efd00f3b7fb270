// DORA's measures of every product, as the place Metrics tells them. Without drawing.
#pragma once

#include "core/metrics/trend.hpp"
#include "ui/app/model.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk::ui {

enum class Period : std::uint8_t { days_30, days_90, days_365, all };
inline constexpr std::array<std::string_view, 4> period_names = {"Last 30 days", "Last 90 days", "Last 365 days",
                                                                 "All"};

// As it stands in an address: "365-days"; "" are 90 days. What is no period's is that too.
std::string_view key_of(Period);
Period period_from(std::string_view key);

// One number of one product, in words.
struct Reading {
    std::string value;            // empty: there is too little data
    std::string base;             // what it counts
    std::string lack, lack_short; // why there is no value
    std::string change;           // against the period before; empty: nothing to compare with
    std::string chart;            // what its chart shows
};

struct ProductMetrics {
    DoraMetrics metrics;
    std::vector<TrendPart> trend;
    std::array<Reading, measures.size()> readings;
    std::string spoken; // all that its row says

    const std::string& name() const { return metrics.product; }
    const Reading& of(Measure measure) const { return readings[static_cast<std::size_t>(measure)]; }
};

// Kept from frame to frame, and made anew when a release has changed, another period is asked for, or an hour has gone
// by. It holds pointers to releases: refresh it before it is read.
class MetricsBoard {
public:
    void refresh(const Model&, Period);

    const std::vector<ProductMetrics>& products() const { return products_; } // by name
    // The product of that name; else the one with most deployments, the first of several. -1: there is none.
    int find(std::string_view name) const;
    bool any_deployment() const { return any_; }      // of whatever time
    const std::string& span() const { return span_; } // "27 Aug – 25 Nov 2026, UTC"; of all time it is the product's
    std::string from_label(const ProductMetrics&) const, to_label(const ProductMetrics&) const; // of a chart
    std::string csv() const;

private:
    struct Key {
        std::uint64_t revision = 0;
        std::int64_t hour = -1;
        Period period = Period::days_90;
        bool operator==(const Key&) const = default;
    };

    Key key_;
    std::vector<ProductMetrics> products_;
    bool any_ = false;
    std::string span_;
};

// "27 Aug – 25 Nov 2026, UTC".
std::string days_text(std::int64_t from_ms, std::int64_t to_ms);

} // namespace desk::ui
