#include "web/storage/indexeddb.hpp"

#include "core/order.hpp"
#include "core/packs.hpp"
#include "web/storage/database.hpp"
#include "web/storage/rows.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace desk::web {

namespace {

// Moves damaged rows to the quarantine, each only if it still holds those bytes. Whether that succeeds changes nothing
// for anyone: until then the row is reported as damaged by every load.
class SetAside final : public Work {
public:
    SetAside(std::vector<DamagedRow> rows, std::function<void()> then)
        : rows_(std::move(rows)), then_(std::move(then)) {}

    void begin(Transaction transaction) override {
        for (std::size_t i = 0; i < rows_.size(); ++i)
            transaction.read(static_cast<int>(i), rows_[i].table, views(rows_[i].key));
    }

    Then row(Transaction transaction, int tag, Row row) override {
        const DamagedRow& damaged = rows_[static_cast<std::size_t>(tag)];
        if (row.readable && row.fields.back() == damaged.remains.bytes) move_row(transaction, damaged);
        return Then::go_on;
    }

    void finished(std::optional<StorageError>) override { then_(); }

private:
    std::vector<DamagedRow> rows_;
    std::function<void()> then_;
};

class Load final : public Work {
public:
    using Finished = std::function<void(tl::expected<LoadedRows, StorageError>)>;
    explicit Load(Finished answer) : answer_(std::move(answer)) {}

    bool writes() const override { return false; }

    void begin(Transaction transaction) override {
        rows_ = {};
        for (const Table table : {Table::packs, Table::guides, Table::settings, Table::quarantine})
            transaction.read(static_cast<int>(table), table);
    }

    Then row(Transaction, int tag, Row row) override {
        rows_.add(static_cast<Table>(tag), std::move(row));
        return Then::go_on;
    }

    void finished(std::optional<StorageError> failure) override {
        if (failure) return answer_(tl::unexpected(std::move(*failure)));
        rows_.put_in_order();
        answer_(std::move(rows_));
    }

private:
    Finished answer_;
    LoadedRows rows_;
};

class Append final : public Work {
public:
    // Of each pack, where its chain ends now.
    using Ends = std::vector<std::uint64_t>;
    using Finished = std::function<void(const std::vector<Pack>&, const Ends&, tl::expected<Stored, StorageError>)>;
    Append(std::vector<Pack> packs, Finished answer)
        : packs_(std::move(packs)), existing_(packs_.size()), ends_(packs_.size()), answer_(std::move(answer)) {}

    std::vector<std::string> releases() const override {
        std::vector<std::string> result;
        for (const Pack& pack : packs_)
            if (result.empty() || result.back() != pack.release) result.push_back(pack.release);
        return result;
    }

    void begin(Transaction transaction) override {
        open_ = packs_.size();
        refusal_.reset();
        for (std::size_t i = 0; i < packs_.size(); ++i) {
            existing_[i].clear();
            ends_[i] = pack_end(packs_[i]);
            transaction.read_back(static_cast<int>(i), packs_[i].release, packs_[i].actor);
        }
    }

    Then row(Transaction transaction, int tag, Row row) override {
        const auto place = static_cast<std::size_t>(tag);
        auto pack = sound_pack(row);
        if (!pack) {
            if (row.readable) move_row(transaction, damaged_row(Table::packs, std::move(row)));
            return Then::go_on;
        }
        ends_[place] = std::max(ends_[place], pack_end(*pack));
        if (pack_end(*pack) <= packs_[place].first_seq) return Then::stop; // sound packs of a chain do not overlap
        existing_[place].push_back(std::move(*pack));
        return Then::go_on;
    }

    void rows_end(Transaction transaction, int tag) override {
        const auto place = static_cast<std::size_t>(tag);
        const auto missing = missing_parts(packs_[place], existing_[place]);
        existing_[place].clear();
        if (!missing) {
            refusal_ = missing.error();
            return transaction.abort();
        }
        for (const Pack& pack : *missing) write_pack(transaction, pack);
        if (--open_ == 0) transaction.commit();
    }

