#include "web/storage/database.hpp"

#include <emscripten/emscripten.h>

#include <cstddef>
#include <utility>

using desk::web::Database;

namespace {

// A piece of the heap, as indexeddb.js reads it: a 32-bit pointer and a 32-bit size.
struct Slice {
    const char* data;
    std::size_t size;
};
static_assert(sizeof(Slice) == 8);

} // namespace

extern "C" {
int desk_idb_open(Database* owner, const char* name, std::size_t size);
void desk_idb_close(int id);
void desk_idb_later(int id, int ticket);
void desk_idb_transact(int id, int ticket, int writes, const Slice* locks, std::size_t count);
void desk_idb_read(int id, int ticket, int tag, int table, const Slice* key, std::size_t count);
void desk_idb_read_back(int id, int ticket, int tag, const Slice* key);
void desk_idb_write(int id, int ticket, int table, const Slice* fields);
void desk_idb_erase(int id, int ticket, int table, const Slice* key, std::size_t count);
void desk_idb_commit(int id, int ticket);
void desk_idb_abort(int id, int ticket);
void desk_idb_tell_others(int id, const char* release, std::size_t size);
void desk_idb_ask_to_keep_once(int id);
void desk_idb_ask_to_keep(int id, int ticket);
void desk_idb_measure(int id, int ticket);
}

namespace desk::web {

namespace {

template <typename Texts> std::vector<Slice> slices(const Texts& texts) {
    std::vector<Slice> result;
    result.reserve(texts.size());
    for (const auto& text : texts) result.push_back({text.data(), text.size()});
    return result;
}

StorageError told(const std::string& name, bool while_opening) {
    using Reason = StorageError::Reason;
    if (name == "QuotaExceededError")
        return {Reason::full, "The browser has no room left for this page. Use Export now, then free disk space "
                              "or delete the data of other pages."};
    if (name == "VersionError")
        return {Reason::newer_version, "A newer version of Release Desk has written this browser's data. Nothing was "
                                       "changed. Use Export now if something is not saved, then reload the page."};
    if (name == "ConstraintError")
        return {Reason::exists, "Other changes are already stored in this place. Nothing was overwritten."};
    if (name == "Blocked")
        return {Reason::unavailable, "Another tab holds the data in an older version. Close the other tabs of "
                                     "Release Desk: then it goes on by itself."};
    if (name == "Silent")
        return {Reason::unavailable, "The browser does not open this page's data. Another tab may hold it: close the "
                                     "other tabs of Release Desk, and it goes on by itself. If it does not, restart "
                                     "the browser. Use Export now to keep what you do meanwhile."};
    if (name == "Cleared")
        return {Reason::unavailable, "This page's data was cleared from the browser while it was open. Use Export "
                                     "now to keep what you see, then reload the page."};
    if (while_opening)
        return {Reason::unavailable, "This browser does not let the page store data (" + name +
                                         "). A private window or blocked site data can be the cause. Use Export now "
                                         "to keep your work, or open the page in a normal window."};
    return {Reason::broken,
            "The browser's storage stopped working (" + name + "). Use Export now, then reload the page."};
}

} // namespace

void Transaction::read(int tag, Table table, const std::vector<std::string_view>& key) {
    const auto parts = slices(key);
    desk_idb_read(database_, ticket_, tag, static_cast<int>(table), parts.data(), parts.size());
}

void Transaction::read_back(int tag, std::string_view release, std::string_view actor) {
    const auto parts = slices(std::vector<std::string_view>{release, actor});
    desk_idb_read_back(database_, ticket_, tag, parts.data());
}

void Transaction::write(Table table, const std::vector<std::string_view>& fields) {
    desk_idb_write(database_, ticket_, static_cast<int>(table), slices(fields).data());
}

void Transaction::erase(Table table, const std::vector<std::string_view>& key) {
    const auto parts = slices(key);
    desk_idb_erase(database_, ticket_, static_cast<int>(table), parts.data(), parts.size());
}

void Transaction::commit() { desk_idb_commit(database_, ticket_); }
void Transaction::abort() { desk_idb_abort(database_, ticket_); }

Database::Database(const std::string& name) : id_(desk_idb_open(this, name.data(), name.size())) {}
Database::~Database() { desk_idb_close(id_); }

void Database::run(std::unique_ptr<Work> work) {
    const int ticket = ++tickets_;
    const bool writes = work->writes();
    const std::vector<std::string> releases = work->releases();
    works_.emplace(ticket, std::move(work));
    const auto locks = slices(releases);
    desk_idb_transact(id_, ticket, writes ? 1 : 0, locks.data(), locks.size());
}

void Database::later(std::unique_ptr<Work> work) {
    const int ticket = ++tickets_;
    works_.emplace(ticket, std::move(work));
    desk_idb_later(id_, ticket);
}

void Database::tell_others(const std::string& release) { desk_idb_tell_others(id_, release.data(), release.size()); }
void Database::ask_to_keep_once() { desk_idb_ask_to_keep_once(id_); }

void Database::ask_to_keep(Told answer) {
    asked_.emplace(++tickets_, std::move(answer));
    desk_idb_ask_to_keep(id_, tickets_);
}

void Database::measure(Told answer) {
    asked_.emplace(++tickets_, std::move(answer));
    desk_idb_measure(id_, tickets_);
}

char* Database::incoming_field(int size) {
    incoming_.emplace_back(static_cast<std::size_t>(size), '\0');
    return incoming_.back().data();
}

std::vector<std::string> Database::take_fields() { return std::exchange(incoming_, {}); }

Work* Database::find(int ticket) {
    const auto it = works_.find(ticket);
    return it == works_.end() ? nullptr : it->second.get();
}

void Database::finish(int ticket, std::optional<StorageError> failure) {
    auto node = works_.extract(ticket);
    if (node) node.mapped()->finished(std::move(failure)); // may destroy this database
}

void Database::tell(int ticket, double first, double second) {
    auto node = asked_.extract(ticket);
    if (node) node.mapped()(first, second);
}

} // namespace desk::web

