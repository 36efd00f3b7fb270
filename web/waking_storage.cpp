#include "web/waking_storage.hpp"

#include "web/imports.hpp"

#include <utility>

namespace desk::web {
namespace {

template <typename T> StorageAnswer<T> waking(StorageAnswer<T> answer) {
    return [answer = std::move(answer)](tl::expected<T, StorageError> result) {
        answer(std::move(result));
        page_wake();
    };
}

class WakingStorage final : public Storage {
public:
    explicit WakingStorage(std::unique_ptr<Storage> inner) : inner_(std::move(inner)) {}

    void load(StorageAnswer<StoreContents> answer) override { inner_->load(waking(std::move(answer))); }
    void append(std::vector<Pack> packs, StorageAnswer<Stored> answer) override {
        inner_->append(std::move(packs), waking(std::move(answer)));
    }
    void put_guide(std::string digest, std::string text, StorageAnswer<Stored> answer) override {
        inner_->put_guide(std::move(digest), std::move(text), waking(std::move(answer)));
    }
    void put_setting(std::string key, std::string value, StorageAnswer<Stored> answer) override {
        inner_->put_setting(std::move(key), std::move(value), waking(std::move(answer)));
    }
    void consolidate(std::string release, StorageAnswer<Stored> answer) override {
        inner_->consolidate(std::move(release), waking(std::move(answer)));
    }
    void on_foreign_change(std::function<void(std::string release)> listener) override {
        inner_->on_foreign_change([listener = std::move(listener)](std::string release) {
            listener(std::move(release));
            page_wake();
        });
    }
    std::string durability() const override { return inner_->durability(); }
    void measure(std::function<void(StorageRoom)> answer) override {
        inner_->measure([answer = std::move(answer)](StorageRoom room) {
            answer(room);
            page_wake();
        });
    }
    void ask_to_keep(std::function<void(bool)> answer) override {
        inner_->ask_to_keep([answer = std::move(answer)](bool kept) {
            answer(kept);
            page_wake();
        });
    }

private:
    std::unique_ptr<Storage> inner_;
};

} // namespace

std::unique_ptr<Storage> make_waking_storage(std::unique_ptr<Storage> inner) {
    return std::make_unique<WakingStorage>(std::move(inner));
}

} // namespace desk::web
