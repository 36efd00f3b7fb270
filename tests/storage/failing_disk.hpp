// A disk that can be told to fail: SQLite's own file layer, whose writes then answer that there is no room.
#pragma once

namespace desk::contract {

void install_failing_disk(); // for databases opened from now on
void disk_is_full(bool full);

} // namespace desk::contract
