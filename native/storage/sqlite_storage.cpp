#include "native/storage/sqlite_storage.hpp"

#include "core/packs.hpp"
#include "native/storage/sqlite_records.hpp"
#include "native/storage/sqlite_schema.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

namespace desk::native {

namespace {

class SqliteFile final : public SqliteStorage {
public:
    SqliteFile(std::string path, Connection connection) : path_(std::move(path)) {
        connection_.emplace(std::move(connection));
        if (const auto position = read_position(*connection_)) position_ = *position;
    }

    void load(StorageAnswer<StoreContents> answer) override {
        answer(attempt<StoreContents>([this](Connection& connection) -> SqliteResult<StoreContents> {
            auto transaction = Transaction::begin(connection, Transaction::Kind::read);
            if (!transaction) return tl::unexpected(transaction.error());
            auto read = read_all(connection);
            const auto position = read_position(connection);
            if (!read || !position) return tl::unexpected(read ? position.error() : read.error());
            if (auto ended = transaction->commit(); !ended) return tl::unexpected(ended.error());
            position_ = *position;
            changed_elsewhere_.clear();
            // If they cannot be moved now, they are reported again next time.
            if (!read->damaged.empty()) (void)set_aside(connection, read->damaged);
            return std::move(read->contents);
        }));
    }

    void append(std::vector<Pack> packs, StorageAnswer<Stored> answer) override {
        const auto prepared = prepared_packs(std::move(packs));
        if (!prepared) return answer(tl::unexpected(prepared.error()));
        if (prepared->empty()) return answer(Stored{});
        std::optional<StorageError> refusal;
        auto stored = write([&](Connection& connection) -> SqliteResult<bool> {
            for (const Pack& pack : *prepared) {
                auto existing = overlapping_packs(connection, pack);
                if (!existing) return tl::unexpected(existing.error());
                auto missing = missing_parts(pack, *existing);
                if (!missing) {
                    refusal = missing.error();
                    return false;
                }
                for (const Pack& part : *missing)
                    if (const auto done = insert_pack(connection, part); !done) return tl::unexpected(done.error());
            }
            return true;
        });
        if (refusal) return answer(tl::unexpected(*refusal));
        answer(std::move(stored));
    }

    void put_guide(std::string digest, std::string text, StorageAnswer<Stored> answer) override {
        answer(write([&](Connection& connection) -> SqliteResult<bool> {
            return put_entry(connection, EntryKind::guide, digest, text).map([] { return true; });
        }));
    }

    void put_setting(std::string key, std::string value, StorageAnswer<Stored> answer) override {
        answer(write([&](Connection& connection) -> SqliteResult<bool> {
            return put_entry(connection, EntryKind::setting, key, value).map([] { return true; });
        }));
    }

    void consolidate(std::string release, StorageAnswer<Stored> answer) override {
        answer(write(
            [&](Connection& connection) -> SqliteResult<bool> { return consolidate_release(connection, release); }));
    }

    void on_foreign_change(std::function<void(std::string)> listener) override { listener_ = std::move(listener); }

    std::string durability() const override { return path_; }

    void measure(std::function<void(StorageRoom)> answer) override {
        StorageRoom room;
        for (const char* part : {"", "-wal"}) {
            std::error_code unknown;
            const auto bytes = std::filesystem::file_size(path_ + part, unknown);
            if (!unknown) room.used += bytes;
        }
        answer(room);
    }

    void ask_to_keep(std::function<void(bool)> answer) override { answer(true); }

