// Sealing what a copy hands out (core/log/seals.hpp). Not a command of a person: it changes nothing that is shown,
// needs no role and refuses nothing.
#pragma once

#include "core/commands/command.hpp"

#include <vector>

namespace desk {

// The ops that seal all that is not sealed yet, ready to be stored and absorbed; none if everything is.
std::vector<Op> seal(const Release& release, const Author& author);

// The same for an export by somebody who may only be passing on what others did: nothing, unless an op under the
// author's own name is not sealed yet. So exporting what was imported gives the same bytes.
std::vector<Op> seal_own(const Release& release, const Author& author);

} // namespace desk
