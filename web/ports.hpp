// The ports of the front end (ui/app/ports.hpp), kept by the page.
#pragma once

#include "ui/app/ports.hpp"

namespace desk::web {

// All but the storage.
ui::Ports page_ports();

} // namespace desk::web
