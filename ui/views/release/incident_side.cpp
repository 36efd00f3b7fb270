// What stands beside the Incident section: where production goes back to, how it stands, what happened.
#include "ui/views/release/incident.hpp"

#include "core/incident/messages.hpp"
#include "core/incident/timeline.hpp"
#include "core/rules/gate.hpp"
#include "ui/views/release/next_step.hpp"

namespace desk::ui {

namespace {

// A button as wide as the panel.
bool wide(const Part& p, Stack& s, Id id, std::string_view label, const ButtonOptions& options = {}) {
    const Rect at = s.take(control_height(p.ui), 8);
    return s.draw && button(p.ui, at, id, label, options);
}

} // namespace

void lay_rollback_target(const Part& p, Stack& s) {
    const desk::State& state = p.state();
    const TextStyle quiet{.size = TextSize::small, .colour = p.ui.theme->muted};
    if (!state.irreversible.text.empty()) {
        const Rect at = s.take(notice_height(p.ui, s.box.w, state.irreversible.text, "Roll forward only"), 8);
        if (s.draw)
            notice(p.ui, at, "forward", StatusKind::warning, state.irreversible.text, Icon::arrow_right,
                   "Roll forward only");
        return;
    }
    const auto good = last_known_good(p.release, p.around);
    const std::string& named = state.last_good.text;
    const Rect line = s.take(28, 2);
    if (s.draw)
        text(p.ui, line,
             named.empty()              ? "Not named"
             : named == "first-release" ? "First release"
                                        : named,
             {.size = TextSize::display, .weight = Weight::strong});
    if (good && good->version == named)
        s.wrapped("Last known-good, stable since " + time_phrase(p.model, good->stable_ms), quiet, 8);
    else if (good)
        s.wrapped("By its history the last known-good release is " + good->version + ", stable since " +
                      time_phrase(p.model, good->stable_ms),
                  quiet, 8);
    else
        s.wrapped("This copy knows no other stable release of the product", quiet, 8);
    if (good && good->version != named && !p.ended() && wide(p, s, "take-good", "Name " + good->version))
        p.act(command::SetField{"rollback:last-good", good->version}, "Target named",
              named.empty() ? std::optional<Command>() : command::SetField{"rollback:last-good", named});
    lay_refusal(p, s, "rollback:last-good");
    const bool back = p.phase == Phase::rolling_back || state.was_rolled_back();
    const bool verified = back && state.rollback_verified.text == named;
    s.fact("Executed by", p.people_or_nobody("developers"));
    s.fact("Target live", verified ? "Verified by " + state.rollback_verified.said.by + ", " +
                                         short_time(p.model, state.rollback_verified.said.at_ms)
                                   : "Not verified yet");
    if (p.phase == Phase::rolling_back && !verified &&
        wide(p, s, "verify", "Verify target live", {.icon = Icon::check}))
        p.act(command::SetField{"rollback:verified", named}, "Target verified live");
    lay_refusal(p, s, "rollback:verified");
}

void lay_incident_state(const Part& p, Stack& s, const Incident& incident) {
    s.fact("Severity", std::to_string(incident.severity) + (incident.critical() ? ", critical" : ""));
    s.fact("State", incident.state);
    s.fact("Began", time_text(p.model, incident.started_ms));
    s.fact("Detected", time_text(p.model, incident.opened.at_ms) + ", " + incident.opened.by);
    if (incident.mitigated_ms) s.fact("Mitigated", time_text(p.model, *incident.mitigated_ms));
    if (incident.resolved_ms) s.fact("Resolved", time_text(p.model, *incident.resolved_ms));
    if (p.ended()) return;
    s.gap(4);
    const auto to = [&](const char* state, const char* done) {
        p.act(command::SetIncidentState{incident.id, state}, done,
              command::SetIncidentState{incident.id, incident.state});
    };
    if (incident.state == "open" && wide(p, s, "mitigate", "Mark mitigated")) to("mitigated", "Mitigated");
    if (incident.open() && wide(p, s, "resolve", "Resolve incident", {.icon = Icon::check})) to("resolved", "Resolved");
    if (!incident.open() && wide(p, s, "reopen", "Reopen incident")) to("open", "Reopened");
    const Rect line = s.take(compact_height(p.ui), 4);
    if (!s.draw) return;
    const ButtonOptions quiet{.kind = ButtonKind::ghost, .compact = true};
    Rect at = line;
    if (button(p.ui, at.cut_left(button_width(p.ui, "Severity…", quiet), 4), "severity", "Severity…", quiet))
        ask_severity(p, incident);
    if (button(p.ui, at.cut_left(button_width(p.ui, "When it began…", quiet), 4), "began", "When it began…", quiet))
        ask_incident_start(p, incident);
}

void lay_timeline(const Part& p, Stack& s, const Incident& incident) {
    constexpr float clock_width = 44;
    const auto entries = incident_timeline(p.release, incident);
    const TextStyle small{.size = TextSize::small, .silent = true};
    if (s.draw) begin_group(p.ui, Role::list, "timeline", "Timeline", s.box.with_height(1));
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const std::string when = short_time(p.model, entry->at_ms), words = entry->text();
        const float room = s.box.w - clock_width - 16;
        const float height = wrapped_height(p.ui, words, room, TextSize::small);
        const Rect row = s.take(height, 8);
        if (!s.draw) continue;
        IdScope scope(static_cast<int>(entry - entries.rbegin()));
        begin_group(p.ui, Role::list_item, "entry", when + " " + words, row);
        text(p.ui, {row.x, row.y, clock_width, 16}, when,
             {.size = TextSize::small, .colour = p.ui.theme->muted, .silent = true});
        disc(p.ui, {row.x + clock_width + 4, row.y + 8}, 3,
             entry->bad ? p.ui.theme->status(StatusKind::incident).text : p.ui.theme->border_strong);
        text_wrapped(p.ui, {row.x + clock_width + 16, row.y, room, height}, words, small);
        end_group(p.ui);
    }
    if (s.draw) end_group(p.ui);
}

} // namespace desk::ui
