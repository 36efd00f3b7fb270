// An IndexedDB database as this store needs it: work is done in transactions that are begun again, from the start,
// after a lost handle was opened anew. What is asked inside of a transaction is answered by the calls of its Work.
#pragma once

#include "core/storage.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk::web {

enum class Table { packs, guides, settings, quarantine };

// Fields: packs release, actor, first, count, seal, lines; guides digest, seal, text; settings key, seal, value;
// quarantine place, bytes. Numbers as decimal text. An unreadable row has one field, which says where it stands.
struct Row {
    bool readable = true;
    std::vector<std::string> fields;
};

class Transaction {
public:
    Transaction(int database, int ticket) : database_(database), ticket_(ticket) {}

    // Rows of a table whose key begins with `key`, in order; `tag` comes back with them.
    void read(int tag, Table table, const std::vector<std::string_view>& key = {});
    // Packs of a chain from its end backwards, until `row` says stop.
    void read_back(int tag, std::string_view release, std::string_view actor);
    void write(Table table, const std::vector<std::string_view>& fields);
    void erase(Table table, const std::vector<std::string_view>& key);
    void commit(); // a hint: nothing more will be asked
    void abort();  // nothing is kept; `finished` follows

private:
    int database_;
    int ticket_;
};

class Work {
public:
    enum class Then { go_on, stop };
    virtual ~Work() = default;
    virtual bool writes() const { return true; }
    virtual std::vector<std::string> releases() const { return {}; } // whose locks are held meanwhile, sorted
    virtual void begin(Transaction) {}
    virtual Then row(Transaction, int /*tag*/, Row) { return Then::go_on; }
    virtual void rows_end(Transaction, int /*tag*/) {}
    virtual void finished(std::optional<StorageError> failure) = 0; // once, as the last call
};

class Database {
public:
    explicit Database(const std::string& name);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database(); // no Work is called any more; transactions under way still complete

    void run(std::unique_ptr<Work> work);
    void later(std::unique_ptr<Work> work); // just `finished`, from the event loop

    void tell_others(const std::string& release);
    void ask_to_keep_once(); // for data that have just come; the answer is in `durability`
    // What only the browser knows; each answer comes once, later.
    using Told = std::function<void(double, double)>;
    void ask_to_keep(Told answer); // is it 1?
    void measure(Told answer);     // bytes used, and of those that may be
    std::function<void(std::string release)> on_news;
    std::string durability;

    // Called by indexeddb.js.
    char* incoming_field(int size);
    std::vector<std::string> take_fields();
    Work* find(int ticket);
    Transaction transaction(int ticket) const { return {id_, ticket}; }
    void finish(int ticket, std::optional<StorageError> failure);
    void tell(int ticket, double first, double second);

private:
    int id_;
    int tickets_ = 0;
    std::map<int, std::unique_ptr<Work>> works_;
    std::map<int, Told> asked_;
    std::vector<std::string> incoming_;
};

} // namespace desk::web
