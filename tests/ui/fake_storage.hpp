// A store in memory whose answers come when a test says so, and whose failures can be provoked.
#pragma once

#include "core/storage.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace desk {

class FakeStorage : public Storage {
public:
    void load(StorageAnswer<StoreContents> answer) override;
    void append(std::vector<Pack> packs, StorageAnswer<Stored> answer) override;
    void put_guide(std::string digest, std::string text, StorageAnswer<Stored> answer) override;
    void put_setting(std::string key, std::string value, StorageAnswer<Stored> answer) override;
    void consolidate(std::string release, StorageAnswer<Stored> answer) override;
    void on_foreign_change(std::function<void(std::string)> listener) override { listener_ = std::move(listener); }
    std::string durability() const override { return keeping; }
    void measure(std::function<void(StorageRoom)> answer) override {
        later([this, answer = std::move(answer)] { answer(room); });
    }
    void ask_to_keep(std::function<void(bool)> answer) override {
        later([this, answer = std::move(answer)] {
            if (agrees) keeping = "persisted";
            answer(agrees);
        });
    }

    // Gives the answers that wait, and those of what is asked meanwhile.
    void settle();
    bool waiting() const { return !waiting_.empty(); }
    void another_window_appends(std::vector<Pack> packs);
    void becomes_usable() { listener_({}); } // anything may have changed

    // What is durable.
    StoreContents contents;
    int appends = 0; // that succeeded
    std::string keeping = "memory";
    StorageRoom room;
    bool agrees = false; // to keep it

    std::optional<StorageError> load_failure;
    std::optional<StorageError> write_failure; // of every append, guide and setting until it is taken away

private:
    void later(std::function<void()> answer) { waiting_.push_back(std::move(answer)); }

    std::vector<std::function<void()>> waiting_;
    std::function<void(std::string)> listener_;
};

} // namespace desk
