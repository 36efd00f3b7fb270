// The Incident section: playbook, action items, messages, report; and what stands beside and above it.
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

// The one that is shown: the one chosen, else the present one. Null: there was none.
const Incident* shown_incident(const Part&);
// Whether it is the one at which commands on the playbook aim.
bool is_present(const Part&, const Incident&);

void draw_incident(const Part&, Rect& body);

// incident_acts.cpp: the dialogs.
void ask_open_incident(const Part&);
void ask_incident_note(const Part&, const Incident&);
void ask_severity(const Part&, const Incident&);
void ask_incident_start(const Part&, const Incident&);
void ask_action(const Part&, const ActionItem* changed); // null: a new one
void ask_proposal(const Part&, const ActionItem&);
// What would end the incident next, by the phase: start or confirm the rollback. Null if the phase has no such way.
const Transition* rollback_way(const Part&);

// incident_cards.cpp
void draw_playbook(const Part&, Rect& body, const Incident&);
void draw_messages(const Part&, Rect& body, const Incident&);
void draw_report(const Part&, Rect& body, const Incident&);
void draw_actions(const Part&, Rect& body);

// incident_side.cpp: parts of the side panel.
void lay_rollback_target(const Part&, Stack&);
void lay_incident_state(const Part&, Stack&, const Incident&);
void lay_timeline(const Part&, Stack&, const Incident&);

// incident_banner.cpp: over every section of the release while an incident is open.
void draw_incident_banner(const Part&, Rect& page);
const Incident* banner_incident(const Part&); // the one that it tells of; null: there is no banner

} // namespace desk::ui
