// SQLite with owners: a connection and its statements close themselves, and a result code is not lost.
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace desk::native {

// What SQLite said when it did not do as asked.
struct SqliteFailure {
    int code = 0; // extended result code
    std::string text;
};

template <typename T> using SqliteResult = tl::expected<T, SqliteFailure>;

// One use of a prepared statement; resets it at the end of its life.
class Query {
public:
    explicit Query(sqlite3_stmt* statement) : statement_(statement) {}
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;
    ~Query();

    // Parameters are bound one after the other, without being copied: they must outlive the query.
    Query& bind_text(std::string_view text);
    Query& bind_bytes(std::string_view bytes);
    Query& bind_number(std::int64_t number);

    SqliteResult<bool> next(); // true: there is a row
    std::string bytes(int column) const;
    std::int64_t number(int column) const;

private:
    sqlite3_stmt* statement_;
    int bound_ = 0;
    int bind_result_ = 0;
};

class Connection {
public:
    enum class Open { or_create, existing };
    static SqliteResult<Connection> open(const std::string& path, Open how);
    Connection(Connection&&) = default;
    Connection& operator=(Connection&&) = delete; // would close before it finalizes

    SqliteResult<void> run(const char* statements);     // several, without parameters or rows
    SqliteResult<std::int64_t> number(const char* sql); // the one number that it answers
    // `sql` is a literal: statements are prepared once and found again by its text.
    SqliteResult<Query> query(const char* sql);
    bool moved() const; // the file under this connection is no longer the one at its path
    SqliteFailure failure() const;

private:
    Connection() = default;
    struct CloseConnection {
        void operator()(sqlite3* db) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3, CloseConnection> db_;
    // After db_, so that statements are finalized before the connection closes.
    std::unordered_map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>> statements_;
};

// Rolls back at the end of its life unless it was committed.
class Transaction {
public:
    enum class Kind { read, write };
    static SqliteResult<Transaction> begin(Connection& connection, Kind kind);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    SqliteResult<void> commit();

private:
    explicit Transaction(Connection& connection) : connection_(&connection) {}
    Connection* connection_;
};

} // namespace desk::native
