// The coming seven days side by side, with the windows and freezes of each: in Calendar, and under the releases.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"
#include "ui/views/agenda.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace desk::ui {

struct Week {
    std::vector<std::vector<const AgendaEntry*>> days; // empty: none is to be shown
    std::vector<const AgendaEntry*> entries;           // all that stand in these days, once each
    std::int64_t first = 0;                            // as own_day tells it

    float height(const Ui&) const;
};

// None where there is no room for columns, or nothing in these days.
Week week_of(const Ui&, const Model&, const std::vector<const AgendaEntry*>& coming);
void draw_week(Ui&, const Model&, const Week&, Rect strip, Intents&);

// The week as a card of its own, "Deployment windows", of one product or of all if it is empty; leads to the place
// Calendar. Takes its place off the body; nothing where there is no week to be shown. The agenda is to be up to date.
void draw_week_card(Ui&, const Model&, const Agenda&, const std::string& product, Rect& body, Intents&);

} // namespace desk::ui
