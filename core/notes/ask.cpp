#include "core/notes/ask.hpp"

namespace desk {

AnnouncementText ask_for(const Release& release, const Blocker& missing) {
    const State& state = release.state();
    std::string title = state.product.text;
    if (!state.version.text.empty()) title += (title.empty() ? "" : " ") + state.version.text;
    if (title.empty()) title = "A release";
    AnnouncementText message;
    message.subject = title + ": " + missing.text;
    message.body = title + (state.name.text.empty() ? "" : " (" + state.name.text + ")") + " waits for this:\n\n" +
                   missing.text + ".";
    if (!missing.who.empty()) message.body += "\n" + missing.who + (missing.who.back() == '.' ? "" : ".");
    if (!missing.fix.empty()) message.body += "\n" + missing.fix;
    message.body += "\n";
    return message;
}

} // namespace desk
