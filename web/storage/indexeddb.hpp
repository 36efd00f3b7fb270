// The store of the browser: one IndexedDB database (core/storage.hpp is its contract).
//
//  - Every append is one transaction with durability "strict", answered after its `complete`; appends to one release
//    wait for each other across tabs (Web Locks). Other tabs are told (BroadcastChannel).
//  - A handle that was lost is dropped and opened again once per call. Storage that was cleared behind an open page is
//    not made anew: that would hide the loss; the answer is Reason::unavailable.
//  - Gives way when another tab needs a newer schema; then, and when all was cleared, on_foreign_change is told "".
//  - durability() is "persisted" or "evictable", as the browser answers; it is asked after the first append.
#pragma once

#include "core/storage.hpp"

#include <memory>
#include <string>

namespace desk::web {

// Opens nothing yet: that the browser refuses is the answer to `load`.
std::unique_ptr<desk::Storage> make_indexeddb_storage(std::string database_name);

} // namespace desk::web
