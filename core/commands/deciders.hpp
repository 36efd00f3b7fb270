// One function for each command, called by `decide`. Each either writes ops or lists why not.
#pragma once

#include "core/commands/command.hpp"
#include "core/commands/op_writer.hpp"

#include <string>
#include <vector>

namespace desk::deciders {

struct Desk {
    const Release& release;
    const Author& author;
    const Surroundings& around;
    OpWriter& writer;
    std::vector<Blocker>& blockers;

    const State& state() const { return release.state(); }
    const Guide& guide() const { return release.guide(); }
    Phase phase() const { return phase_now(release.state(), around); }
    // Ends a decider: `return desk.refuse({...});`
    void refuse(Blocker blocker) const { blockers.push_back(std::move(blocker)); }
    bool refused() const { return !blockers.empty(); }
    // Refuses unless the author holds the role.
    void must_hold(const std::string& role) const;
    // Refuses if the text is empty; `what` begins the sentence: "Reason".
    void must_say(const std::string& text, const char* what, const char* fix) const;
};

// Refuses if the release is in production: what identifies it is fixed then (SemVer 2.0.0 §3).
void identity_may_change(const Desk& desk, const std::string& about);

// Refuses to sign the checklist item of the window before there is one.
void window_is_set(const Desk& desk, const Item& item);
// Where that item does not apply, a window that was set is taken away with it.
void no_window_needed(const Desk& desk, const Item& item, const std::string& reason);

void carry_out(const Desk& desk, const command::SetField& command);
void carry_out(const Desk& desk, const command::Assign& command);
void carry_out(const Desk& desk, const command::Unassign& command);
void carry_out(const Desk& desk, const command::Sign& command);
void carry_out(const Desk& desk, const command::Waive& command);
void carry_out(const Desk& desk, const command::NotApplicable& command);
void carry_out(const Desk& desk, const command::AddEvidence& command);
void carry_out(const Desk& desk, const command::DropEvidence& command);
void carry_out(const Desk& desk, const command::CastVote& command);
void carry_out(const Desk& desk, const command::Advance& command);
void carry_out(const Desk& desk, const command::SetWindow& command);
void carry_out(const Desk& desk, const command::AddFreeze& command);
void carry_out(const Desk& desk, const command::LiftFreeze& command);
void carry_out(const Desk& desk, const command::OpenIncident& command);
void carry_out(const Desk& desk, const command::SetIncidentState& command);
void carry_out(const Desk& desk, const command::SetSeverity& command);
void carry_out(const Desk& desk, const command::SetIncidentStart& command);
void carry_out(const Desk& desk, const command::NoteIncident& command);
void carry_out(const Desk& desk, const command::WriteReport& command);
void carry_out(const Desk& desk, const command::RecordMessage& command);
void carry_out(const Desk& desk, const command::AddCommits& command);
void carry_out(const Desk& desk, const command::HandOff& command);
void carry_out(const Desk& desk, const command::AddArtifact& command);
void carry_out(const Desk& desk, const command::AddParticipant& command);
void carry_out(const Desk& desk, const command::DropParticipant& command);
void carry_out(const Desk& desk, const command::EverybodyTookPart& command);
void carry_out(const Desk& desk, const command::ExcuseRole& command);
void carry_out(const Desk& desk, const command::AddAction& command);
void carry_out(const Desk& desk, const command::ProposeGuideChange& command);
void carry_out(const Desk& desk, const command::AdoptGuide& command);
void carry_out(const Desk& desk, const command::Undo& command);
void carry_out(const Desk& desk, const command::Resolve& command);

} // namespace desk::deciders
