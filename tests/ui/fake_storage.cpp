#include "fake_storage.hpp"

#include "core/packs.hpp"

#include <algorithm>

namespace desk {

namespace {

void put(std::vector<std::pair<std::string, std::string>>& list, std::string key, std::string value) {
    for (auto& [known, old] : list)
        if (known == key) {
            old = std::move(value);
            return;
        }
    list.emplace_back(std::move(key), std::move(value));
}

} // namespace

void FakeStorage::load(StorageAnswer<StoreContents> answer) {
    later([this, answer = std::move(answer)] {
        if (load_failure) return answer(tl::unexpected(*load_failure));
        std::stable_sort(contents.packs.begin(), contents.packs.end(), pack_before);
        answer(contents);
    });
}

void FakeStorage::append(std::vector<Pack> packs, StorageAnswer<Stored> answer) {
    later([this, packs = std::move(packs), answer = std::move(answer)] {
        if (write_failure) return answer(tl::unexpected(*write_failure));
        auto prepared = prepared_packs(packs);
        if (!prepared) return answer(tl::unexpected(prepared.error()));
        std::vector<Pack> news;
        for (const Pack& pack : *prepared) {
            std::vector<Pack> chain;
            for (const Pack& known : contents.packs)
                if (known.release == pack.release && known.actor == pack.actor) chain.push_back(known);
            auto missing = missing_parts(pack, chain);
            if (!missing) return answer(tl::unexpected(missing.error()));
            std::move(missing->begin(), missing->end(), std::back_inserter(news));
        }
        std::move(news.begin(), news.end(), std::back_inserter(contents.packs));
        ++appends;
        answer(Stored{});
    });
}

void FakeStorage::put_guide(std::string digest, std::string text, StorageAnswer<Stored> answer) {
    later([this, digest = std::move(digest), text = std::move(text), answer = std::move(answer)] {
        if (write_failure) return answer(tl::unexpected(*write_failure));
        put(contents.guides, digest, text);
        answer(Stored{});
    });
}

void FakeStorage::put_setting(std::string key, std::string value, StorageAnswer<Stored> answer) {
    later([this, key = std::move(key), value = std::move(value), answer = std::move(answer)] {
        if (write_failure) return answer(tl::unexpected(*write_failure));
        put(contents.settings, key, value);
        answer(Stored{});
    });
}

void FakeStorage::consolidate(std::string, StorageAnswer<Stored> answer) {
    later([answer = std::move(answer)] { answer(Stored{}); });
}

void FakeStorage::settle() {
    while (!waiting_.empty()) {
        auto now = std::exchange(waiting_, {});
        for (auto& answer : now) answer();
    }
}

void FakeStorage::another_window_appends(std::vector<Pack> packs) {
    const std::string release = packs.front().release;
    std::move(packs.begin(), packs.end(), std::back_inserter(contents.packs));
    listener_(release);
}

} // namespace desk
