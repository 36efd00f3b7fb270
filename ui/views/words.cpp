#include "ui/views/words.hpp"

#include "core/rules/wording.hpp"
#include "core/time/durations.hpp"
#include "ui/app/shortcuts.hpp"

#include "core/time/rfc3339.hpp"

#include <array>
#include <cstdio>

namespace desk::ui {

namespace {

std::int64_t day_of(std::int64_t ms) { return ms >= 0 ? ms / day_ms : (ms - day_ms + 1) / day_ms; }

// `local_ms`: a moment as if its zone were UTC.
std::string day_and_time(std::int64_t local_ms, std::int64_t local_now_ms) {
    constexpr std::array<const char*, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const CivilTime at = civil_time(local_ms), now = civil_time(local_now_ms);
    std::array<char, 8> clock{};
    std::snprintf(clock.data(), clock.size(), "%02u:%02u", static_cast<unsigned>(at.hour) % 24,
                  static_cast<unsigned>(at.minute) % 60);
    const std::int64_t days_away = day_of(local_ms) - day_of(local_now_ms);
    if (days_away == 0) return std::string("Today ") + clock.data();
    if (days_away == -1) return std::string("Yesterday ") + clock.data();
    if (days_away == 1) return std::string("Tomorrow ") + clock.data();
    std::string text = days[static_cast<std::size_t>(at.weekday)];
    text += ' ' + std::to_string(at.day) + ' ' + months[static_cast<std::size_t>(at.month - 1)];
    if (at.year != now.year) text += ' ' + std::to_string(at.year);
    return text + ", " + clock.data();
}

} // namespace

std::string time_text(const Model& model, std::int64_t ms_utc) {
    // At another time of the year clocks may show another offset than now.
    return day_and_time(model.own_ms(ms_utc), model.now_ms + model.utc_offset_minutes * minute_ms);
}

std::string time_phrase(const Model& model, std::int64_t ms_utc) {
    std::string text = time_text(model, ms_utc);
    const bool relative = text.find(',') == std::string::npos; // "Tue 25 Nov, 21:00" is not
    if (relative) text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string short_time(const Model& model, std::int64_t ms_utc) {
    std::string text = time_text(model, ms_utc);
    if (text.compare(0, 6, "Today ") == 0) return text.substr(6);
    if (const auto space = text.find(' '); text.compare(0, 10, "Yesterday ") == 0) return text.substr(0, space);
    const auto comma = text.find(',');
    const auto space = text.find(' ');
    if (comma == std::string::npos || space == std::string::npos || space > comma) return text;
    return text.substr(space + 1, comma - space - 1);
}

std::string local_time_text(const Model& model, std::string_view local) {
    const bool without_seconds = local.size() == 16;
    const auto ms = parse_rfc3339(std::string(local) + (without_seconds ? ":00Z" : "Z"));
    if (!ms) return std::string(local);
    return day_and_time(*ms, model.now_ms + model.utc_offset_minutes * minute_ms);
}

std::string age_text(const Model& model, std::int64_t ms_utc) {
    const std::int64_t age = model.now_ms - ms_utc;
    if (age < minute_ms) return "just now";
    if (age < hour_ms) return std::to_string(age / minute_ms) + " min ago";
    if (age < day_ms) return std::to_string(age / hour_ms) + " h ago";
    if (age < 2 * day_ms) return "1 day ago";
    return std::to_string(age / day_ms) + " days ago";
}

std::optional<TimeSpan> own_span(const Model& model, const TimeSpan& span) {
    const std::string& zone = model.own_zone;
    const auto at_start = model.zones.offset(zone, span.from_ms), at_end = model.zones.offset(zone, span.to_ms);
    if (zone == span.zone || !at_start || !at_end) return std::nullopt;
    return TimeSpan{local_text(span.from_ms, *at_start), local_text(span.to_ms, *at_end), zone, span.from_ms,
                    span.to_ms};
}

std::string size_words(std::uint64_t bytes) {
    if (bytes < 1024) return std::to_string(bytes) + " bytes";
    if (bytes < 1024 * 1024) return std::to_string((bytes + 512) / 1024) + " KB";
    const bool giga = bytes >= std::uint64_t{1024} * 1024 * 1024;
    const std::uint64_t tenths = (bytes >> (giga ? 20U : 10U)) * 10 / 1024;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + (giga ? " GB" : " MB");
}

std::string title_of(const desk::State& state) {
    std::string title = state.product.text;
    if (!title.empty() && !state.version.text.empty()) title += ' ';
    title += state.version.text;
    return title.empty() ? "Unnamed release" : title;
}

std::string type_name(const Release& release) {
    const std::string& key = release.state().type.text;
    for (const ReleaseTypeSpec& type : release.guide().types)
        if (type.key == key) return type.name;
    return key;
}

std::string_view name_of(Place place) {
    switch (place) {
    case Place::releases:
        return "Releases";
    case Place::my_work:
        return "My work";
    case Place::calendar:
        return "Calendar";
    case Place::metrics:
        return "Metrics";
    case Place::guide:
        return "Guide";
    case Place::import:
        return "Import";
    case Place::settings:
        return "Settings";
    }
    return "Releases";
}

std::string_view name_of(Section section) {
    switch (section) {
    case Section::overview:
        return "Overview";
    case Section::readiness:
        return "Readiness";
    case Section::checklist:
        return "Checklist";
    case Section::decision:
        return "Decision";
    case Section::notes:
        return "Notes";
    case Section::incident:
        return "Incident";
    case Section::hand_off:
        return "Hand-off";
    case Section::history:
        return "History";
    }
    return "Overview";
}

std::string key_tip(const Model& model, std::string_view act) {
    const std::string keys = model.single_keys ? keys_of(act, false) : std::string();
    return keys.empty() ? keys : "Key: " + keys;
}

std::string place_title(const Model& model) {
    if (model.route.release.empty()) return std::string(name_of(model.route.place));
    const Release* release = model.release(model.route.release);
    if (!release) return "Release";
    return title_of(release->state()) + ", " + std::string(name_of(model.route.section));
}

} // namespace desk::ui
