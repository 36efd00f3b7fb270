// The guards of the phase table, one function each. A guard adds a blocker for each thing that is missing; it never
// stops at the first.
#pragma once

#include "core/rules/gate.hpp"

#include <string>
#include <vector>

namespace desk::guards {

// Whose turn it is, for the blockers.
inline const std::vector<std::string> manager = {"release-manager"};
inline const std::vector<std::string> scrum_master = {"scrum-master"};

struct Check {
    const Release& release;
    const Surroundings& around;
    Gate& gate;

    const State& state() const { return release.state(); }
    void missing(Blocker blocker) const { gate.blockers.push_back(std::move(blocker)); }
};

void identity(const Check& check);               // type, name, valid and unique version, Release Manager
void people(const Check& check);                 // RC-1 … RC-11: every role that the guide needs has a person
void requirements(const Check& check);           // PR-1 … PR-10
void rollback_prepared(const Check& check);      // plan, and last known-good or first release
void checklist(const Check& check, Stage stage); // DC-1 … DC-9 of one stage
void smoke_tests_recorded(const Check& check);   // DC-3
void votes(const Check& check);                  // RC-2
void window(const Check& check);                 // RC-3: now, or not now
void window_ahead(const Check& check);           // RC-3: it has not passed, where the go is recorded
void no_freeze(const Check& check);              // deny beats allow
void window_conflicts(const Check& check);       // advice alone
void product_incident(const Check& check);       // another release of the product has a critical incident
void no_critical_incident(const Check& check);
void rollback_possible(const Check& check);  // RB-0, RB-3
void rollback_executed(const Check& check);  // RB-4
void handed_off(const Check& check);         // HR-1, HR-3, RB-8
void retrospective_held(const Check& check); // HR-4

} // namespace desk::guards
