// Release notes by the guide's template (RN-1 … RN-6).
#pragma once

#include "core/release/release.hpp"

#include <string>

namespace desk {

enum class NotesFormat { markdown, html, text };

// The six fields in the guide's order; an empty one says "None" where the guide says "(if any)", else "Not written
// yet". Markdown is as it was written; HTML and text show what core/notes/markdown.hpp knows of it. HTML is a fragment
// with every character of a user's text escaped; text ends with a line end.
std::string render_notes(const Release& release, NotesFormat format);

} // namespace desk
