// The status of a release as Markdown, to be pasted into a chat, an issue or a pull request.
#pragma once

#include "core/release/release.hpp"
#include "core/rules/gate.hpp"

#include <string>

namespace desk {

// Title, phase, window and an open incident; the next step with what is missing, who owns it and how to satisfy it;
// requirements and checklist as task lists (GFM 0.29 §5.3), which chats without Markdown show as they stand; votes; and
// where copies disagree. What nobody has decided yet is left out, but never what is missing. What people wrote becomes
// no markup (core/notes/markdown.hpp literal_markdown). Ends with a line end.
std::string status_markdown(const Release& release, const Surroundings& around);

} // namespace desk
