// What is told to others about the release (guide DC-8): messages to copy, and who said that one was sent.
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

void draw_announcements(const Part&, Rect& body);

// "Sent to customers by Ana, 14:05".
std::string sent_words(const Part&, const SentMessage&);

} // namespace desk::ui
