// Markdown as it will be read: what core/notes/markdown.hpp knows of it.
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

void lay_markdown(const Part&, Stack&, std::string_view markdown);

} // namespace desk::ui