extern "C" {

EMSCRIPTEN_KEEPALIVE char* desk_idb_field(Database* owner, int size) { return owner->incoming_field(size); }

EMSCRIPTEN_KEEPALIVE void desk_idb_begin(Database* owner, int ticket) {
    if (auto* work = owner->find(ticket)) work->begin(owner->transaction(ticket));
}

// 0: go on.
EMSCRIPTEN_KEEPALIVE int desk_idb_row(Database* owner, int ticket, int tag, int readable) {
    desk::web::Row row{readable != 0, owner->take_fields()};
    auto* work = owner->find(ticket);
    if (!work) return 1;
    const auto then = work->row(owner->transaction(ticket), tag, std::move(row));
    return then == desk::web::Work::Then::go_on ? 0 : 1;
}

EMSCRIPTEN_KEEPALIVE void desk_idb_rows_end(Database* owner, int ticket, int tag) {
    if (auto* work = owner->find(ticket)) work->rows_end(owner->transaction(ticket), tag);
}

EMSCRIPTEN_KEEPALIVE void desk_idb_finished(Database* owner, int ticket, int done, int while_opening) {
    auto fields = owner->take_fields();
    if (done)
        owner->finish(ticket, std::nullopt);
    else
        owner->finish(ticket, desk::web::told(fields.empty() ? std::string("unknown") : fields[0], while_opening != 0));
}

EMSCRIPTEN_KEEPALIVE void desk_idb_news(Database* owner) {
    const auto fields = owner->take_fields();
    const auto listener = owner->on_news;
    if (listener && fields.size() == 1) listener(fields[0]);
}

EMSCRIPTEN_KEEPALIVE void desk_idb_told(Database* owner, int ticket, double first, double second) {
    owner->tell(ticket, first, second);
}

// 0: it may be removed; 1: it is kept; 2: it may be removed after a week.
EMSCRIPTEN_KEEPALIVE void desk_idb_durability(Database* owner, int persisted) {
    owner->durability = persisted == 1 ? "persisted" : persisted == 2 ? "evictable in a week" : "evictable";
}
}
