// The measures in words, over time, and as a table.
#include "live.hpp"

#include "core/metrics/measures.hpp"
#include "core/metrics/metrics_csv.hpp"
#include "core/metrics/trend.hpp"

#include <deque>

using namespace desk;
using namespace desk::test;

namespace {

// Deployments of Checkout, `gap_ms` apart; the last `failed` of them had an incident that lasted `harm_ms`.
class Product {
public:
    Product(int count, std::int64_t gap_ms, int failed = 0, std::int64_t harm_ms = hour, int named = 0) {
        for (int i = 0; i < count; ++i) {
            Live& live = all_.emplace_back(Live::later("rel_" + std::to_string(i), i * gap_ms));
            if (i < named) live.copy.as("Ana").act(command::SetField{"lead-time:start", "2025-11-22T00:00:00Z"});
            if (i >= count - failed) live.incident("i1", harm_ms);
            releases.push_back(live.release());
        }
    }
    std::vector<const Release*> releases;

private:
    std::deque<Live> all_;
};

} // namespace

TEST_CASE("a number says its value and what it counts") {
    const Product product(6, 7 * day, 2, 38 * minute, 6);
    const DoraMetrics metrics = only(product.releases, {start_ms, start_ms + 42 * day});
    CHECK(value_text(metrics, Measure::frequency) == "1.0 a week");
    CHECK(base_text(metrics, Measure::frequency) == "6 deployments");
    CHECK(value_text(metrics, Measure::recovery) == "38 min");
    CHECK(base_text(metrics, Measure::recovery) == "median of 2 failures");
    CHECK(value_text(metrics, Measure::fail_rate) == "33.3 %");
    CHECK(base_text(metrics, Measure::fail_rate) == "2 of 6, by 2 incidents");
    CHECK(value_text(metrics, Measure::rework) == "0.0 %");
    CHECK(base_text(metrics, Measure::rework) == "0 of 6 unplanned");
    CHECK(base_text(metrics, Measure::lead) == "median of 6 releases");
    for (const Measure measure : measures) CHECK(lack_text(metrics, measure).empty());
}

TEST_CASE("a number that says too little names what it needs") {
    const Product two(2, day);
    CHECK(lack_text(only(two.releases), Measure::frequency) == "needs 5 deployments, has 2");
    CHECK(lack_text(only(two.releases), Measure::frequency, true) == "needs 5, has 2");
    const Product five(5, day, 0, hour, 1);
    const DoraMetrics metrics = only(five.releases);
    CHECK(lack_text(metrics, Measure::lead) == "needs 5 releases with their oldest commit named, has 1");
    CHECK(lack_text(metrics, Measure::recovery) == "no failed deployment");
    CHECK(lack_text(metrics, Measure::fail_rate).empty());
}

TEST_CASE("a change against the time before is told where both can be told") {
    const Product calm(5, 7 * day, 1, hour), busy(10, 3 * day, 3, 3 * hour), few(2, day);
    const DoraMetrics before = only(calm.releases, {start_ms, start_ms + 35 * day});
    const DoraMetrics now = only(busy.releases, {start_ms, start_ms + 35 * day});
    CHECK(change_text(now, before, Measure::frequency) == "up 1.0 a week");
    CHECK(change_text(now, before, Measure::fail_rate) == "up 10.0 points");
    CHECK(change_text(now, before, Measure::recovery) == "up 2 h");
    CHECK(change_text(before, now, Measure::recovery) == "down 2 h");
    CHECK(change_text(now, before, Measure::rework) == "unchanged");
    CHECK(change_text(now, only(few.releases), Measure::frequency).empty());
}

TEST_CASE("the parts of a trend hold every deployment once, and no number where there is none") {
    const Product product(4, 10 * day, 1, hour);
    const DoraMetrics metrics = only(product.releases, {start_ms, start_ms + 40 * day});
    const auto trend = trend_of(metrics, 8);
    REQUIRE(trend.size() == 8);
    std::size_t deployments = 0;
    for (std::size_t i = 0; i < trend.size(); ++i) {
        deployments += trend[i].deployments;
        CHECK(trend[i].to_ms == (i + 1 < trend.size() ? trend[i + 1].from_ms : metrics.to_ms));
        CHECK(trend[i].rework_tenths.has_value() == (trend[i].deployments > 0));
    }
    CHECK(deployments == 4);
    CHECK(trend[0].deployments == 1);
    CHECK(trend[1].deployments == 0);
    CHECK(trend[6].failed == 1);
    CHECK(trend[6].recovery_ms == hour);
    CHECK_FALSE(trend[0].recovery_ms);

    const auto now = only(product.releases, {{}, {}}, metrics.deployments.back().at_ms);
    CHECK(trend_of(now, 3).back().deployments == 2); // the last of them this very moment
    CHECK(trend_of(only(product.releases, {start_ms, start_ms}, start_ms)).empty());
}

TEST_CASE("what stands behind a number says what it adds") {
    const Product product(5, day, 1, hour, 1);
    const DoraMetrics metrics = only(product.releases);
    CHECK(behind(metrics.deployments.front(), Measure::frequency).empty());
    CHECK_FALSE(stands_behind(metrics.deployments.front(), Measure::fail_rate));
    CHECK(stands_behind(metrics.deployments.back(), Measure::fail_rate));
    CHECK(behind(metrics.deployments.back(), Measure::fail_rate) == "1 incident");
    CHECK(behind(metrics.deployments.back(), Measure::recovery) == "1 h");
    CHECK(behind(metrics.deployments.back(), Measure::lead) == "no data, its oldest commit is not named");
}

TEST_CASE("a text in a table is quoted as RFC 4180 has it, and never runs as a formula") {
    CHECK(csv_text("Checkout") == "Checkout");
    CHECK(csv_text("Cart, \"new\"") == "\"Cart, \"\"new\"\"\"");
    CHECK(csv_text("two\r\nlines") == "\"two\r\nlines\"");
    for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
        CHECK(csv_text(formula) == std::string("'") + formula);
    CHECK(csv_text("\r=1") == "\"'\r=1\"");
    CHECK(csv_text("=HYPERLINK(\"https://x\",\"y\")") == "\"'=HYPERLINK(\"\"https://x\"\",\"\"y\"\")\"");
    CHECK(csv_text("").empty());
}

TEST_CASE("the table has a line a product, and empty fields where a number cannot be told") {
    Live search("rel_s", "=Search");
    const std::string csv =
        metrics_csv(dora_metrics({search.release()}, {start_ms, start_ms + 7 * day}, start_ms + 9 * day));
    const std::size_t line = csv.find("\r\n") + 2;
    CHECK(csv.substr(line) == "'=Search,2025-11-24T16:00:00Z,2025-12-01T16:00:00Z,1,,,,0,0,,0.0,0,0.0,yes\r\n");
}
