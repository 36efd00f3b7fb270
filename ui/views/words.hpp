// Times, counts and titles in the app's words: the same in every view.
#pragma once

#include "core/release/state.hpp"
#include "core/rules/wording.hpp"
#include "ui/app/model.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace desk::ui {

// "Today 13:52", "Yesterday 09:10", "Wed 25 Nov, 21:00"; the year only when it is another one. In the user's own time.
std::string time_text(const Model&, std::int64_t ms_utc);
// The same inside a sentence: "today 13:52".
std::string time_phrase(const Model&, std::int64_t ms_utc);
// The same for a local time as it stands in a window ("2026-11-25T21:00"), in the zone that it belongs to. The text
// itself if it is no such time.
std::string local_time_text(const Model&, std::string_view local);
// "14:05" today, else "Yesterday" or "25 Nov".
std::string short_time(const Model&, std::int64_t ms_utc);
// "just now", "5 min ago", "3 h ago", "yesterday", "4 days ago".
std::string age_text(const Model&, std::int64_t ms_utc);

// The same moments on the user's own clocks; nothing if these are the clocks of the span, or not known.
std::optional<TimeSpan> own_span(const Model&, const TimeSpan&);

// "31 KB", "1.2 MB", "4.0 GB".
std::string size_words(std::uint64_t bytes);
// "Checkout 4.2.0"; what is missing is left out; "Unnamed release" if all is.
std::string title_of(const desk::State&);
// The name of its type by its guide ("Minor"); the key itself if the guide does not know it.
std::string type_name(const Release&);

// "Key: N" for a tooltip; empty if the act has none, or keys of one character are off.
std::string key_tip(const Model&, std::string_view act);

// Where the user is, for the window's title: "Releases", "Checkout 4.2.0, Readiness".
std::string place_title(const Model&);
std::string_view name_of(Place);
std::string_view name_of(Section);

} // namespace desk::ui
