#include "ui/views/release/hand_off.hpp"

#include "core/metrics/release_metrics.hpp"
#include "ui/views/release/incident.hpp"
#include "ui/views/release/item_parts.hpp"
#include "ui/views/release/pointed.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

constexpr float least_words = 120;

// Label at the left, what it is in the middle, a state at the right, or below where both have no room.
struct Row {
    std::string label, words;
    StatusKind kind = StatusKind::open;
    Icon icon = Icon::circle;
    std::string state = {};
};
void lay_row(const Part& p, Stack& s, const Row& row) {
    const float label = std::min(148.0F, s.box.w * 0.35F);
    const float pill = row.state.empty() ? 0 : status_pill_width(p.ui, row.state) + 8;
    const bool below = pill > 0 && s.box.w - label - pill < least_words;
    const float room = s.box.w - label - (below ? 0 : pill);
    const float height = std::max(20.0F, wrapped_height(p.ui, row.words, room));
    const Rect line = s.take(height + (below ? 24 : 0), 6);
    if (!s.draw) return;
    IdScope scope(row.label);
    begin_group(p.ui, Role::group, "row", row.label + ": " + row.words + (row.state.empty() ? "" : ", " + row.state),
                line);
    text_ellipsis(p.ui, line.with_width(label - 8).with_height(20), row.label,
                  {.size = TextSize::small, .colour = p.ui.theme->muted, .silent = true});
    text_wrapped(p.ui, {line.x + label, line.y, room, height}, row.words, {.silent = true});
    if (!row.state.empty())
        status_pill(p.ui,
                    {below ? line.x + label : line.right() - pill + 8, below ? line.bottom() - 20 : line.y, pill, 20},
                    row.kind, row.state, row.icon);
    end_group(p.ui);
}

bool small_button(const Part& p, Stack& s, Rect& line, Id id, std::string_view label, std::string_view name = {}) {
    const ButtonOptions options{.compact = true, .name = name.empty() ? label : name};
    const Rect at = line.cut_left(button_width(p.ui, label, options), 8);
    return s.draw && button(p.ui, at, id, label, options);
}

void lay_between(const Part& p, Stack& s) {
    const desk::State& state = p.state();
    const bool at_end = p.phase == Phase::stable || p.phase == Phase::rolled_back;
    const bool after = p.phase == Phase::retrospective || p.phase == Phase::closed;
    const bool handed = !state.handed_off.empty() && (after || state.handed_off == key_of(p.phase));
    const std::string outcome = state.handed_off == "rolled-back" ? "rolled back" : "stable";
    lay_row(p, s,
            {"From", p.people_or_nobody("release-manager") + ", " + p.guide().role_name("release-manager"),
             handed ? StatusKind::done : StatusKind::open, handed ? Icon::check : Icon::circle,
             handed   ? "Confirmed " + outcome + ", " + short_time(p.model, state.handed_off_said.at_ms)
             : at_end ? "To hand off"
                      : "Not yet"});
    lay_row(p, s,
            {"To", p.people_or_nobody("scrum-master") + ", " + p.guide().role_name("scrum-master"),
             after ? StatusKind::done : StatusKind::open, after ? Icon::check : Icon::circle,
             after ? "Accepted" : "To accept"});
    const Incident* worst = nullptr;
    for (const Incident& incident : state.incidents)
        if (!worst || review_due_ms(incident) < review_due_ms(*worst)) worst = &incident;
    if (worst && p.phase != Phase::closed && (p.state().was_rolled_back() || worst->critical())) {
        const std::int64_t due = review_due_ms(*worst);
        const bool late = due < p.model.now_ms;
        const std::string strong =
            late ? "The post-incident retrospective is overdue" : "A post-incident retrospective is due";
        const std::string words =
            "By " + time_phrase(p.model, due) + ". " + p.people_or_nobody("scrum-master") + " facilitates it.";
        const Rect at = s.take(notice_height(p.ui, s.box.w, words, strong), 8);
        if (s.draw)
            notice(p.ui, at, "due", late ? StatusKind::incident : StatusKind::warning, words, Icon::clock, strong);
    }
    if (const Item* held = state.item("post-incident-retro"); held && p.phase == Phase::retrospective) {
        const Rect line = s.take(control_height(p.ui), 4);
        if (s.draw && checkbox(p.ui, line, "held", held->spec->text, held->settled())) sign(p, *held, !held->settled());
        lay_refusal(p, s, held->spec->key);
    }
    if (at_end && !handed) {
        const std::string label =
            "Hand off to " +
            (p.people_of("scrum-master").empty() ? p.guide().role_name("scrum-master") : p.people_of("scrum-master"));
        const ButtonOptions options{.icon = Icon::arrow_right};
        const Rect line = s.take(control_height(p.ui), 4);
        if (s.draw && button(p.ui, line.with_width(std::min(line.w, button_width(p.ui, label, options))), "hand-off",
                             label, options))
            p.act(command::HandOff{}, "Handed off");
    }
    lay_refusal(p, s, "hand-off");
}

