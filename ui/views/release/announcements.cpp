#include "ui/views/release/announcements.hpp"

#include "core/incident/messages.hpp"
#include "core/notes/announce.hpp"
#include "ui/views/release/markdown_text.hpp"
#include "ui/views/release/pointed.hpp"

namespace desk::ui {

std::string sent_words(const Part& p, const SentMessage& sent) {
    return "Sent to " + sent.audience + " by " + sent.said.by + ", " + short_time(p.model, sent.said.at_ms);
}

void draw_announcements(const Part& p, Rect& body) {
    const auto& audiences = incident_audiences();
    const std::string key(audiences[p.view.audience].key);
    const AnnouncementText message = announcement(p.release, key, p.model.utc_offset_minutes);
    const std::string text = message.subject + "\n\n" + plain_text(message.body);
    const bool early = !announced_too_early(p.release).empty();
    const float top = body.y;
    draw_card(p.ui, body, "announcements", "Announcements", [&](Stack& s) {
        const Rect choice = s.take(control_height(p.ui), 12);
        Rect line = s.take(compact_height(p.ui), 8);
        if (s.draw) {
            const std::string_view names[] = {audiences[0].name, audiences[1].name, audiences[2].name};
            const int chosen = segmented(p.ui, choice.with_width(std::min(choice.w, segmented_width(p.ui, names))),
                                         "audience", "Audience", names, static_cast<int>(p.view.audience));
            if (chosen >= 0) p.view.audience = static_cast<std::size_t>(chosen);
            const ButtonOptions copy{.icon = Icon::copy, .compact = true, .name = "Copy the announcement"};
            const ButtonOptions mark{.compact = true,
                                     .locked = early,
                                     .description = early ? "Something is missing: press to see what" : "",
                                     .name = "Mark the announcement as sent"};
            if (button(p.ui, line.cut_left(button_width(p.ui, "Copy", copy), 8), "copy", "Copy", copy))
                p.out.push_back(intent::CopyText{text, "Announcement copied"});
            const ButtonOptions mail{.compact = true, .name = "E-mail the announcement"};
            if (button(p.ui, line.cut_left(button_width(p.ui, "E-mail", mail), 8), "mail", "E-mail", mail))
                p.out.push_back(intent::WriteMail{message});
            if (!p.ended() &&
                button(p.ui, line.with_width(button_width(p.ui, "Mark as sent", mark)), "sent", "Mark as sent", mark))
                p.act(command::RecordMessage{"", "", key, text}, "Recorded as sent to " + key);
        }
        lay_refusal(p, s, "announced:" + key);
        for (const SentMessage& sent : p.state().announced)
            if (sent.audience == key) {
                const Rect told = s.take(20, 4);
                if (s.draw) status_word(p.ui, told, StatusKind::done, sent_words(p, sent));
            }
        s.wrapped(message.subject, {.weight = Weight::strong}, 8);
        lay_markdown(p, s, message.body);
    });
    const Rect whole = {body.x, top, body.w, body.y - top - metrics::card_gap};
    if (!is_pointed_at(p, "announcements")) return;
    outline(p.ui, whole, p.ui.theme->accent, metrics::radius_card);
    if (p.view.show_item != "announcements") return;
    scroll_into_view(p.ui, whole);
    p.view.show_item.clear();
}

} // namespace desk::ui
