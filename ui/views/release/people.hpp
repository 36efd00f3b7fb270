// Who holds which role: the short list of the side panel, and the dialog for all of them.
#pragma once

#include "ui/views/release/part.hpp"

namespace desk::ui {

// One line a role, `most` of them; vacancies say so.
void lay_people(const Part&, Stack&, std::size_t most);
// Opens the dialog at the role, or at the first that nobody holds.
void open_people(const Part&, std::string_view role = {});
// "Who does what?": while ReleaseViewState::people_open.
void draw_people_dialog(const Part&);

} // namespace desk::ui