    void finished(std::optional<StorageError> failure) override {
        if (failure)
            answer_(packs_, ends_, tl::unexpected(refusal_ ? std::move(*refusal_) : std::move(*failure)));
        else
            answer_(packs_, ends_, Stored{});
    }

private:
    std::vector<Pack> packs_;
    std::vector<std::vector<Pack>> existing_; // of each, what is already there
    Ends ends_;
    std::size_t open_ = 0; // packs whose rows are still coming
    std::optional<StorageError> refusal_;
    Finished answer_;
};

// The next pack of a chain whose end is known: nothing needs to be read first, and no lock held meanwhile. If someone
// has continued the chain, the browser refuses the key.
class AppendNext final : public Work {
public:
    using Finished = std::function<void(Pack, tl::expected<Stored, StorageError>)>;
    AppendNext(Pack pack, Finished answer) : pack_(std::move(pack)), answer_(std::move(answer)) {}

    void begin(Transaction transaction) override {
        write_pack(transaction, pack_);
        transaction.commit();
    }

    void finished(std::optional<StorageError> failure) override {
        if (failure)
            answer_(std::move(pack_), tl::unexpected(std::move(*failure)));
        else
            answer_(std::move(pack_), Stored{});
    }

private:
    Pack pack_;
    Finished answer_;
};

class Put final : public Work {
public:
    Put(Table table, std::string key, std::string text, StorageAnswer<Stored> answer)
        : table_(table), key_(std::move(key)), text_(std::move(text)), answer_(std::move(answer)) {}

    void begin(Transaction transaction) override {
        const std::string seal = entry_seal(key_, text_);
        transaction.write(table_, {key_, seal, text_});
        transaction.commit();
    }

    void finished(std::optional<StorageError> failure) override {
        if (failure)
            answer_(tl::unexpected(std::move(*failure)));
        else
            answer_(Stored{});
    }

private:
    Table table_;
    std::string key_, text_;
    StorageAnswer<Stored> answer_;
};

class Consolidate final : public Work {
public:
    Consolidate(std::string release, StorageAnswer<Stored> answer)
        : release_(std::move(release)), answer_(std::move(answer)) {}

    std::vector<std::string> releases() const override { return {release_}; }

    void begin(Transaction transaction) override {
        packs_.clear();
        transaction.read(0, Table::packs, {release_});
    }

    Then row(Transaction, int, Row row) override {
        if (auto pack = sound_pack(row)) // damaged ones stay for `load` to find
            packs_.push_back(std::move(*pack));
        return Then::go_on;
    }

    void rows_end(Transaction transaction, int) override {
        put_in_order(packs_, pack_before);
        const Consolidation plan = plan_consolidation(packs_);
        for (const std::size_t place : plan.replaced) transaction.erase(Table::packs, views(pack_key(packs_[place])));
        for (const Pack& pack : plan.joined) write_pack(transaction, pack);
        transaction.commit();
    }

    void finished(std::optional<StorageError> failure) override {
        if (failure)
            answer_(tl::unexpected(std::move(*failure)));
        else
            answer_(Stored{});
    }

private:
    std::string release_;
    std::vector<Pack> packs_;
    StorageAnswer<Stored> answer_;
};

// An answer that is known already, given from the event loop.
class Known final : public Work {
public:
    explicit Known(std::function<void()> answer) : answer_(std::move(answer)) {}
    void finished(std::optional<StorageError>) override { answer_(); }

private:
    std::function<void()> answer_;
};

class IndexedDbStorage final : public Storage {
public:
    explicit IndexedDbStorage(const std::string& name) : database_(name) {}

