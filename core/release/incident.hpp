// What went wrong in production, and what was learnt from it (guide RB-0 … RB-8, HR-1 … HR-4).
#pragma once

#include "core/release/item.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

struct TimelineNote { // something that a person noted, at the time at which it happened
    std::string id, text;
    std::int64_t at_ms = 0;
    Said said;
};

struct SentMessage {                // a text that somebody says they have sent; the app sends nothing by itself
    std::string id, audience, text; // audience: customers, stakeholders, support
    Said said;
};

// The parts of an incident report (after PagerDuty's and Google SRE's postmortems).
struct ReportField {
    std::string_view key, name, hint;
};
inline constexpr std::array<ReportField, 6> report_fields = {{
    {"impact", "Impact", "Who was affected, for how long, in numbers"},
    {"detection", "Detection", "How it was noticed, and what could have noticed it earlier"},
    {"root-cause", "Root cause", "What made it possible"},
    {"resolution", "Resolution", "What ended it"},
    {"went-well", "What went well", "And where we were lucky"},
    {"went-badly", "What did not go well", "Without blame"},
}};

struct Incident {
    std::string id;
    int severity = 3;            // 1 the worst … 5 (PagerDuty's severities); the worse one while copies disagree
    std::string text;            // what is wrong, and for whom
    std::string state = "open";  // open, mitigated, resolved
    Said opened;                 // when it was detected
    std::int64_t started_ms = 0; // when it began: as somebody said, else when it was detected
    std::optional<std::int64_t> mitigated_ms, resolved_ms;
    std::vector<Item> playbook;              // the steps of the guide, for this incident
    std::vector<TimelineNote> notes;         // by their times
    std::vector<SentMessage> sent;           // in the order of their ops
    std::map<std::string, TextField> report; // by key; every field is there

    bool critical() const { return severity <= 2; }
    bool open() const { return state != "resolved"; }
    // What a report cannot do without: impact, root cause, resolution.
    bool reported() const;
};

struct ActionItem {
    std::string id, text, owner, due; // due: RFC 3339 date
    std::string proposal;             // the change of the guide that it asks for
    Said said;
    bool complete() const { return !owner.empty() && !due.empty(); }
};

struct Artifact {
    std::string text;        // a link, or the thing itself
    std::string none_reason; // why there is none; then `text` is empty
    Said said;
};

} // namespace desk
