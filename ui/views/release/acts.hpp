// What can be done in a release, as acts: its menus, its buttons and the palette offer these.
#pragma once

#include "ui/views/acts.hpp"
#include "ui/views/release/part.hpp"

namespace desk::ui {

// Of the release as a whole, in the order of its menu.
Acts head_acts(const Part&);
// The changes of phase, the next step first; those that stop a release are among head_acts.
Acts step_acts(const Part&);
// Of a requirement, checklist item or playbook step, in the order of its menu.
Acts item_acts(const Part&, const Item&);
// Of a role's vote, if I may cast it.
Acts vote_acts(const Part&, const Vote&);

// All of these, told apart by what they are done to.
Acts release_acts(const Part&);

} // namespace desk::ui
