// Time zones by the database of this machine (/usr/share/zoneinfo), through Howard Hinnant's date library.
#pragma once

#include "core/time/zones.hpp"

#include <string>

namespace desk::native {

// Without a database no zone but UTC is known.
TimeZones system_zones();

// The user's own zone, by its IANA name: what TZ says, else this machine's; "UTC" if neither names one.
std::string own_zone();

} // namespace desk::native
