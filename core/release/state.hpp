// What a release is at present, derived from its log and guide: values only, for views, guards and reports.
//
// It depends on the set of ops alone, not on a clock; what the clock adds (a passed window, an expired waiver) is asked
// of core/rules with the time given. Where heads differ the safe reading stands here and the field is `disputed`:
// a disputed tick is not done, a disputed vote is no-go, a disputed phase the earlier one.
#pragma once

#include "core/log/log.hpp"
#include "core/release/incident.hpp"
#include "core/release/item.hpp"
#include "core/release/phase.hpp"
#include "core/release/window.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

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
    TextField lead_time_start; // when its oldest commit was made, RFC 3339; "": nobody has said
    TextField irreversible;    // why there is no way back (a migration that cannot be undone); "" if there is one
    std::map<std::string, TextField> notes;                 // by field key; every field of the guide is there
    std::map<std::string, std::vector<std::string>> people; // role → names, sorted; every role of the guide is there

    Phase phase = Phase::draft; // as it stands: an approval that lost its basis reads Deciding
    bool phase_disputed = false;
    std::vector<std::string> approval_lost; // what changed after the go, if that is why it reads Deciding
    std::optional<PhaseChange> last_change; // the recorded one
    std::vector<PhaseChange> way;           // all recorded changes, in order

    std::vector<Item> requirements, checklist;
    std::vector<Vote> votes; // one a voter of the guide, in its order
    std::optional<Window> window;
    std::vector<Freeze> freezes;        // recorded here; others count too (core/windows/conflicts.hpp)
    std::vector<Incident> incidents;    // in the order in which they were opened
    std::vector<SentMessage> announced; // DC-8: what somebody says they have sent, in the order of the ops
    std::string handed_off;             // "", "stable" or "rolled-back"
    Said handed_off_said;
    std::map<std::string, Artifact> artifacts;                    // by kind
    std::map<std::string, std::vector<std::string>> participants; // role → names, sorted
    std::map<std::string, std::string> excused;                   // role → why nobody of it took part
    std::vector<ActionItem> actions;

    std::vector<Conflict> conflicts; // by register
    bool guide_disputed = false;     // two copies adopted different guides: the one before them holds
    std::string guide_missing;       // digest of a guide that was adopted and is not here: the one before it holds
    std::size_t forks = 0;
    bool closed_to_us = false; // holds a critical op of a newer version: gates refuse

    std::map<std::string, std::string>
        content; // part → digest of what a vote is bound to: requirements plan window notes version

    // A requirement, checklist item, or step of the present incident's playbook.
    const Item* item(std::string_view key) const;
    // The incident whose playbook is at work: the newest that is not resolved, else the newest. Null: there was none.
    const Incident* incident() const;
    const Incident* incident(std::string_view id) const;
    bool in_incident() const;     // one is not resolved
    bool was_rolled_back() const; // in its last phases, too
    const Vote* vote(std::string_view role) const;
    bool holds(std::string_view role, std::string_view person) const;
    std::vector<std::string> roles_of(std::string_view person) const;
};

State derive(const Log& log, const Guide& guide);

} // namespace desk
