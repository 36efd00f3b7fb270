// A store whose answers are seen: each answer, and each change by another tab, is followed by a frame of the page.
#pragma once

#include "core/storage.hpp"

#include <memory>

namespace desk::web {

std::unique_ptr<Storage> make_waking_storage(std::unique_ptr<Storage> inner);

} // namespace desk::web
