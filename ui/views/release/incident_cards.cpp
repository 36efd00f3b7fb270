// The cards of the Incident section.
#include "ui/views/release/incident.hpp"

#include "core/incident/messages.hpp"
#include "core/metrics/release_metrics.hpp"
#include "core/release/registers.hpp"
#include "ui/views/release/draft_field.hpp"
#include "ui/views/release/item_parts.hpp"
#include "ui/views/release/pointed.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

constexpr float action_height = 48;
constexpr float step_left = 8 + 32 + 4, step_right = 8 + 32 + 4; // box and menu

struct Look {
    StatusKind kind;
    Icon icon;
    std::string words; // of its second line
};

Look look_of(const Part& p, const Item& step) {
    const std::string note = step.note.text.empty() ? std::string() : " · " + step.note.text;
    if (step.disputed) return {StatusKind::conflict, Icon::conflict, "Copies disagree"};
    if (step.status == ItemStatus::not_applicable)
        return {StatusKind::not_applicable, Icon::not_applicable, "Not necessary: " + step.reason};
    if (step.settled()) return {StatusKind::done, Icon::check, "Done, " + signed_by(p, step) + note};
    return {StatusKind::open, Icon::circle,
            "To do · " + p.people_or_nobody(step.spec->owners.front()) + ", " +
                p.guide().role_name(step.spec->owners.front()) + note};
}

// Its text may take several lines, what stands below it one.
float step_height(const Part& p, const Item& step, float width) {
    return wrapped_height(p.ui, step.spec->text, width - step_left - step_right) + 16 + 12;
}

void draw_step(const Part& p, const Incident& incident, const Item& step, Rect row, bool now, bool live) {
    IdScope scope(step.spec->key);
    const Look look = look_of(p, step);
    begin_group(p.ui, Role::list_item, "step", step.spec->text + ": " + look.words, row);
    show_if_pointed_at(p, step.spec->key, row);
    if (now && p.view.pointed.empty()) {
        fill(p.ui, row.inset(1, 1), p.ui.theme->selected);
        fill(p.ui, {row.x + 1, row.y, metrics::current_bar, row.h}, p.ui.theme->accent);
    }
    Rect at = row.inset(8, 6);
    const Rect box = at.cut_left(32, 4).middle(32, std::min(at.h, 32.0F));
    const bool ticked_here = live && step.status != ItemStatus::not_applicable; // then the box has the words
    if (ticked_here) {
        if (checkbox(p.ui, box, "done", step.spec->text, step.settled(),
                     {.show_label = false, .description = look.words}))
            sign(p, step, !step.settled());
    } else {
        icon(p.ui, box, look.icon, p.ui.theme->status(look.kind).text);
    }
    const Rect more = at.cut_right(32, 4);
    at.cut_top(text_wrapped(p.ui, at, step.spec->text, {.silent = ticked_here}));
    text_ellipsis(p.ui, at.cut_top(16), look.words,
                  {.size = TextSize::small,
                   .colour = step.settled() ? p.ui.theme->status(StatusKind::done).text : p.ui.theme->muted});
    if (live)
        draw_item_menu(p, more.middle(32, 31), step, Section::incident, registers::step(step.spec->key, incident.id));
    end_group(p.ui);
}

} // namespace

void draw_playbook(const Part& p, Rect& body, const Incident& incident) {
    const auto& steps = incident.playbook;
    const auto done = static_cast<std::size_t>(
        std::count_if(steps.begin(), steps.end(), [](const Item& step) { return step.settled(); }));
    const bool live = is_present(p, incident) && !p.ended();
    float refusals = 0;
    const auto refused = [&](Stack& s) {
        for (const Item& step : steps)
            for (const std::string& about : {step.spec->key, "note:" + step.spec->key})
                if (!p.view.question) lay_refusal(p, s, about);
    };
    Stack measure(p.ui, {0, 0, body.w - 24, 0}, false);
    refused(measure);
    refusals = measure.box.y > 0 ? measure.box.y + 8 : 0;
    float height = metrics::card_head + refusals;
    for (const Item& step : steps) height += step_height(p, step, body.w);
    Rect card = body.cut_top(height, 12);
    begin_card(p.ui, card, "playbook", "Playbook");
    Rect right = card_head(p.ui, card, "Playbook", 2);
    const std::string count = std::to_string(done) + " of " + std::to_string(steps.size()) + " done";
    if (const float width = text_width(p.ui, count, TextSize::small); width <= right.w)
        muted(p.ui, right.cut_right(width), count);
    card.cut_top(metrics::card_head);
    begin_group(p.ui, Role::list, "steps", "Steps of the playbook", card);
    bool open_seen = false;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Rect row = card.cut_top(step_height(p, steps[i], card.w));
        const bool now = live && !steps[i].settled() && !open_seen;
        open_seen |= now;
        if (i > 0) hairline(p.ui, row.x, row.y, row.w);
        draw_step(p, incident, steps[i], row, now, live);
    }
    end_group(p.ui);
    if (refusals > 0) {
        Stack s(p.ui, card.inset(12, 8), true);
        refused(s);
    }
    end_card(p.ui);
}

