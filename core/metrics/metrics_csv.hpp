// The measures as a table for spreadsheets (RFC 4180).
#pragma once

#include "core/metrics/dora.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace desk {

// A head and one line a product: times in seconds, rates in per cent. What cannot be told is an empty field, never 0.
// Lines end in CR LF.
std::string metrics_csv(const std::vector<DoraMetrics>& products);

// A text as one field: quoted where RFC 4180 §2 asks for it. A text that a spreadsheet would take for a formula (it
// begins with = + - @, a tab or a line end) gets an apostrophe before it, so that it stays a text (OWASP "CSV
// Injection").
std::string csv_text(std::string_view text);

} // namespace desk