    void poll() override {
        (void)attempt<Stored>([this](Connection& connection) -> SqliteResult<Stored> {
            const auto version = connection.number("PRAGMA data_version");
            if (!version) return tl::unexpected(version.error());
            if (*version == position_.data_version) return Stored{};
            const auto transaction = Transaction::begin(connection, Transaction::Kind::read);
            if (!transaction) return tl::unexpected(transaction.error());
            const auto noticed = notice_others(connection);
            const auto position = read_position(connection);
            if (!noticed || !position) return tl::unexpected(noticed ? position.error() : noticed.error());
            position_ = *position;
            return Stored{};
        });
        if (!listener_ || changed_elsewhere_.empty()) return;
        const auto listener = listener_;
        const std::weak_ptr<int> life = life_;
        for (const std::string& release : std::exchange(changed_elsewhere_, {})) {
            if (life.expired()) return;
            listener(release);
        }
    }

private:
    // Does `work` with a connection that serves; a suspect one is dropped and opened again once.
    template <typename T, typename Work> tl::expected<T, StorageError> attempt(const Work& work) {
        if (connection_ && connection_->moved()) connection_.reset();
        for (int tries = 0;; ++tries) {
            if (!connection_) {
                auto opened = open_store(path_, Connection::Open::existing);
                if (!opened) return tl::unexpected(opened.error());
                connection_.emplace(std::move(*opened));
                changed_elsewhere_.insert(std::string()); // it may be another file by now
            }
            SqliteResult<T> result = work(*connection_);
            if (result) return std::move(*result);
            if (!connection_is_suspect(result.error())) return tl::unexpected(told(result.error(), path_));
            connection_.reset();
            if (tries > 0) return tl::unexpected(told(result.error(), path_));
        }
    }

    // `work` in one durable transaction; it answers whether there is anything to be committed.
    template <typename Work> tl::expected<Stored, StorageError> write(const Work& work) {
        return attempt<Stored>([&](Connection& connection) -> SqliteResult<Stored> {
            auto transaction = Transaction::begin(connection, Transaction::Kind::write);
            if (!transaction) return tl::unexpected(transaction.error());
            if (auto noticed = notice_others(connection); !noticed) return tl::unexpected(noticed.error());
            const SqliteResult<bool> worked = work(connection);
            if (!worked) return tl::unexpected(worked.error());
            if (!*worked) return Stored{};
            const auto position =
                read_position(connection); // under the lock, so that no one else's pack is passed over
            if (!position) return tl::unexpected(position.error());
            if (auto committed = transaction->commit(); !committed) return tl::unexpected(committed.error());
            position_ = *position;
            return Stored{};
        });
    }

    // Remembers the releases to which others have added since position_.
    SqliteResult<void> notice_others(Connection& connection) {
        auto releases = connection.query("SELECT DISTINCT release FROM packs WHERE id > ?");
        if (!releases) return tl::unexpected(releases.error());
        releases->bind_number(position_.last_id);
        for (;;) {
            const auto row = releases->next();
            if (!row) return tl::unexpected(row.error());
            if (!*row) return {};
            changed_elsewhere_.insert(releases->bytes(0));
        }
    }

    // How far this object knows the file.
    struct Position {
        std::int64_t data_version = -1; // of this connection: others' commits change it, its own do not
        std::int64_t last_id = 0;
    };
    static SqliteResult<Position> read_position(Connection& connection) {
        const auto version = connection.number("PRAGMA data_version");
        const auto last = connection.number("SELECT max(id) FROM packs");
        if (!version || !last) return tl::unexpected(version ? last.error() : version.error());
        return Position{*version, *last};
    }

    std::string path_;
    std::optional<Connection> connection_;
    Position position_;
    std::set<std::string> changed_elsewhere_; // "" stands for: anything
    std::function<void(std::string)> listener_;
    std::shared_ptr<int> life_ = std::make_shared<int>(0);
};

} // namespace

tl::expected<std::unique_ptr<SqliteStorage>, StorageError> open_sqlite_storage(const std::string& path) {
    auto connection = open_store(path, Connection::Open::or_create);
    if (!connection) return tl::unexpected(connection.error());
    return std::make_unique<SqliteFile>(path, std::move(*connection));
}

} // namespace desk::native
