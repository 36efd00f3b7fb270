// The store of the browser: one IndexedDB database (core/storage.hpp is its contract).
//
//  - Every append is one transaction with durability "strict", answered after its `complete`. Other tabs are told
//    (BroadcastChannel).
//  - Appends that must look at what is stored first wait for each other, by release, across tabs (Web Locks). One that
//    continues a chain whose end this store knows takes no lock and reads nothing: it is one `add`, which the browser
//    itself puts in order and refuses if the key exists. That halves the time from click to durable.
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
