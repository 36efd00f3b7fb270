// DORA's five measures in words: the same on the page, in the window and on the command line.
#pragma once

#include "core/metrics/dora.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace desk {

enum class Measure : std::uint8_t { lead, frequency, recovery, fail_rate, rework };
inline constexpr std::array<Measure, 5> measures = {Measure::lead, Measure::frequency, Measure::recovery,
                                                    Measure::fail_rate, Measure::rework};

std::string_view name_of(Measure measure); // "Change lead time"
std::string_view key_of(Measure measure);  // "lead-time"
std::optional<Measure> measure_from(std::string_view key);

// The number as it is told: "2 days 4 h", "1.8 a week", "17.4 %". Empty if there is none.
std::string value_text(const DoraMetrics& metrics, Measure measure);
// What it counts: "median of 23 releases", "median of 4 failures", "4 of 23, by 6 incidents", "3 of 23 unplanned".
std::string base_text(const DoraMetrics& metrics, Measure measure);
// Why the number cannot be told, or says too little to go by: "needs 5 deployments, has 2", in short "needs 5, has 2";
// "no failed deployment". Empty if it stands: a front end that shows one number alone shows it only then.
std::string lack_text(const DoraMetrics& metrics, Measure measure, bool in_short = false);

// Against the time before: "down 18 h", "up 0.4 a week", "down 4.1 points", "unchanged". Empty if either lacks.
std::string change_text(const DoraMetrics& now, const DoraMetrics& before, Measure measure);

bool stands_behind(const Deployment& deployment, Measure measure);
// What a deployment adds to the number: "1 day 2 h", "no data, its oldest commit is not named", "2 incidents"; it may
// be without words. Of one that stands behind the number.
std::string behind(const Deployment& deployment, Measure measure);

// "1.8": of tenths.
std::string tenths_text(std::int64_t tenths);

} // namespace desk
