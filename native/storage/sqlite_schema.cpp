#include "native/storage/sqlite_schema.hpp"

#include <sqlite3.h>

#include <utility>

namespace desk::native {

namespace {

// Ids grow for ever (AUTOINCREMENT), so that "what is new since id N" never misses a pack.
constexpr const char* make_tables = R"sql(
    CREATE TABLE packs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        release TEXT NOT NULL,
        actor TEXT NOT NULL,
        first_seq INTEGER NOT NULL,
        count INTEGER NOT NULL,
        seal TEXT NOT NULL,
        lines BLOB NOT NULL,
        UNIQUE (release, actor, first_seq));
    CREATE TABLE guides (digest TEXT PRIMARY KEY, seal TEXT NOT NULL, text BLOB NOT NULL);
    CREATE TABLE settings (key TEXT PRIMARY KEY, seal TEXT NOT NULL, value BLOB NOT NULL);
    CREATE TABLE quarantine (id INTEGER PRIMARY KEY AUTOINCREMENT, place TEXT NOT NULL, bytes BLOB NOT NULL);
    PRAGMA application_id = 1380205675;
    PRAGMA user_version = 1;
)sql";

StorageError newer_version(const std::string& path) {
    return {StorageError::Reason::newer_version,
            "A newer version of Release Desk has written " + path + ". Nothing was changed. Start that version."};
}

StorageError not_ours(const std::string& path) {
    return {StorageError::Reason::broken,
            path + " is a database of another program. Nothing was changed. Choose another file."};
}

tl::expected<void, StorageError> make_or_check(Connection& connection, const std::string& path) {
    auto transaction = Transaction::begin(connection, Transaction::Kind::write);
    if (!transaction) return tl::unexpected(told(transaction.error(), path));
    // Asked again under the lock: another process may have been faster.
    const auto version = connection.number("PRAGMA user_version");
    const auto tables = connection.number("SELECT count(*) FROM sqlite_master");
    if (!version || !tables) return tl::unexpected(told(version ? tables.error() : version.error(), path));
    if (*version > schema_version) return tl::unexpected(newer_version(path));
    if (*version == schema_version) return {};
    if (*tables != 0) return tl::unexpected(not_ours(path));
    if (const auto made = connection.run(make_tables); !made) return tl::unexpected(told(made.error(), path));
    if (const auto committed = transaction->commit(); !committed) return tl::unexpected(told(committed.error(), path));
    return {};
}

} // namespace

tl::expected<Connection, StorageError> open_store(const std::string& path, Connection::Open how) {
    auto connection = Connection::open(path, how);
    if (!connection) return tl::unexpected(told(connection.error(), path));
    if (const auto patient = connection->run("PRAGMA busy_timeout = 5000"); !patient)
        return tl::unexpected(told(patient.error(), path));
    const auto version = connection->number("PRAGMA user_version");
    if (!version) return tl::unexpected(told(version.error(), path));
    if (*version > schema_version) return tl::unexpected(newer_version(path));
    if (*version < schema_version)
        if (const auto ready = make_or_check(*connection, path); !ready) return tl::unexpected(ready.error());
    // Where WAL cannot be had (a network folder), the rollback journal stays, and FULL is as durable there.
    (void)connection->run("PRAGMA journal_mode = WAL");
    if (const auto durable = connection->run("PRAGMA synchronous = FULL"); !durable)
        return tl::unexpected(told(durable.error(), path));
    return std::move(*connection);
}

StorageError told(const SqliteFailure& failure, const std::string& path) {
    using Reason = StorageError::Reason;
    const std::string because = " (" + failure.text + ").";
    switch (failure.code & 0xff) {
    case SQLITE_FULL:
        return {Reason::full, "There is no room left for " + path + ". Free some space, then try again."};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Reason::unavailable, "Another program keeps " + path + " locked. Close it, then try again."};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {Reason::unavailable,
                path + " cannot be written" + because + " Check who may write it, then try again."};
    case SQLITE_CANTOPEN:
        return {Reason::unavailable,
                path + " cannot be opened" + because + " Check that it and its folder are there, then try again."};
    case SQLITE_NOTADB:
        return {Reason::broken, path +
                                    " is not a file of Release Desk. Nothing was changed. Move it elsewhere, then try "
                                    "again."};
    case SQLITE_CORRUPT:
        return {Reason::broken, path + " is damaged" + because + " Use Export now, and keep a copy of the file."};
    default:
        return {Reason::broken, path + " could not be used" + because + " Use Export now, then try again."};
    }
}

bool connection_is_suspect(const SqliteFailure& failure) {
    switch (failure.code & 0xff) {
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL:
    case SQLITE_MISUSE:
    case SQLITE_INTERNAL:
        return true;
    default:
        return failure.code == SQLITE_READONLY_DBMOVED;
    }
}

} // namespace desk::native
