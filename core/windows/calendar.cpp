#include "core/windows/calendar.hpp"

#include "core/rules/wording.hpp"
#include "core/time/rfc3339.hpp"

#include <algorithm>

namespace desk {

namespace {

// RFC 5545 §3.3.11: text keeps no control characters but line ends, and four characters are escaped.
std::string escaped(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
        if (c == '\n' || c == '\r')
            result += "\\n";
        else if (c == '\\' || c == ';' || c == ',')
            (result += '\\') += c;
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
            result += c;
        else if (c == '\t')
            result += ' ';
    }
    return result;
}

// RFC 5545 §3.1: a line has at most 75 octets, its continuations begin with a space; no character is cut.
void line(std::string& out, std::string_view text) {
    std::size_t room = 75;
    while (text.size() > room) {
        std::size_t cut = room;
        while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
        if (cut == 0) cut = room; // no character is so long: this is not UTF-8
        out.append(text.substr(0, cut)) += "\r\n ";
        text.remove_prefix(cut);
        room = 74;
    }
    out.append(text) += "\r\n";
}

// "20261125T200000Z".
std::string stamp(std::int64_t utc_ms) {
    std::string text = rfc3339(utc_ms);
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

const char* status_of(Phase phase) {
    if (phase == Phase::cancelled) return "CANCELLED";
    return phase != Phase::on_hold && progress_of(phase) >= progress_of(Phase::approved) ? "CONFIRMED" : "TENTATIVE";
}

void event(std::string& out, const Release& release, const Surroundings& around) {
    const State& state = release.state();
    const Window& window = *state.window;
    const Phase phase = phase_now(state, around);
    std::string title = "Deploy " + state.product.text + " " + state.version.text;
    if (!state.name.text.empty()) title += ", " + state.name.text;
    const std::string about = "Window: " + span_words(window, around.now_ms) +
                              "\nPhase: " + std::string(name_of(phase)) + "\n" +
                              owners_text(release, {"release-manager"});
    line(out, "BEGIN:VEVENT");
    line(out, "UID:" + release.id() + "@release-desk.octoacme");
    line(out, "DTSTAMP:" + stamp(window.said.at_ms));
    // How often it was moved: calendars take the greater one.
    line(out, "SEQUENCE:" + std::to_string(release.log().history("window").size() - 1));
    line(out, "DTSTART:" + stamp(window.from_ms));
    line(out, "DTEND:" + stamp(window.to_ms));
    line(out, "SUMMARY:" + escaped(title));
    line(out, "DESCRIPTION:" + escaped(about));
    line(out, "STATUS:" + std::string(status_of(phase)));
    line(out, "END:VEVENT");
}

} // namespace

std::string calendar_text(const std::vector<const Release*>& releases, const Surroundings& around) {
    std::string out;
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//OctoAcme//Release Desk//EN");
    for (const Release* release : releases)
        if (const auto& window = release->state().window; window && window->set()) event(out, *release, around);
    line(out, "END:VCALENDAR");
    return out;
}

} // namespace desk
