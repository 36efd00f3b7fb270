// The tables of the file, and the way from an opened connection to one that can be used.
#pragma once

#include "core/storage.hpp"
#include "native/storage/sqlite.hpp"

#include <string>

namespace desk::native {

inline constexpr int schema_version = 1; // PRAGMA user_version

// Makes the tables in a new file, and sets the connection up. Refuses files of a newer schema and of other programs,
// and leaves those as they are.
tl::expected<Connection, StorageError> open_store(const std::string& path, Connection::Open how);

// The failure as a sentence for the user.
StorageError told(const SqliteFailure& failure, const std::string& path);

// True if a new connection may help.
bool connection_is_suspect(const SqliteFailure& failure);

} // namespace desk::native