void ask_artifact(const Part& p, const std::string& kind, const std::string& name, bool none) {
    Question q{none ? "Why is there none?" : "What is attached?", name + ".", none ? "Say there is none" : "Attach it",
               "Not now"};
    q.about = kind;
    const auto found = p.state().artifacts.find(kind);
    const std::string before = found == p.state().artifacts.end() ? ""
                               : none                             ? found->second.none_reason
                                                                  : found->second.text;
    q.fields = {{none ? "Reason" : "Link or text", none ? "None came in" : "https://", "", true, true, before}};
    q.command = [kind, none](const std::vector<QuestionField>& fields) -> Command {
        return none ? command::AddArtifact{kind, "", fields[0].text} : command::AddArtifact{kind, fields[0].text, ""};
    };
    q.done_text = name + (none ? ": none" : " attached");
    p.ask(std::move(q));
}

void lay_artifact(const Part& p, Stack& s, const std::string& kind) {
    const std::string name = Guide::artifact_name(kind);
    const auto found = p.state().artifacts.find(kind);
    const bool attached = found != p.state().artifacts.end() && !found->second.text.empty();
    const bool none = found != p.state().artifacts.end() && !attached;
    const auto& incidents = p.state().incidents;
    const bool reported =
        std::all_of(incidents.begin(), incidents.end(), [](const Incident& i) { return i.reported(); });
    Row row{name, "", StatusKind::done, Icon::check, "Ready"};
    if (kind == "release-metrics" && !attached) {
        row.words = "From the history of this release, see below";
    } else if (attached) {
        row.words = link_words(found->second.text);
    } else if (kind == "incident-reports" && reported) {
        row.words = incidents.empty() ? "There was no incident"
                                      : counted(incidents.size(), "report is written", "reports are written");
    } else if (none && !(kind == "incident-reports" && p.phase == Phase::rolled_back)) {
        row.words = "None: " + found->second.none_reason;
    } else {
        row.words = kind == "incident-reports" ? "Impact, root cause and resolution are needed" : "Not attached yet";
        row.kind = StatusKind::open, row.icon = Icon::circle, row.state = "Open";
    }
    lay_row(p, s, row);
    IdScope scope(kind);
    Rect line = s.take(compact_height(p.ui), 10);
    if (kind == "release-metrics") {
        if (small_button(p, s, line, "copy", "Copy as Markdown", "Copy release metrics as Markdown"))
            p.out.push_back(intent::CopyText{metrics_markdown(p.release, p.model.now_ms), "Release metrics copied"});
        return;
    }
    if (kind == "incident-reports" &&
        small_button(p, s, line, "write", incidents.empty() ? "Incident" : "Write reports"))
        p.go(Section::incident);
    if (p.ended()) return;
    if (small_button(p, s, line, "attach", "Attach…", "Attach " + lower_first(name)))
        ask_artifact(p, kind, name, false);
    if (small_button(p, s, line, "none", "None…", "No " + lower_first(name))) ask_artifact(p, kind, name, true);
}

void lay_metrics(const Part& p, Stack& s) {
    const ReleaseMetrics metrics = release_metrics(p.release);
    std::vector<Phase> seen;
    for (const auto& stay : metrics.stays) {
        if (std::find(seen.begin(), seen.end(), stay.phase) != seen.end()) continue;
        seen.push_back(stay.phase);
        lay_row(
            p, s,
            {std::string(name_of(stay.phase)), duration_text(metrics.time_in(stay.phase, p.model.now_ms)), {}, {}, ""});
    }
    lay_row(p, s,
            {"Votes",
             counted(metrics.go_votes, "go", "go") + ", " + counted(metrics.no_go_votes, "no-go", "no-go"),
             {},
             {},
             ""});
    lay_row(p, s,
            {"Decisions",
             std::to_string(metrics.decisions) + ", " + std::to_string(metrics.no_gos) + " of them no-go, " +
                 counted(metrics.overrides, "override", "overrides"),
             {},
             {},
             ""});
    const auto lines = [](const std::vector<std::string>& all) {
        std::string text;
        for (const std::string& one : all) text += (text.empty() ? "" : "\n") + one;
        return text.empty() ? std::string("None") : text;
    };
    lay_row(p, s, {"Waivers", lines(metrics.waived), {}, {}, ""});
    lay_row(p, s, {"Late items", lines(metrics.late), {}, {}, ""});
    lay_row(p, s,
            {"Incidents",
             metrics.incidents == 0
                 ? "None"
                 : std::to_string(metrics.incidents) + ", " + std::to_string(metrics.critical_incidents) + " critical",
             {},
             {},
             ""});
}

