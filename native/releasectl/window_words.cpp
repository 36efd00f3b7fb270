#include "native/releasectl/window_words.hpp"

#include "core/windows/conflicts.hpp"
#include "core/windows/free_slot.hpp"

namespace desk::native {

std::string window_text(const Release& release, std::int64_t now_ms) {
    const auto& window = release.state().window;
    if (!window) return "Window: not set";
    return "Window: " + (window->set() ? span_words(*window, now_ms) : "none, " + window->none_reason);
}

bool tell_conflicts(const Terminal& terminal, std::string_view file, const Release& release,
                    const Surroundings& around) {
    const auto conflicts = window_conflicts(release, around);
    if (conflicts.empty()) return false;
    for (const Blocker& conflict : conflicts) tell(terminal, file, conflict.rule + ": " + Refusal{{conflict}}.text());
    const auto slot = next_free_slot(release, *release.state().window, around);
    tell(terminal, file,
         slot ? "Next free slot: " + span_words(*slot, around.now_ms) + " (--start " + slot->start + " --end " +
                    slot->end + " --zone " + slot->zone + ")"
              : "No free slot was found");
    return true;
}

} // namespace desk::native
