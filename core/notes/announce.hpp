// What is told to others about a release (guide DC-8): messages to copy; the app sends nothing, it only keeps who said
// that one was sent.
#pragma once

#include "core/release/release.hpp"
#include "core/rules/blocker.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

struct AnnouncementText {
    std::string subject; // one line
    std::string body;    // Markdown; plain_text (core/notes/markdown.hpp) makes a plain text of it
};
// The message for an audience (core/incident/messages.hpp: customers, stakeholders, support) on how the release stands
// now, also before it is deployed. What nobody has written yet is named as such. Customers are not told of commits in
// "Other" (core/notes/commits.hpp). `offset_minutes`: of the zone in which times are told, which is named "UTC+1".
AnnouncementText announcement(const Release& release, std::string_view audience, std::int32_t offset_minutes);

// A link that opens the user's mail program with the message as plain text (RFC 6068).
std::string mail_link(const AnnouncementText& message);

// Why nobody can say yet that a message was sent: something of the release must be in production, and what the guide
// puts before the announcement (DC-7) be done. Empty: nothing is in the way.
std::vector<Blocker> announced_too_early(const Release& release);

} // namespace desk