void ask_excuse(const Part& p, const RoleSpec& role) {
    Question q{"Why does nobody take part?", role.name + ".", "Excuse the role", "Not now"};
    q.about = role.key;
    q.fields = {{"Reason", "On leave", "", true}};
    q.command = [key = role.key](const std::vector<QuestionField>& fields) -> Command {
        return command::ExcuseRole{key, fields[0].text};
    };
    q.done_text = role.name + " excused";
    p.ask(std::move(q));
}

// Not recorded yet: who it would be, and the two answers.
void lay_awaited(const Part& p, Stack& s, const RoleSpec& role, const std::string& people) {
    const std::string took_part = role.name + " took part", excuse = "Excuse " + role.name;
    const ButtonOptions yes{.compact = true, .name = took_part},
        no{.kind = ButtonKind::ghost, .compact = true, .name = excuse};
    const float right_width = button_width(p.ui, "Excuse…", no), left_width = button_width(p.ui, "Took part", yes);
    const float words = s.box.w - right_width - 4 - left_width - 8;
    constexpr float column = 140;
    const bool beside = words >= column + 8 + std::min(text_width(p.ui, people), column);
    Rect line = s.take(std::max(compact_height(p.ui), beside ? 24.0F : 36.0F), 6);
    if (!s.draw) return;
    const float high = std::max(compact_height(p.ui), 24.0F);
    const Rect right = line.cut_right(right_width, 4).middle_right(right_width, high);
    const Rect left = line.cut_right(left_width, 8).middle_right(left_width, high);
    // Narrow, the role stands over its people.
    if (!beside) line = line.middle_left(line.w, 36);
    const Rect first = beside ? line.cut_left(column, 8) : line.cut_top(16);
    text_ellipsis(p.ui, first, role.name, {.size = TextSize::small, .colour = p.ui.theme->muted});
    text_ellipsis(p.ui, line, people);
    if (button(p.ui, left, "present", "Took part", yes))
        for (const std::string& person : p.state().people.at(role.key))
            p.act(command::AddParticipant{role.key, person}, "Participant recorded");
    if (button(p.ui, right, "excuse", "Excuse…", no)) ask_excuse(p, role);
}

void lay_participants(const Part& p, Stack& s) {
    const desk::State& state = p.state();
    if (!p.ended()) {
        const ButtonOptions options{.icon = Icon::people};
        const Rect line = s.take(control_height(p.ui), 10);
        if (s.draw && button(p.ui, line.with_width(button_width(p.ui, "Everybody took part", options)), "everybody",
                             "Everybody took part", options))
            p.act(command::EverybodyTookPart{}, "Participants recorded");
    }
    for (const RoleSpec& role : p.guide().roles) {
        IdScope scope(role.key);
        const auto took_part = state.participants.find(role.key);
        const auto excused = state.excused.find(role.key);
        const bool present = took_part != state.participants.end() && !took_part->second.empty();
        const std::string people = p.people_of(role.key);
        if (people.empty() && !present) continue;
        std::string who;
        if (present)
            for (const std::string& person : took_part->second) who += (who.empty() ? "" : ", ") + person;
        Row row{role.name, present ? who : excused != state.excused.end() ? people + ": " + excused->second : people};
        if (present)
            row.kind = StatusKind::done, row.icon = Icon::check, row.state = "Took part";
        else if (excused != state.excused.end())
            row.kind = StatusKind::not_applicable, row.icon = Icon::not_applicable, row.state = "Excused";
        else if (p.ended())
            row.state = "Open";
        if (!row.state.empty())
            lay_row(p, s, row);
        else
            lay_awaited(p, s, role, people);
    }
    lay_refusal(p, s, "participants");
}

} // namespace

void draw_hand_off(const Part& p, Rect& body) {
    const bool beside = body.w >= 640;
    Rect left = beside ? body.column(0, 2, 16) : body;
    draw_card(p.ui, left, "between", "Hand-off to the retrospective", [&](Stack& s) { lay_between(p, s); });
    draw_card(p.ui, left, "artifacts", "Artifacts", [&](Stack& s) {
        for (const std::string& kind : p.guide().artifacts) {
            Stack measure(p.ui, {0, 0, s.box.w, 0}, false);
            if (s.draw) lay_artifact(p, measure, kind);
            if (s.draw) show_if_pointed_at(p, kind, {s.box.x - 12, s.box.y - 4, s.box.w + 24, measure.height() + 8});
            lay_artifact(p, s, kind);
            if (!p.view.question) lay_refusal(p, s, kind);
        }
    });
    draw_card(p.ui, left, "metrics", "Release metrics", [&](Stack& s) { lay_metrics(p, s); });
    Rect right = beside ? body.column(1, 2, 16) : Rect{body.x, left.y, body.w, 0};
    draw_card(p.ui, right, "participants", "Participants", [&](Stack& s) { lay_participants(p, s); });
    draw_actions(p, right);
    Stack refusal(p.ui, right, true);
    if (!p.view.question) lay_refusal(p, refusal, "actions");
    right.cut_top(refusal.box.y - right.y);
    body.cut_top(std::max(left.y, right.y) - body.y);
}

} // namespace desk::ui
