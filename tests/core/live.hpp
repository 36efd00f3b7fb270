// A release that was deployed, for tests of the measures.
#pragma once

#include "core/metrics/dora.hpp"
#include "core/time/durations.hpp"
#include "desk_copy.hpp"

namespace desk::test {

inline constexpr std::int64_t minute = minute_ms, hour = hour_ms, day = day_ms;
inline constexpr std::int64_t start_ms = 1'764'000'000'000;

// A release of its own id and product that has come to Monitoring; `at_ms` is when it went live.
class Live {
public:
    explicit Live(const std::string& id, const std::string& product = "Checkout", const std::string& type = "minor")
        : copy(Copy::created(type)), release_(id, octoacme()) {
        if (product != "Checkout") copy.act(command::SetField{"product", product});
        copy.to_monitoring();
    }
    // The same of Checkout, prepared so much later.
    static Live later(const std::string& id, std::int64_t by_ms, const std::string& version = "4.2.0") {
        return Live(id, by_ms, version);
    }
    Live& incident(const std::string& id, std::int64_t lasts_ms) {
        copy.act(command::OpenIncident{id, 3, "Slow " + id});
        copy.around.now_ms += lasts_ms - minute;
        copy.act(command::SetIncidentState{id, "mitigated"});
        return *this;
    }
    const Release* release() {
        release_.absorb(copy.release().log().everything());
        return &release_;
    }
    std::int64_t live_ms() const {
        for (const PhaseChange& change : copy.state().way)
            if (change.to == Phase::monitoring) return change.said.at_ms;
        return 0;
    }

    Copy copy;

private:
    Live(const std::string& id, std::int64_t by_ms, const std::string& version)
        : copy(Copy::created("minor", version)), release_(id, octoacme()) {
        copy.around.now_ms += by_ms;
        copy.to_monitoring();
    }

    Release release_;
};

// The measures of one product.
inline DoraMetrics only(const std::vector<const Release*>& releases, const DoraSpan& span = {},
                        std::int64_t now_ms = start_ms + 90 * day) {
    auto all = dora_metrics(releases, span, now_ms);
    REQUIRE(all.size() == 1);
    return std::move(all.front());
}

} // namespace desk::test
