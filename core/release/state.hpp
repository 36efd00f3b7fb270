// What a release is at present, derived from its log and guide: values only, for views, guards and reports.
//
// It depends on the set of ops alone, not on a clock; what the clock adds (a passed window, an expired waiver) is asked
// of core/rules with the time given. Where heads differ the safe reading stands here and the field is `disputed`
// (DESIGN §2): a disputed tick is not done, a disputed vote is no-go, a disputed phase the earlier one.
#pragma once

#include "core/guide/guide.hpp"
#include "core/log/log.hpp"
#include "core/release/phase.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

// Who said something last, and when by their own clock.
struct Said {
    std::string by;
    std::int64_t at_ms = 0;
    bool operator==(const Said&) const = default;
};

struct TextField {
    std::string text;
    Said said;
    bool disputed = false; // `text` is then the earliest head in file order
};

struct SignOff {
    std::string role;
    bool done = false;
    bool disputed = false;
    std::vector<Said> said; // of the heads; empty if never answered
};

enum class ItemStatus { open, partial, done, waived, not_applicable };

struct Item {
    const ItemSpec* spec = nullptr;
    ItemStatus status = ItemStatus::open; // `done` is shown as "met" for requirements
    std::vector<SignOff> sign_offs;       // one an owner, in the guide's order
    std::string reason;                   // of a waiver or of "not applicable"
    std::string approver;                 // of a waiver
    std::string expires;                  // of a waiver: RFC 3339 date or time; empty: never
    Said disposed;                        // who waived it or said that it does not apply
    std::vector<std::string> evidence;    // links, sorted
    TextField note;
    bool disputed = false; // any of its registers is

    bool settled() const {
        return status == ItemStatus::done || status == ItemStatus::waived || status == ItemStatus::not_applicable;
    }
};

enum class Answer { none, go, no_go, withdrawn };

struct Vote {
    std::string role;
    Answer answer = Answer::none; // a disputed vote reads no_go
    std::string reason;
    Said said;
    std::map<std::string, std::string> basis; // part → digest of what was voted on
    std::vector<std::string> changed;         // parts that are different now: not empty = stale
    bool disputed = false;

    bool stale() const { return answer != Answer::none && answer != Answer::withdrawn && !changed.empty(); }
    bool counts_as_go() const { return answer == Answer::go && !stale() && !disputed; }
};

struct Window {
    std::string start, end, zone; // local "2026-11-25T21:00" and IANA zone
    std::int64_t from_ms = 0, to_ms = 0;
    std::string none_reason; // "no window needed"
    Said said;
    bool disputed = false;
};

struct Incident {
    std::string id;
    int severity = 3; // 1 the worst … 5; 1 and 2 are critical (PagerDuty's severities)
    std::string text;
    std::string state = "open"; // open, mitigated, resolved
    Said opened;
    bool critical() const { return severity <= 2; }
    bool open() const { return state != "resolved"; }
};

struct ActionItem {
    std::string id, text, owner, due;
};

struct PhaseChange {
    Phase from = Phase::draft;
    Phase to = Phase::draft;
    std::string as, reason, override_reason;
    Said said;
};

struct ConflictHead {
    OpId id;
    Value value;
    std::string kind;
    Said said;
};
struct Conflict {
    std::string about;               // register
    std::vector<ConflictHead> heads; // in order of their times
};

struct State {
    TextField product, name, version, type, critical_issue;
    TextField rollback_plan, last_good, rollback_verified;
    std::map<std::string, TextField> notes;                 // by field key; every field of the guide is there
    std::map<std::string, std::vector<std::string>> people; // role → names, sorted; every role of the guide is there

    Phase phase = Phase::draft; // as it stands: an approval that lost its basis reads Deciding
    bool phase_disputed = false;
    std::vector<std::string> approval_lost; // what changed after the go, if that is why it reads Deciding
    std::optional<PhaseChange> last_change; // the recorded one
    std::vector<PhaseChange> way;           // all recorded changes, in order

    std::vector<Item> requirements, checklist, playbook;
    std::vector<Vote> votes; // one a voter of the guide, in its order
    std::optional<Window> window;
    std::vector<Incident> incidents;
    std::string handed_off;                       // "", "stable" or "rolled-back"
    std::map<std::string, std::string> artifacts; // kind → link, or "none: reason"
    std::map<std::string, std::vector<std::string>> participants;
    std::vector<ActionItem> actions;

    std::vector<Conflict> conflicts; // by register
    std::size_t forks = 0;
    bool closed_to_us = false; // holds a critical op of a newer version: gates refuse

    std::map<std::string, std::string>
        content;        // part → digest of what a vote is bound to: requirements plan window notes version
    std::string digest; // of this derived state alone: same ops, same digest, natively and in wasm

    const Item* item(std::string_view key) const;
    const Vote* vote(std::string_view role) const;
    bool holds(std::string_view role, std::string_view person) const;
    std::vector<std::string> roles_of(std::string_view person) const;
    std::size_t settled(const std::vector<Item>& items) const;
};

State derive(const Log& log, const Guide& guide);

} // namespace desk
