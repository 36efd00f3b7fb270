#include "native/window/store.hpp"

#include "native/window/folders.hpp"

#include <utility>

namespace desk::native {

namespace {

using Opened = tl::expected<std::unique_ptr<SqliteStorage>, StorageError>;

Opened open_in(const std::string& folder) {
    const auto unavailable = [](std::string why) {
        return tl::make_unexpected(StorageError{StorageError::Reason::unavailable, std::move(why)});
    };
    if (folder.empty()) return unavailable("There is no home folder. Start with --data and a folder.");
    if (const auto made = make_folder(folder); !made)
        return unavailable(made.error() + " Put that right and load again, or start with --data and another folder.");
    return open_sqlite_storage(folder + "/desk.sqlite");
}

// Stands for a store that could not be opened: each load tries again, as the user does who has put it right.
class LateStorage : public SqliteStorage {
public:
    LateStorage(std::string folder, StorageError why) : folder_(std::move(folder)), why_(std::move(why)) {}
    void load(StorageAnswer<StoreContents> answer) override {
        if (!store_) try_again();
        if (store_)
            store_->load(std::move(answer));
        else
            answer(tl::make_unexpected(why_));
    }
    void append(std::vector<Pack> packs, StorageAnswer<Stored> answer) override {
        if (store_)
            store_->append(std::move(packs), std::move(answer));
        else
            answer(tl::make_unexpected(why_));
    }
    void put_guide(std::string digest, std::string text, StorageAnswer<Stored> answer) override {
        if (store_)
            store_->put_guide(std::move(digest), std::move(text), std::move(answer));
        else
            answer(tl::make_unexpected(why_));
    }
    void put_setting(std::string key, std::string value, StorageAnswer<Stored> answer) override {
        if (store_)
            store_->put_setting(std::move(key), std::move(value), std::move(answer));
        else
            answer(tl::make_unexpected(why_));
    }
    void consolidate(std::string release, StorageAnswer<Stored> answer) override {
        if (store_)
            store_->consolidate(std::move(release), std::move(answer));
        else
            answer(tl::make_unexpected(why_));
    }
    void on_foreign_change(std::function<void(std::string)> tell) override {
        if (store_) store_->on_foreign_change(tell);
        tell_ = std::move(tell);
    }
    std::string durability() const override { return store_ ? store_->durability() : std::string(); }
    void measure(std::function<void(StorageRoom)> answer) override {
        if (store_)
            store_->measure(std::move(answer));
        else
            answer({});
    }
    void ask_to_keep(std::function<void(bool)> answer) override { answer(true); }
    void poll() override {
        if (store_) store_->poll();
    }

private:
    void try_again() {
        Opened opened = open_in(folder_);
        if (opened) {
            store_ = std::move(*opened);
            store_->on_foreign_change(tell_);
        } else {
            why_ = std::move(opened.error());
        }
    }

    std::string folder_;
    StorageError why_;
    std::function<void(std::string)> tell_;
    std::unique_ptr<SqliteStorage> store_; // once it could be opened
};

} // namespace

std::unique_ptr<SqliteStorage> open_store_in(const std::string& folder) {
    Opened opened = open_in(folder);
    if (opened) return std::move(*opened);
    return std::make_unique<LateStorage>(folder, std::move(opened.error()));
}

} // namespace desk::native
