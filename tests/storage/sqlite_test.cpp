// The contract on SQLite, and what only a file on this machine can be put through.
#include "contract.hpp"
#include "core/packs.hpp"
#include "failing_disk.hpp"
#include "native/storage/sqlite_storage.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

using namespace desk;
using contract::Done;
using contract::Opened;
using contract::pack;

namespace {

// An empty folder, removed at the end.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "release-desk-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    std::string file(const char* name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

// The file as any other program sees it.
class Outside {
public:
    explicit Outside(const std::string& path) {
        REQUIRE(sqlite3_open_v2(path.c_str(), &db_, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK);
        sqlite3_busy_timeout(db_, 5000);
    }
    ~Outside() { sqlite3_close(db_); }
    void run(const std::string& sql) {
        REQUIRE(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    int number(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        REQUIRE(sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr) == SQLITE_OK);
        REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
        const int result = sqlite3_column_int(statement, 0);
        sqlite3_finalize(statement);
        return result;
    }

private:
    sqlite3* db_ = nullptr;
};

std::string hex(const std::string& bytes) {
    std::string text = "x'";
    for (const unsigned char byte : bytes)
        for (const int digit : {byte >> 4, byte & 15}) text += "0123456789abcdef"[digit];
    return text + "'";
}

class SqliteWorkshop final : public contract::Workshop {
public:
    explicit SqliteWorkshop(std::string path) : path_(std::move(path)) {}

    void open(std::function<void(Opened)> answer) override {
        auto opened = native::open_sqlite_storage(path_);
        if (opened)
            answer(std::unique_ptr<Storage>(std::move(*opened)));
        else
            answer(tl::unexpected(opened.error()));
    }

    void damage_pack(const Pack& key, Done done) override {
        Outside(path_).run("UPDATE packs SET lines = " + hex(contract::damaged_lines(key)) + " WHERE release = '" +
                           key.release + "' AND actor = '" + key.actor +
                           "' AND first_seq = " + std::to_string(key.first_seq));
        done();
    }

    void count_packs(std::function<void(int)> answer) override {
        answer(Outside(path_).number("SELECT count(*) FROM packs"));
    }

    void fail_writes(bool fail, Done done) override {
        contract::disk_is_full(fail);
        done();
    }

    // The file is replaced by a copy of itself, as a tool that restores or synchronises does.
    void lose_handles(Done done) override {
        const std::string copy = path_ + "-copy";
        Outside(path_).run("VACUUM INTO '" + copy + "'");
        remove_files();
        std::filesystem::rename(copy, path_);
        done();
    }

    void remove_store(Done done) override {
        remove_files();
        done();
    }

    void make_newer(Done done) override {
        Outside(path_).run("PRAGMA user_version = 99");
        done();
    }

    void hear_news(Storage& storage, Done done) override {
        static_cast<native::SqliteStorage&>(storage).poll();
        done();
    }

private:
    void remove_files() {
        for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + end);
    }
    std::string path_;
};

StoreContents loaded(Storage& storage) {
    std::optional<StoreContents> contents;
    storage.load([&](auto answer) {
        REQUIRE(answer);
        contents = std::move(*answer);
    });
    return std::move(*contents);
}

bool appended(Storage& storage, const Pack& pack) {
    bool done = false;
    storage.append({pack}, [&](auto answer) { done = answer.has_value(); });
    return done;
}

} // namespace

TEST_CASE("A SQLite store") {
    contract::install_failing_disk();
    for (const contract::Scenario& scenario : contract::scenarios()) SUBCASE(scenario.name) {
            Folder folder;
            SqliteWorkshop workshop(folder.file("desk.db"));
            contract::Run run(workshop);
            scenario.write(run);
            bool finished = false;
            run.start([&](const std::vector<std::string>& wrong) {
                finished = true;
                for (const std::string& what : wrong) FAIL_CHECK(what);
            });
            contract::disk_is_full(false);
            CHECK(finished);
        }
}

TEST_CASE("What was acknowledged is there after the process was killed") {
    for (int round = 0; round < 3; ++round) {
        Folder folder;
        const std::string path = folder.file("desk.db");
        int acknowledged[2];
        REQUIRE(pipe(acknowledged) == 0);
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto storage = native::open_sqlite_storage(path);
            for (std::uint64_t seq = 1; storage; ++seq) {
                if (!appended(**storage, pack("rel_a", "k1", seq, 1))) break;
                if (seq % 50 == 0) // the kill is to meet this too
                    (*storage)->consolidate("rel_a", [](auto) {});
                if (write(acknowledged[1], &seq, sizeof seq) != sizeof seq) break;
            }
            _exit(1);
        }
        close(acknowledged[1]);
        std::uint64_t last = 0, seq = 0;
        const auto enough = static_cast<std::uint64_t>(40 + 90 * round);
        while (last < enough && read(acknowledged[0], &seq, sizeof seq) == sizeof seq) last = seq;
        kill(child, SIGKILL);
        while (read(acknowledged[0], &seq, sizeof seq) == sizeof seq) last = seq;
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        close(acknowledged[0]);

        const auto storage = native::open_sqlite_storage(path);
        REQUIRE(storage);
        const StoreContents contents = loaded(**storage);
        CHECK(contents.quarantined.empty());
        std::uint64_t next = 1;
        for (const Pack& stored : contents.packs) {
            CHECK(stored.first_seq == next);
            next = pack_end(stored);
        }
        CHECK(last >= enough);
        CHECK(next > last);
    }
}

