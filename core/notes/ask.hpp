// A message that asks somebody for what a release waits for: to be copied or mailed; the app sends nothing.
#pragma once

#include "core/notes/announce.hpp"
#include "core/rules/blocker.hpp"

namespace desk {

// In the words of the refusal: what is missing, who owns it, what would satisfy it.
AnnouncementText ask_for(const Release& release, const Blocker& missing);

} // namespace desk
