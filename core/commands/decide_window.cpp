// The deployment window and freezes: RC-3, the Release Manager manages them.
#include "core/commands/deciders.hpp"

#include "core/release/heads.hpp"
#include "core/release/registers.hpp"
#include "core/release/windows.hpp"
#include "core/rules/wording.hpp"

#include <algorithm>

namespace desk::deciders {

namespace {

void refuse(const Desk& desk, const char* rule, const std::string& about, std::string text, std::string_view fix) {
    desk.refuse(manager_blocker(desk.release, rule, about, std::move(text), fix));
}

// The span that was asked for; refuses if it is none.
TimeSpan span_asked(const Desk& desk, const std::string& about, const std::string& start, const std::string& end,
                    const std::string& zone) {
    auto span = time_span(desk.around.zones, start, end, zone);
    if (span) return std::move(*span);
    refuse(desk, "window-time", about, std::move(span.error().text), span.error().fix);
    return {};
}

// The checklist item is answered with the window: none needed is not applicable, and a window makes it apply again.
void answer_item(const Desk& desk, const std::string& none_reason) {
    const Item* item = desk.state().item(registers::window_item);
    if (!item || item->spec->condition.empty()) return;
    const std::string about = registers::disposition(registers::window_item);
    if (!none_reason.empty())
        desk.writer.set_if_new(about, {{"is", "na"}, {"reason", none_reason}});
    else if (item->status == ItemStatus::not_applicable)
        desk.writer.set(about, {{"is", "applies"}});
}

} // namespace

void carry_out(const Desk& desk, const command::SetWindow& command) {
    desk.must_hold("release-manager");
    if (!awaits_window(desk.phase()) || desk.phase() == Phase::deploying)
        refuse(desk, "phase", "window", sentence({"The window was used, the phase is ", name_of(desk.phase())}),
               "A fix is a new release, with a window of its own.");
    if (!command.none_reason.empty()) {
        if (desk.refused()) return;
        desk.writer.set_if_new("window", {{"none", command.none_reason}});
        return answer_item(desk, command.none_reason);
    }
    if (command.start.empty() && command.end.empty())
        desk.must_say(command.none_reason, "Reason",
                      "Say why no window is needed, or when the window begins and ends.");
    else if (const TimeSpan span = span_asked(desk, "window", command.start, command.end, command.zone);
             !desk.refused()) {
        desk.writer.set_if_new("window", window_value(span));
        answer_item(desk, "");
    }
}

void carry_out(const Desk& desk, const command::AddFreeze& command) {
    const std::string about = registers::freeze(command.id);
    desk.must_hold("release-manager");
    desk.must_say(command.reason, "Reason", "Say why nothing may be deployed.");
    Freeze freeze{span_asked(desk, "freeze", command.start, command.end, command.zone),
                  command.id,
                  command.reason,
                  command.everywhere,
                  {}};
    if (!desk.refused()) desk.writer.write("add", about, freeze_value(freeze));
}

void carry_out(const Desk& desk, const command::LiftFreeze& command) {
    const auto& freezes = desk.state().freezes;
    if (std::none_of(freezes.begin(), freezes.end(), [&](const Freeze& one) { return one.id == command.id; }))
        return refuse(desk, "freeze", registers::freeze(command.id), "There is no such freeze on this release",
                      "Lift it on the release on which it is recorded.");
    desk.must_hold("release-manager");
    if (!desk.refused()) desk.writer.drop_if_present(registers::freeze(command.id));
}

void window_is_set(const Desk& desk, const Item& item) {
    if (item.spec->key != registers::window_item || (desk.state().window && desk.state().window->set())) return;
    refuse(desk, "window", item.spec->key, "Deployment window: not set", "Set the window, or say why none is needed.");
}

void no_window_needed(const Desk& desk, const Item& item, const std::string& reason) {
    if (item.spec->key == registers::window_item && desk.state().window && desk.state().window->set())
        desk.writer.set("window", {{"none", reason}});
}

} // namespace desk::deciders