namespace {

// One audience: the draft, to be changed and copied, and whether one was sent.
void lay_message(const Part& p, Stack& s, const Incident& incident, const Audience& to) {
    IdScope scope(to.key);
    const std::string key(to.key), name(to.name);
    const SentMessage* last = nullptr;
    for (const SentMessage& message : incident.sent)
        if (message.audience == key) last = &message;
    Rect head = s.take(20, 6);
    if (s.draw) {
        const std::string when = last ? "Sent " + short_time(p.model, last->said.at_ms) : "Draft";
        Rect pill = head.cut_right(status_pill_width(p.ui, when), 8);
        head.cut_left(text(p.ui, head, name, {.weight = Weight::strong}), 8);
        text_ellipsis(p.ui, head, p.people_or_nobody(to.role), {.size = TextSize::small, .colour = p.ui.theme->muted});
        status_pill(p.ui, pill, last ? StatusKind::done : StatusKind::open, when, last ? Icon::check : Icon::circle);
    }
    Draft& draft = p.view.drafts["message:" + incident.id + ":" + key];
    draft.sent = draft.changed; // it is no register: leaving the section keeps it here
    if (!draft.changed) draft.text = incident_message(p.release, incident, to.key, p.model.utc_offset_minutes);
    const FieldOptions field{.show_label = false};
    const Rect area = s.take(area_height(p.ui, s.box.w, draft.text, field, 3, 8), 6);
    const Rect line = s.take(compact_height(p.ui), 12);
    if (!s.draw) return;
    const FieldResult typed = text_area(p.ui, area, "text", "Message to " + name, draft.text, field, 3, 8);
    if (typed.changed) draft.changed = true;
    Rect at = line;
    const std::string copy_name = "Copy the message to " + name, sent_name = "Mark the message to " + name + " as sent",
                      again_name = "Write the message to " + name + " anew";
    const std::string mail_name = "E-mail the message to " + name;
    const ButtonOptions copy{.icon = Icon::copy, .compact = true, .name = copy_name};
    const ButtonOptions mail{.compact = true, .name = mail_name};
    const ButtonOptions mark{.kind = ButtonKind::ghost, .compact = true, .name = sent_name};
    const ButtonOptions again{.kind = ButtonKind::ghost, .compact = true, .name = again_name};
    if (button(p.ui, at.cut_left(button_width(p.ui, "Copy", copy), 8), "copy", "Copy", copy))
        p.out.push_back(intent::CopyText{draft.text, "Message copied"});
    if (button(p.ui, at.cut_left(button_width(p.ui, "E-mail", mail), 8), "mail", "E-mail", mail))
        p.out.push_back(intent::WriteMail{{title_of(p.state()) + ": " + incident.text, draft.text}});
    if (!p.ended() &&
        button(p.ui, at.cut_left(button_width(p.ui, "Mark as sent", mark), 8), "sent", "Mark as sent", mark)) {
        p.act(command::RecordMessage{incident.id, "", key, draft.text}, "Recorded as sent to " + lower_first(name));
        draft.changed = draft.sent = false;
    }
    if (draft.changed &&
        button(p.ui, at.cut_left(button_width(p.ui, "Start over", again), 8), "again", "Start over", again))
        draft.changed = draft.sent = false;
}

} // namespace

void draw_messages(const Part& p, Rect& body, const Incident& incident) {
    draw_card(p.ui, body, "messages", "Draft messages", [&](Stack& s) {
        for (const Audience& to : incident_audiences()) {
            lay_message(p, s, incident, to);
            if (!p.view.question) lay_refusal(p, s, "sent:" + std::string(to.key));
        }
    });
}

