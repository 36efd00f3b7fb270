// Guards of the deployment window (guide DC-1, RC-3) and of freezes.
#include "core/rules/guards.hpp"

#include "core/rules/wording.hpp"
#include "core/windows/conflicts.hpp"

namespace desk::guards {

namespace {

bool has_passed(const Check& check) {
    const auto& window = check.state().window;
    return window && window->set() && check.around.now_ms > window->to_ms;
}

std::string when(const char* what, const Check& check) {
    return sentence({"The deployment window ", what, span_words(*check.state().window, check.around.now_ms)});
}

void miss(const Check& check, std::string text, const char* fix, bool overridable) {
    Blocker blocker = manager_blocker(check.release, "window", "window", std::move(text), fix);
    blocker.overridable = overridable;
    check.missing(std::move(blocker));
}

} // namespace

void window(const Check& check) {
    const auto& window = check.state().window;
    if (!window || !window->set()) return;
    if (window->disputed)
        miss(check, "Deployment window: copies disagree", "Choose one of the windows, or override with a reason.",
             true);
    else if (check.around.now_ms < window->from_ms)
        miss(check, when("has not begun: ", check), "Wait for it, move it, or override with a reason.", true);
    else if (has_passed(check))
        miss(check, when("has passed: ", check), "Set the next one and decide again, or override with a reason.", true);
    else
        check.gate.in_place.emplace_back("inside the deployment window");
}

void window_ahead(const Check& check) {
    if (has_passed(check))
        miss(check, when("has passed: ", check), "Set the next one, or say why none is needed, and vote again.", false);
}

void no_freeze(const Check& check) {
    for (const auto& [freeze, on, managers] : freezes_for(check.release, check.around)) {
        if (!freeze.holds(check.around.now_ms)) continue;
        Blocker blocker = manager_blocker(
            check.release, "freeze", sentence({"freeze:~", freeze.id}),
            sentence({"No deployments now: ", freeze.reason, ", ", span_words(freeze, check.around.now_ms)}),
            "Wait until the freeze is over, let it be lifted, or override with a reason.");
        blocker.who = managers_text(check.release, managers);
        blocker.overridable = true;
        check.missing(std::move(blocker));
    }
}

void window_conflicts(const Check& check) {
    for (Blocker& conflict : desk::window_conflicts(check.release, check.around)) {
        // At a go, and where it stands in the way, a window that has passed is no advice any more.
        if (conflict.rule == "window-past" && (check.gate.to == Phase::approved || check.gate.to == Phase::deploying))
            continue;
        check.gate.advice.push_back(std::move(conflict));
    }
}

} // namespace desk::guards
