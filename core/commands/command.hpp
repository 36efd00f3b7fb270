// What a person asks for, as a value, and what the core answers: ops, or a refusal with its reasons. Every front
// end goes through `decide`, so that no rule can be skipped.
#pragma once

#include "core/release/release.hpp"
#include "core/rules/gate.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace desk {

// Who acts, on which copy, when. `actor` is the running copy's; `by` must not be empty.
struct Author {
    std::string actor;
    std::string by;
    std::int64_t now_ms = 0;
};

namespace command {

struct SetField {      // product name version type critical-issue notes:<field> rollback:plan rollback:last-good
                       // rollback:verified rollback:irreversible lead-time:start note:<item>
    std::string about; // register
    std::string text;
};
struct Assign {
    std::string role, person;
};
struct Unassign {
    std::string role, person;
};
struct Sign { // a requirement, checklist item or playbook step
    std::string item;
    std::vector<std::string> as;       // empty: every owner role that `by` holds
    bool done = true;                  // false takes the sign-off back, and a waiver or "not applicable" with it
    std::vector<std::string> evidence; // links to add
    std::optional<std::string> note;
};
struct Waive { // requirements only
    std::string item, reason, approver, expires;
};
struct NotApplicable { // only where the guide says "if needed" or "if applicable"
    std::string item, reason;
};
struct AddEvidence {
    std::string item, url;
};
struct DropEvidence {
    std::string item, url;
};
struct CastVote {
    std::string role;
    Answer answer = Answer::go; // go, no_go, withdrawn
    std::string reason;         // required for no-go
};
struct Advance {
    Phase to = Phase::preparing;
    std::string as; // role key; empty: a role of the table that `by` holds
    std::string reason;
    std::string override_reason;
};
struct SetWindow {                // local times in an IANA zone, resolved by Surroundings::zones; or why none is needed
    std::string start, end, zone; // "2026-11-25T21:00"
    std::string none_reason = {};
};
struct AddFreeze {
    std::string id; // fresh
    std::string start, end, zone, reason;
    bool everywhere = false; // for all products
};
struct LiftFreeze { // on the release on which it is recorded, also when that one is over
    std::string id;
};
struct OpenIncident {
    std::string id; // fresh, given by the caller
    int severity = 3;
    std::string text;
};
struct SetIncidentState {
    std::string id, state; // open, mitigated, resolved
};
struct SetSeverity {
    std::string id;
    int severity = 3;
};
struct SetIncidentStart {  // when it began, if that was before it was opened
    std::string id, at;    // RFC 3339; with a zone a local time in it, as of a window
    std::string zone = {}; // IANA name
};
struct NoteIncident { // a timeline entry
    std::string incident;
    std::string id; // fresh
    std::string text;
    std::int64_t at_ms = 0; // when it happened; 0: now
};
struct WriteReport { // one part of the incident report
    std::string incident, field, text;
};
struct RecordMessage {    // that a message was sent
    std::string incident; // that it is about; empty: about the release itself, an announcement (DC-8)
    std::string id;       // fresh
    std::string audience, text;
};
struct AddCommits {   // sorts pasted commits into the notable changes (core/notes/commits.hpp)
    std::string text; // as it was pasted
};
struct HandOff {};
struct AddArtifact {
    std::string kind, url, none_reason; // `url`: a link or the text itself
};
struct AddParticipant {
    std::string role, person;
};
struct DropParticipant {
    std::string role, person;
};
struct EverybodyTookPart {}; // all who hold a role of the release
struct ExcuseRole {          // nobody of the role took part, and why; an empty reason takes that back
    std::string role, reason;
};
struct AddAction { // or changes the one with this id
    std::string id, text, owner, due;
};
struct ProposeGuideChange { // what of the guide should change because of an action item; empty: nothing
    std::string action, text;
};
struct AdoptGuide { // from now on the release follows this one; what was ticked stays (core/rules/adoption.hpp)
    std::shared_ptr<const Guide> guide; // known to the release afterwards only if its holder calls Release::know
};
struct Undo {};  // takes back the author's last change, if nobody has built on it (core/commands/undo.hpp)
struct Resolve { // closes a conflict: `value` is one of the heads' values, or a new one; names all heads
    std::string about;
    Value value;
    std::string kind; // of the chosen head; empty: "set"
};

} // namespace command

using Command =
    std::variant<command::SetField, command::Assign, command::Unassign, command::Sign, command::Waive,
                 command::NotApplicable, command::AddEvidence, command::DropEvidence, command::CastVote,
                 command::Advance, command::SetWindow, command::AddFreeze, command::LiftFreeze, command::OpenIncident,
                 command::SetIncidentState, command::SetSeverity, command::SetIncidentStart, command::NoteIncident,
                 command::WriteReport, command::RecordMessage, command::AddCommits, command::HandOff,
                 command::AddArtifact, command::AddParticipant, command::DropParticipant, command::EverybodyTookPart,
                 command::ExcuseRole, command::AddAction, command::ProposeGuideChange, command::AdoptGuide,
                 command::Undo, command::Resolve>;

using Outcome = tl::expected<std::vector<Op>, Refusal>;

// The ops that carry out the command, ready to be stored and absorbed; or every reason why not. Changes nothing.
Outcome decide(const Release& release, const Command& command, const Author& author, const Surroundings& around);

// The registers that SetField writes, without the notes on single items.
std::vector<std::string> settable_fields(const Guide& guide);

struct NewRelease {
    std::string product, version, type, name;
};
// The ops of a new release in Draft: create, its fields, and the author as its Release Manager.
Outcome create_release(const NewRelease& fields, const Guide& guide, const Author& author, const Surroundings& around);

// The version that follows the product's last stable release for this type; "0.1.0" if there is none.
std::string proposed_version(const std::string& product, const std::string& type, const Surroundings& around);

} // namespace desk
