// The store of this machine: one SQLite file (core/storage.hpp is its contract).
//
//  - WAL with synchronous=FULL: an append is answered after its commit has reached the disk. Answers come at once,
//    before the call returns.
//  - Several processes may have the file open. `poll` finds out what the others have appended.
//  - A connection that no longer serves (an I/O failure, a file that was replaced under it) is dropped and opened
//    again once per call. A file that has vanished is not made anew: that would hide a loss.
//  - Damaged records are moved, byte for byte, to the table `quarantine`, from which nothing is ever deleted.
#pragma once

#include "core/storage.hpp"

#include <tl/expected.hpp>

#include <memory>
#include <string>

namespace desk::native {

class SqliteStorage : public Storage {
public:
    // Tells the listener of each release that another process has appended to since the last call. One cheap
    // question to the file while nothing happens: call it about once a second, and when the window gets the focus.
    virtual void poll() = 0;
};

// Opens the file, and makes it if there is none; its folder must exist. Reason::newer_version if a newer version of
// this program has written it, which leaves it untouched.
tl::expected<std::unique_ptr<SqliteStorage>, StorageError> open_sqlite_storage(const std::string& path);

} // namespace desk::native
