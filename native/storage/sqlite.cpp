#include "native/storage/sqlite.hpp"

#include <sqlite3.h>

#include <utility>

namespace desk::native {

Query::Query(Query&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)), bound_(other.bound_), bind_result_(other.bind_result_) {}

Query::~Query() {
    if (!statement_) return; // moved from
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

Query& Query::bind_text(std::string_view text) {
    const int result = sqlite3_bind_text64(statement_, ++bound_, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    bind_result_ = bind_result_ != SQLITE_OK ? bind_result_ : result;
    return *this;
}

Query& Query::bind_bytes(std::string_view bytes) {
    // A null pointer would bind NULL and not an empty blob.
    const char* data = bytes.empty() ? "" : bytes.data();
    const int result = sqlite3_bind_blob64(statement_, ++bound_, data, bytes.size(), SQLITE_STATIC);
    bind_result_ = bind_result_ != SQLITE_OK ? bind_result_ : result;
    return *this;
}

Query& Query::bind_number(std::int64_t number) {
    const int result = sqlite3_bind_int64(statement_, ++bound_, number);
    bind_result_ = bind_result_ != SQLITE_OK ? bind_result_ : result;
    return *this;
}

SqliteResult<bool> Query::next() {
    if (bind_result_ != SQLITE_OK) return tl::unexpected(SqliteFailure{bind_result_, sqlite3_errstr(bind_result_)});
    const int result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    sqlite3* db = sqlite3_db_handle(statement_);
    return tl::unexpected(SqliteFailure{sqlite3_extended_errcode(db), sqlite3_errmsg(db)});
}

std::string Query::bytes(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return data ? std::string(data, size) : std::string();
}

std::int64_t Query::number(int column) const { return sqlite3_column_int64(statement_, column); }

void Connection::CloseConnection::operator()(sqlite3* db) const { sqlite3_close(db); }
void Connection::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

SqliteResult<Connection> Connection::open(const std::string& path, Open how) {
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (how == Open::or_create) flags |= SQLITE_OPEN_CREATE;
    Connection connection;
    sqlite3* db = nullptr;
    const int result = sqlite3_open_v2(path.c_str(), &db, flags, nullptr);
    connection.db_.reset(db);
    if (result != SQLITE_OK)
        return tl::unexpected(SqliteFailure{result, db ? sqlite3_errmsg(db) : sqlite3_errstr(result)});
    return connection;
}

SqliteFailure Connection::failure() const { return {sqlite3_extended_errcode(db_.get()), sqlite3_errmsg(db_.get())}; }

SqliteResult<void> Connection::run(const char* statements) {
    if (sqlite3_exec(db_.get(), statements, nullptr, nullptr, nullptr) != SQLITE_OK) return tl::unexpected(failure());
    return {};
}

SqliteResult<Query> Connection::query(const char* sql) {
    auto& statement = statements_[sql];
    if (!statement) {
        sqlite3_stmt* prepared = nullptr;
        if (sqlite3_prepare_v3(db_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr) != SQLITE_OK)
            return tl::unexpected(failure());
        statement.reset(prepared);
    }
    return Query(statement.get());
}

SqliteResult<std::int64_t> Connection::number(const char* sql) {
    auto question = query(sql);
    if (!question) return tl::unexpected(question.error());
    const auto row = question->next();
    if (!row) return tl::unexpected(row.error());
    return *row ? question->number(0) : 0;
}

bool Connection::moved() const {
    int moved = 0;
    const int result = sqlite3_file_control(db_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return result == SQLITE_OK && moved != 0;
}

Transaction::Transaction(Transaction&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}

SqliteResult<Transaction> Transaction::begin(Connection& connection, Kind kind) {
    const auto begun = connection.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
    if (!begun) return tl::unexpected(begun.error());
    return Transaction(connection);
}

SqliteResult<void> Transaction::commit() {
    auto committed = connection_->run("COMMIT");
    if (committed) connection_ = nullptr;
    return committed;
}

Transaction::~Transaction() {
    if (connection_) (void)connection_->run("ROLLBACK"); // SQLite may have rolled back by itself already
}

} // namespace desk::native
