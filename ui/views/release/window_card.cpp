#include "ui/views/release/window_card.hpp"

#include "core/rules/wording.hpp"
#include "core/time/durations.hpp"
#include "core/time/spoken.hpp"
#include "core/windows/conflicts.hpp"
#include "core/windows/free_slot.hpp"
#include "ui/views/release/pointed.hpp"

#include <array>
#include <optional>
#include <utility>

namespace desk::ui {

namespace {

// "Wed 25 Nov, 21:00" and "22:30", the latter with its day if that is another.
std::pair<std::string, std::string> ends_of(const TimeSpan& span, std::int64_t now_ms) {
    constexpr std::string_view dash = "–";
    const std::string times = span_times(span, now_ms);
    const std::size_t at = times.find(dash), space = times[at - 1] == ' ' ? 1 : 0;
    return {times.substr(0, at - space), times.substr(at + dash.size() + space)};
}

bool may_set(const Part& p) { return awaits_window(p.phase) && p.phase != Phase::deploying; }

std::vector<QuestionField> time_fields(const Part& p, const TimeSpan& span) {
    return {{"Start", "2026-11-26T21:00", "Local time in the zone", false, true, span.start},
            {"End", "2026-11-26T22:30", "", false, true, span.end},
            {"Zone", "Europe/Berlin", "", false, true, span.zone.empty() ? p.model.own_zone : span.zone}};
}

void ask_no_window(const Part& p) {
    Question q{"Is no window needed?", "It may then be deployed at any time after a go.", "No window needed",
               "Leave as it is"};
    q.about = "window";
    q.fields = {{"Reason", "Say why", "", true}};
    q.command = [](const std::vector<QuestionField>& fields) -> Command {
        return command::SetWindow{"", "", "", fields[0].text};
    };
    q.done_text = "No window needed";
    p.ask(std::move(q));
}

void ask_freeze(const Part& p) {
    static constexpr const char* all = "All products";
    Question q{"When may nothing be deployed?", "A deployment in a freeze needs an override with a reason.",
               "Add freeze", "Not now"};
    q.about = "freeze";
    q.fields = time_fields(p, {});
    q.fields.push_back({"Reason", "Say why", "", true});
    q.fields.push_back({"It holds for", "", "", false, true, "This product", {"This product", all}});
    q.command = [](const std::vector<QuestionField>& fields) -> Command {
        return command::AddFreeze{
            "", fields[0].text, fields[1].text, fields[2].text, fields[3].text, fields[4].text == all};
    };
    q.done_text = "Freeze added";
    p.ask(std::move(q));
}

void ask_lift(const Part& p, const Freeze& freeze, std::string words) {
    Question q{"Lift this freeze?", std::move(words), "Lift freeze", "Keep freeze"};
    q.about = "freeze";
    q.command = [id = freeze.id](const std::vector<QuestionField>&) -> Command { return command::LiftFreeze{id}; };
    q.done_text = "Freeze lifted";
    p.ask(std::move(q));
}

void lay_clock(const Part& p, Stack& s, const Window& window) {
    if (!awaits_window(p.phase)) return;
    const std::int64_t left = window.from_ms - p.around.now_ms;
    StatusKind kind = StatusKind::open;
    std::string words;
    if (window.disputed) {
        kind = StatusKind::conflict, words = "Copies disagree";
    } else if (p.around.now_ms > window.to_ms) {
        kind = StatusKind::warning, words = "Passed";
    } else if (left <= 0) {
        kind = StatusKind::active, words = "Now, until " + ends_of(window, p.around.now_ms).second;
    } else {
        // A minute that has begun counts whole: never "Starts in 0 min".
        words = "Starts in " + spoken_duration(left + minute_ms - 1);
        if (s.draw) wake_in(p.ui, static_cast<double>(left % (left > day_ms ? hour_ms : minute_ms) + 1) / 1000);
    }
    const Rect line = s.take(20, 8);
    if (s.draw) status_word(p.ui, line, kind, words, window.disputed ? Icon::conflict : Icon::clock, TextSize::body);
}

void lay_window(const Part& p, Stack& s) {
    const TextStyle quiet{.size = TextSize::small, .colour = p.ui.theme->muted}, strong{.weight = Weight::strong};
    const auto& window = p.state().window;
    if (!window) return s.wrapped("Nobody has said yet when it may be deployed.", quiet, 8);
    if (!window->set()) {
        s.wrapped("No window needed", strong);
        return s.wrapped(window->none_reason, quiet, 8);
    }
    s.wrapped(span_times(*window, p.around.now_ms), strong);
    s.wrapped(span_zone(*window), quiet, 8);
    if (const auto own = own_span(p.model, *window))
        s.wrapped("Your time: " + span_words(*own, p.around.now_ms), quiet, 8);
    lay_clock(p, s, *window);
}

void lay_conflicts(const Part& p, Stack& s, const std::vector<Blocker>& conflicts, const TimeSpan* slot) {
    int index = 0;
    for (const Blocker& conflict : conflicts) {
        IdScope scope(index++);
        const std::string words = sentence({conflict.who, ". ", conflict.fix});
        const Rect at = s.take(notice_height(p.ui, s.box.w, words, conflict.text), 8);
        if (s.draw) notice(p.ui, at, "conflict", StatusKind::warning, words, Icon::none, conflict.text);
    }
    if (!slot) return;
    s.wrapped("Next free slot: " + span_words(*slot, p.around.now_ms),
              {.size = TextSize::small, .colour = p.ui.theme->muted}, 4);
    const std::string label = "Use " + ends_of(*slot, p.around.now_ms).first;
    const ButtonOptions options{.icon = Icon::clock, .compact = true};
    const Rect line = s.take(compact_height(p.ui), 8);
    if (s.draw && button(p.ui, line.with_width(button_width(p.ui, label, options)), "slot", label, options))
        p.act(command::SetWindow{slot->start, slot->end, slot->zone}, "Window set");
}

void lay_freezes(const Part& p, Stack& s, const std::vector<StandingFreeze>& freezes) {
    for (const auto& [freeze, release, managers] : freezes) {
        IdScope scope(freeze.id);
        std::string words = sentence({freeze.reason, ", ", span_words(freeze, p.around.now_ms)});
        s.wrapped(sentence({freeze.everywhere ? "Freeze of all products: " : "Freeze: ", words}),
                  {.size = TextSize::small});
        if (release != p.release.id()) {
            s.gap(8);
            continue;
        }
        const std::string name = "Lift freeze: " + freeze.reason;
        const LinkOptions options{.size = TextSize::small, .name = name};
        const Rect line = s.take(20, 8);
        if (s.draw && link(p.ui, line.with_width(link_width(p.ui, "Lift it…", options)), "lift", "Lift it…", options))
            ask_lift(p, freeze, std::move(words));
    }
}

void lay_acts(const Part& p, Stack& s) {
    if (!p.me().empty() && !p.hold("release-manager"))
        return s.wrapped("Set by " + owners_text(p.release, {"release-manager"}),
                         {.size = TextSize::small, .colour = p.ui.theme->muted});
    using Ask = void (*)(const Part&);
    constexpr std::array<std::pair<const char*, Ask>, 3> acts = {
        {{"Set window…", ask_window}, {"No window…", ask_no_window}, {"Add a freeze…", ask_freeze}}};
    Rect line = s.take(compact_height(p.ui), 4);
    for (const auto& [label, ask] : acts) {
        if (ask != ask_freeze && !may_set(p)) continue;
        const ButtonOptions options{.compact = true};
        const float width = button_width(p.ui, label, options);
        if (width > line.w) line = s.take(compact_height(p.ui), 4);
        if (const Rect at = line.cut_left(width, 8); s.draw && button(p.ui, at, label, label, options)) ask(p);
    }
}

} // namespace

void ask_window(const Part& p) {
    const auto& window = p.state().window;
    Question q{"When may it be deployed?", "Whoever voted votes again if the window changes.", "Set window",
               "Leave as it is"};
    q.about = "window";
    q.fields = time_fields(p, window ? TimeSpan(*window) : TimeSpan{});
    q.command = [](const std::vector<QuestionField>& fields) -> Command {
        return command::SetWindow{fields[0].text, fields[1].text, fields[2].text};
    };
    q.done_text = "Window set";
    p.ask(std::move(q));
}

void draw_window_card(const Part& p, Rect& body) {
    const auto conflicts = window_conflicts(p.release, p.around);
    const auto freezes = freezes_for(p.release, p.around);
    std::optional<TimeSpan> slot;
    if (!conflicts.empty() && may_set(p)) slot = next_free_slot(p.release, *p.state().window, p.around);
    if (slot && slot->from_ms == p.state().window->from_ms) slot.reset();
    const float top = body.y;
    draw_card(p.ui, body, "window", "Deployment window", [&](Stack& s) {
        lay_window(p, s);
        lay_conflicts(p, s, conflicts, slot ? &*slot : nullptr);
        lay_freezes(p, s, freezes);
        // While copies disagree it stands where they are decided.
        if (!p.view.question && !(p.state().window && p.state().window->disputed)) lay_refusal(p, s, "window");
        if (!p.ended()) lay_acts(p, s);
    });
    const Rect whole = {body.x, top, body.w, body.y - top - metrics::card_gap};
    if (is_pointed_at(p, "window")) outline(p.ui, whole, p.ui.theme->accent, metrics::radius_card);
    if (p.view.show_item != "window") return;
    scroll_into_view(p.ui, whole);
    p.view.show_item.clear();
}

void lay_window_summary(const Part& p, Stack& s) { lay_window(p, s); }

void wake_at_boundary(const Part& p) {
    const auto near = [&](std::int64_t at_ms) {
        const std::int64_t left = at_ms - p.around.now_ms;
        if (left > 0 && left <= day_ms) wake_in(p.ui, static_cast<double>(left) / 1000);
    };
    // They hold up to their last moment.
    const auto look = [&](const TimeSpan& span) { near(span.from_ms), near(span.to_ms + 1); };
    if (const auto& window = p.state().window; window && window->set() && awaits_window(p.phase)) look(*window);
    for (const StandingFreeze& one : freezes_for(p.release, p.around)) look(one.freeze);
}

} // namespace desk::ui
