#include "native/window/store.hpp"

#include "native/window/folders.hpp"

#include <utility>

namespace desk::native {

namespace {

class NoStorage : public SqliteStorage {
public:
    explicit NoStorage(StorageError why) : why_(std::move(why)) {}
    void load(StorageAnswer<StoreContents> answer) override { answer(tl::make_unexpected(why_)); }
    void append(std::vector<Pack>, StorageAnswer<Stored> answer) override { answer(tl::make_unexpected(why_)); }
    void put_guide(std::string, std::string, StorageAnswer<Stored> answer) override {
        answer(tl::make_unexpected(why_));
    }
    void put_setting(std::string, std::string, StorageAnswer<Stored> answer) override {
        answer(tl::make_unexpected(why_));
    }
    void consolidate(std::string, StorageAnswer<Stored> answer) override { answer(tl::make_unexpected(why_)); }
    void on_foreign_change(std::function<void(std::string)>) override {}
    std::string durability() const override { return {}; }
    void poll() override {}

private:
    StorageError why_;
};

} // namespace

std::unique_ptr<SqliteStorage> open_store_in(const std::string& folder) {
    if (folder.empty())
        return std::make_unique<NoStorage>(StorageError{StorageError::Reason::unavailable,
                                                        "There is no home folder. Start with --data and a folder."});
    if (const auto made = make_folder(folder); !made)
        return std::make_unique<NoStorage>(StorageError{StorageError::Reason::unavailable, made.error()});
    auto opened = open_sqlite_storage(folder + "/desk.sqlite");
    return opened ? std::move(*opened) : std::make_unique<NoStorage>(std::move(opened.error()));
}

} // namespace desk::native
