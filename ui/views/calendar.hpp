// Calendar: what is deployed next, what collides, and what has no window yet (guide RC-3, DC-1).
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"
#include "ui/views/agenda.hpp"

#include <cstddef>
#include <string>

namespace desk::ui {

struct CalendarViewState {
    Agenda agenda;
    std::string product;    // empty: all
    std::size_t shown = 40; // entries of those to come
    bool past_open = false;
};

void draw_calendar(Ui&, const Model&, CalendarViewState&, Rect page, Intents&);

} // namespace desk::ui
