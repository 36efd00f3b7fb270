#include "core/incident/messages.hpp"

#include "core/time/rfc3339.hpp"

namespace desk {

namespace {

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string clock_text(std::int64_t ms_utc, std::int32_t offset_minutes) {
    const CivilTime time = civil_time(ms_utc, offset_minutes);
    return two(time.hour) + ":" + two(time.minute) + " " + offset_name(offset_minutes);
}

// What people wrote, as a sentence: with a full stop, unless they gave it an end.
std::string as_sentence(const std::string& text) {
    const bool ended = !text.empty() && std::string_view(".!?").find(text.back()) != std::string_view::npos;
    return ended ? text : text + ".";
}

// How it stands, for people who do not know the phases of a release.
std::string standing(const Release& release, const Incident& incident) {
    const State& state = release.state();
    if (incident.state == "resolved") return "It is resolved.";
    if (state.was_rolled_back()) return "We are back on the previous version.";
    if (state.phase == Phase::rolling_back) return "We are returning to the previous version.";
    if (incident.state == "mitigated") return "The harm is stopped, and we are working on the cause.";
    return "We are working on it.";
}

std::string for_insiders(const Release& release, const Incident& incident) {
    const State& state = release.state();
    const std::string title = state.product.text + " " + state.version.text;
    if (state.phase == Phase::rolling_back) return title + " is being rolled back to " + state.last_good.text + ".";
    if (state.was_rolled_back()) return title + " is rolled back to " + state.last_good.text + ".";
    if (!state.irreversible.text.empty() && incident.open())
        return title + " cannot be rolled back; it is fixed forward.";
    return title + " is in production.";
}

} // namespace

const std::vector<Audience>& incident_audiences() {
    static const std::vector<Audience> audiences = {
        {"customers", "Customers", "support-lead", "inform-customers"},
        {"stakeholders", "Stakeholders", "project-manager", "update-stakeholders"},
        {"support", "Support team", "support-lead", ""},
    };
    return audiences;
}

std::string offset_name(std::int32_t offset_minutes) {
    if (offset_minutes == 0) return "UTC";
    const std::int32_t size = offset_minutes < 0 ? -offset_minutes : offset_minutes;
    std::string name = (offset_minutes < 0 ? "UTC-" : "UTC+") + std::to_string(size / 60);
    if (size % 60 != 0) name += ":" + two(size % 60);
    return name;
}

std::string incident_message(const Release& release, const Incident& incident, std::string_view audience,
                             std::int32_t offset_minutes) {
    const std::string since = clock_text(incident.started_ms, offset_minutes);
    if (audience == "customers")
        return "Since " + since + " there is a problem with " + release.state().product.text + ": " +
               as_sentence(incident.text) + " " + standing(release, incident);
    std::string text = "Incident of severity " + std::to_string(incident.severity) + " since " + since + ": " +
                       as_sentence(incident.text) + " " + for_insiders(release, incident) + " " +
                       standing(release, incident);
    const std::string& impact = incident.report.at("impact").text;
    if (!impact.empty()) text += " Impact: " + as_sentence(impact);
    const auto known = release.state().notes.find("known-issues"); // a team's guide may have no such field
    if (audience == "support" && known != release.state().notes.end() && !known->second.text.empty())
        text += " Known issues of this release: " + known->second.text;
    return text;
}

} // namespace desk
