// Packs, guides and settings as rows, and back. None of these opens a transaction except set_aside.
#pragma once

#include "core/storage.hpp"
#include "native/storage/sqlite.hpp"

#include <string>
#include <vector>

namespace desk::native {

enum class EntryKind { guide, setting };

// A row whose content disagrees with its seal.
struct DamagedRow {
    enum class Table { packs, guides, settings };
    Table table = Table::packs;
    std::int64_t rowid = 0;
    QuarantinedBytes remains;
};

struct ReadStore {
    StoreContents contents; // `quarantined` holds the damaged rows too
    std::vector<DamagedRow> damaged;
};

SqliteResult<ReadStore> read_all(Connection& connection);

// Moves the rows to the quarantine, each only if it still holds those bytes; in a transaction of its own.
SqliteResult<void> set_aside(Connection& connection, const std::vector<DamagedRow>& damaged);

// The sound packs of the same chain that share ops with `pack`; damaged ones are moved to the quarantine.
SqliteResult<std::vector<Pack>> overlapping_packs(Connection& connection, const Pack& pack);

SqliteResult<void> insert_pack(Connection& connection, const Pack& pack);
SqliteResult<void> put_entry(Connection& connection, EntryKind kind, const std::string& key, const std::string& text);

// Joins what can be joined; false if there was nothing to join.
SqliteResult<bool> consolidate_release(Connection& connection, const std::string& release);

} // namespace desk::native