TEST_CASE("A damaged seal, count or key is noticed like damaged lines") {
    for (const char* damage :
         {"seal = 'x'", "count = 3", "count = -1", "first_seq = 0", "actor = 'k9'", "lines = x''"}) {
        CAPTURE(damage);
        Folder folder;
        const std::string path = folder.file("desk.db");
        const auto storage = native::open_sqlite_storage(path);
        REQUIRE(storage);
        const Pack stored = pack("rel_a", "k1", 1, 2), sound = pack("rel_b", "k1", 1, 1);
        REQUIRE(appended(**storage, stored));
        REQUIRE(appended(**storage, sound));
        Outside(path).run("UPDATE packs SET " + std::string(damage) + " WHERE release = 'rel_a'");
        const StoreContents contents = loaded(**storage);
        CHECK(contents.packs == std::vector<Pack>{sound});
        CHECK(contents.quarantined.size() == 1);
        CHECK(loaded(**storage).quarantined.size() == 1);
    }
}

TEST_CASE("Damaged guides and settings are set aside too") {
    Folder folder;
    const std::string path = folder.file("desk.db");
    const auto storage = native::open_sqlite_storage(path);
    REQUIRE(storage);
    (*storage)->put_guide("d1", "guide", [](auto answer) { REQUIRE(answer); });
    (*storage)->put_setting("theme", "dark", [](auto answer) { REQUIRE(answer); });
    Outside(path).run("UPDATE guides SET text = x'ff00'; UPDATE settings SET value = x'00'");
    for (int i = 0; i < 2; ++i) {
        const StoreContents contents = loaded(**storage);
        CHECK(contents.guides.empty());
        CHECK(contents.settings.empty());
        REQUIRE(contents.quarantined.size() == 2);
        CHECK(contents.quarantined[0].bytes == std::string("\xff\0", 2));
        CHECK(contents.quarantined[1].bytes == std::string("\0", 1));
    }
}

TEST_CASE("Files of other programs, and places without access, are refused and left alone") {
    Folder folder;
    const std::string text = folder.file("text"), other = folder.file("other.db");
    const std::string content = "This is somebody's letter and certainly not a database of release desk at all.";
    std::ofstream(text) << content;
    const auto from_text = native::open_sqlite_storage(text);
    REQUIRE(!from_text);
    CHECK(from_text.error().reason == StorageError::Reason::broken);
    std::string after;
    std::getline(std::ifstream(text), after);
    CHECK(after == content);

    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(other.c_str(), &db) == SQLITE_OK);
    REQUIRE(sqlite3_exec(db, "CREATE TABLE theirs (x)", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
    const auto from_other = native::open_sqlite_storage(other);
    REQUIRE(!from_other);
    CHECK(from_other.error().reason == StorageError::Reason::broken);
    CHECK(Outside(other).number("SELECT count(*) FROM sqlite_master") == 1);

    const auto nowhere = native::open_sqlite_storage(folder.file("no/such/folder/desk.db"));
    REQUIRE(!nowhere);
    CHECK(nowhere.error().reason == StorageError::Reason::unavailable);
}

TEST_CASE("Own changes are no news, those of another process are told once") {
    Folder folder;
    const auto here = native::open_sqlite_storage(folder.file("desk.db"));
    const auto there = native::open_sqlite_storage(folder.file("desk.db"));
    REQUIRE(here);
    REQUIRE(there);
    std::vector<std::string> news;
    (*here)->on_foreign_change([&](std::string release) { news.push_back(std::move(release)); });
    REQUIRE(appended(**here, pack("rel_a", "k1", 1, 1)));
    (*here)->poll();
    CHECK(news.empty());
    REQUIRE(appended(**there, pack("rel_b", "k2", 1, 1)));
    REQUIRE(appended(**here, pack("rel_a", "k1", 2, 1))); // must not hide the news from before
    (*here)->poll();
    (*here)->poll();
    CHECK(news == std::vector<std::string>{"rel_b"});
}

TEST_CASE("Appends of two processes at once are all stored, and told to the other") {
    Folder folder;
    const std::string path = folder.file("desk.db");
    constexpr std::uint64_t packs = 60;
    REQUIRE(native::open_sqlite_storage(path));
    const auto append_all = [](native::SqliteStorage& storage, const char* actor) {
        for (std::uint64_t seq = 1; seq <= packs; ++seq)
            if (!appended(storage, pack("rel_a", actor, seq, 1))) return false;
        return true;
    };
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto there = native::open_sqlite_storage(path);
        _exit(there && append_all(**there, "k2") ? 0 : 1);
    }
    const auto here = native::open_sqlite_storage(path);
    REQUIRE(here);
    std::size_t told = 0;
    (*here)->on_foreign_change([&](const std::string& release) { told += release == "rel_a" ? 1 : 0; });
    CHECK(append_all(**here, "k1"));
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    (*here)->poll();
    CHECK(told > 0);

    const StoreContents contents = loaded(**here);
    CHECK(contents.quarantined.empty());
    for (const char* actor : {"k1", "k2"}) {
        std::uint64_t next = 1;
        for (const Pack& stored : contents.packs) {
            if (stored.actor != actor) continue;
            CHECK(stored.first_seq == next);
            next = pack_end(stored);
        }
        CHECK(next == packs + 1);
    }
}

TEST_CASE("An answer may destroy the store") {
    Folder folder;
    auto opened = native::open_sqlite_storage(folder.file("desk.db"));
    REQUIRE(opened);
    std::unique_ptr<native::SqliteStorage> storage = std::move(*opened);
    storage->append({pack("rel_a", "k1", 1, 1)}, [&](auto answer) {
        CHECK(answer);
        storage.reset();
    });
    CHECK(!storage);
}