    void load(StorageAnswer<StoreContents> answer) override {
        database_.run(std::make_unique<Load>([this, answer = std::move(answer)](auto rows) {
            if (!rows) return answer(tl::unexpected(std::move(rows.error())));
            if (rows->movable.empty()) return answer(std::move(rows->contents));
            auto contents = std::make_shared<StoreContents>(std::move(rows->contents));
            database_.run(std::make_unique<SetAside>(std::move(rows->movable),
                                                     [answer, contents] { answer(std::move(*contents)); }));
        }));
    }

    void append(std::vector<Pack> packs, StorageAnswer<Stored> answer) override {
        auto prepared = prepared_packs(std::move(packs));
        if (!prepared || prepared->empty()) {
            tl::expected<Stored, StorageError> known = Stored{};
            if (!prepared) known = tl::unexpected(std::move(prepared.error()));
            return database_.later(std::make_unique<Known>([known, answer = std::move(answer)] { answer(known); }));
        }
        const auto end = prepared->size() == 1 ? ends_.find(chain(prepared->front())) : ends_.end();
        if (end == ends_.end() || end->second != prepared->front().first_seq)
            return append_checked(std::move(*prepared), std::move(answer));
        database_.run(std::make_unique<AppendNext>(
            std::move(prepared->front()), [this, answer = std::move(answer)](Pack pack, auto stored) {
                if (!stored && stored.error().reason == StorageError::Reason::exists)
                    return append_checked({std::move(pack)}, answer);
                const std::uint64_t next = pack_end(pack);
                note({std::move(pack)}, {next}, stored.has_value());
                answer(std::move(stored));
            }));
    }

    void put_guide(std::string digest, std::string text, StorageAnswer<Stored> answer) override {
        database_.run(std::make_unique<Put>(Table::guides, std::move(digest), std::move(text), std::move(answer)));
    }

    void put_setting(std::string key, std::string value, StorageAnswer<Stored> answer) override {
        database_.run(std::make_unique<Put>(Table::settings, std::move(key), std::move(value), std::move(answer)));
    }

    void consolidate(std::string release, StorageAnswer<Stored> answer) override {
        database_.run(std::make_unique<Consolidate>(std::move(release), std::move(answer)));
    }

    void on_foreign_change(std::function<void(std::string)> listener) override {
        database_.on_news = std::move(listener);
    }

    std::string durability() const override { return database_.durability; }

    void measure(std::function<void(StorageRoom)> answer) override {
        database_.measure([answer = std::move(answer)](double used, double most) {
            answer({static_cast<std::uint64_t>(used), static_cast<std::uint64_t>(most)});
        });
    }

    void ask_to_keep(std::function<void(bool)> answer) override {
        database_.ask_to_keep([answer = std::move(answer)](double kept, double) { answer(kept != 0); });
    }

private:
    using Chain = std::pair<std::string, std::string>; // release, actor
    static Chain chain(const Pack& pack) { return {pack.release, pack.actor}; }

    void append_checked(std::vector<Pack> packs, StorageAnswer<Stored> answer) {
        database_.run(std::make_unique<Append>(
            std::move(packs),
            [this, answer = std::move(answer)](const auto& given, const Append::Ends& ends, auto stored) {
                note(given, ends, stored.has_value());
                answer(std::move(stored));
            }));
    }

    void note(const std::vector<Pack>& packs, const Append::Ends& ends, bool stored) {
        for (const Pack& pack : packs) ends_.erase(chain(pack));
        if (!stored) return;
        const std::string* last = nullptr;
        for (std::size_t i = 0; i < packs.size(); ++i) {
            std::uint64_t& end = ends_[chain(packs[i])];
            end = std::max(end, ends[i]);
            if (!last || *last != packs[i].release) database_.tell_others(packs[i].release);
            last = &packs[i].release;
        }
        database_.ask_to_keep_once();
    }

    std::map<Chain, std::uint64_t> ends_; // of chains that were appended to through this store: where they end
    Database database_;
};

} // namespace

std::unique_ptr<Storage> make_indexeddb_storage(std::string database_name) {
    return std::make_unique<IndexedDbStorage>(database_name);
}

} // namespace desk::web
