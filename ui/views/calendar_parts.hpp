// Private to the place Calendar: its parts.
#pragma once

#include "ui/views/calendar.hpp"
#include "ui/widgets/widgets.hpp"

#include <vector>

namespace desk::ui {

using Entries = std::vector<const AgendaEntry*>;

// How many of them something speaks against, and how that is said: "3 windows in conflict".
std::size_t in_conflict(const Entries&);
std::string in_conflict_words(std::size_t count);

// What is next, how many windows something speaks against, and the coming seven days where there is room for them.
void draw_answer(Ui&, const Model&, const Entries& coming, Rect& body, Intents&);

// One window or freeze as a row, of which the head leads to where it is set.
CalendarViewState::Size entry_size(Ui&, const Model&, const AgendaEntry&, float width);
void draw_entry(Ui&, const Model&, const AgendaEntry&, Rect row, float head, Intents&);

void draw_unscheduled(Ui&, const CalendarViewState&, Rect& body, Intents&);
void draw_past(Ui&, const Model&, CalendarViewState&, Rect& body, Intents&);

// All that an entry says.
std::string spoken_of(const Model&, const AgendaEntry&);
// The day on the user's own clocks, counted from 1970; "Wed 25 Nov, tomorrow".
std::int64_t own_day(const Model&, std::int64_t utc_ms);
std::string day_title(const Model&, std::int64_t day);
void open_window(const std::string& release, Intents&);

} // namespace desk::ui
