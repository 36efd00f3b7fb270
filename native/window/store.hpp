// The store of this user, or one that says why there is none: then the desk can be read and used, and tells that
// nothing is saved. Loading it tries to open it again.
#pragma once

#include "native/storage/sqlite_storage.hpp"

#include <memory>
#include <string>

namespace desk::native {

// `folder` is made if it is not there.
std::unique_ptr<SqliteStorage> open_store_in(const std::string& folder);

} // namespace desk::native