void draw_report(const Part& p, Rect& body, const Incident& incident) {
    draw_card(p.ui, body, "report", "Incident report", [&](Stack& s) {
        for (const ReportField& field : report_fields) {
            const std::string key(field.key);
            lay_draft(p, s, registers::incident(incident.id) + ":report:" + key, field.name, incident.report.at(key),
                      {.hint = field.hint,
                       .area = true,
                       .min_lines = 2,
                       .done_text = "Report kept",
                       .command = [id = incident.id, key](const std::string& text) -> Command {
                           return command::WriteReport{id, key, text};
                       }});
        }
        const Rect line = s.take(control_height(p.ui));
        const ButtonOptions copy{.icon = Icon::copy};
        if (s.draw && button(p.ui, line.with_width(button_width(p.ui, "Copy as Markdown", copy)), "copy",
                             "Copy as Markdown", copy))
            p.out.push_back(intent::CopyText{incident_reports_markdown(p.release), "Incident report copied"});
    });
}

void draw_actions(const Part& p, Rect& body) {
    const auto& actions = p.state().actions;
    const float rows = std::max<float>(1, static_cast<float>(actions.size())) * action_height;
    Rect card = body.cut_top(metrics::card_head + rows, 12);
    begin_card(p.ui, card, "actions", "Action items");
    const Rect right = card_head(p.ui, card, "Action items", 2);
    const LinkOptions add{.size = TextSize::small, .icon = Icon::plus, .name = "Add an action item"};
    if (!p.ended() && link(p.ui, Rect{right}.cut_right(link_width(p.ui, "Add", add)), "add", "Add", add))
        ask_action(p, nullptr);
    card.cut_top(metrics::card_head);
    if (actions.empty()) {
        const char* none = "None yet. What should not happen again becomes one";
        const Rect line = card.inset(12, 0);
        const float high = wrapped_height(p.ui, none, line.w, TextSize::small);
        text_wrapped(p.ui, line.middle(line.w, high), none, {.size = TextSize::small, .colour = p.ui.theme->muted});
        return end_card(p.ui);
    }
    begin_group(p.ui, Role::list, "items", "Action items", card);
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const ActionItem& action = actions[i];
        IdScope scope(action.id);
        const Rect row = card.cut_top(action_height);
        if (i > 0) hairline(p.ui, row.x, row.y, row.w);
        std::string words = !action.complete() ? std::string(action.owner.empty() ? "No owner" : action.owner) +
                                                     (action.due.empty() ? ", no date: needed before closing"
                                                                         : ", due " + day_text(p.model, action.due))
                                               : action.owner + ", due " + day_text(p.model, action.due);
        if (!action.proposal.empty()) words += " · Proposed for the guide: " + action.proposal;
        begin_group(p.ui, Role::list_item, "action", action.text + ", " + words, row);
        show_if_pointed_at(p, action.id, row, !p.ended());
        Rect at = row.inset(12, 4);
        const StatusKind kind = action.complete() ? StatusKind::open : StatusKind::warning;
        icon(p.ui, at.cut_left(16, 8).with_height(20), action.complete() ? Icon::circle : Icon::warning,
             p.ui.theme->status(kind).text);
        const Rect more = p.ended() ? Rect{} : at.cut_right(32, 4).middle(32, 31);
        text_ellipsis(p.ui, at.cut_top(20), action.text);
        text_ellipsis(
            p.ui, at.cut_top(16), words,
            {.size = TextSize::small, .colour = action.complete() ? p.ui.theme->muted : p.ui.theme->status(kind).text});
        if (!p.ended()) {
            const MenuItem items[] = {
                {"Change…", Icon::pencil}, {"Propose a change of the guide…", Icon::book}, copy_link_item};
            const int chosen = menu(p.ui, more, "more", Icon::more, "More for " + action.text, items);
            if (chosen == 0) ask_action(p, &action);
            if (chosen == 1) ask_proposal(p, action);
            if (chosen == 2) copy_link(p, p.model.route.section, action.id);
        }
        end_group(p.ui);
    }
    end_group(p.ui);
    end_card(p.ui);
}

} // namespace desk::ui
