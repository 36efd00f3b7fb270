#include "ui/app/save_queue.hpp"

#include "core/file/workspace.hpp"

#include <algorithm>
#include <utility>

namespace desk::ui {

SaveQueue::SaveQueue(Storage& storage, Events events) : storage_(storage), events_(std::move(events)) {}
SaveQueue::~SaveQueue() = default;

void SaveQueue::open() {
    open_ = true;
    retry();
}

void SaveQueue::close(std::string problem) {
    open_ = false;
    failed_ = true;
    problem_ = std::move(problem);
    events_.changed();
}

void SaveQueue::put(std::vector<Write> writes) {
    for (Write& write : writes) {
        // Of a setting only the last value matters.
        if (auto* setting = std::get_if<SettingWrite>(&write)) {
            const auto older = std::find_if(waiting_.begin() + static_cast<std::ptrdiff_t>(flying_), waiting_.end(),
                                            [&](const Write& other) {
                                                const auto* same = std::get_if<SettingWrite>(&other);
                                                return same && same->key == setting->key;
                                            });
            if (older != waiting_.end()) {
                std::get<SettingWrite>(*older).value = std::move(setting->value);
                continue;
            }
        }
        waiting_.push_back(std::move(write));
    }
    retry();
}

void SaveQueue::retry() {
    if (!open_) return events_.changed();
    failed_ = false;
    problem_.clear();
    pump();
    events_.changed();
}

SaveProgress SaveQueue::progress() const {
    if (waiting_.empty()) return SaveProgress::saved;
    return failed_ ? SaveProgress::not_saved : SaveProgress::saving;
}

std::set<std::string> SaveQueue::releases() const {
    std::set<std::string> ids;
    for (const Write& write : waiting_)
        if (const auto* pack = std::get_if<Pack>(&write)) ids.insert(pack->release);
    return ids;
}

std::string SaveQueue::entries() const {
    std::string entries;
    for (const Write& write : waiting_) {
        if (const auto* guide = std::get_if<GuideWrite>(&write))
            append_guide_entry(entries, guide->digest, guide->text);
        if (const auto* pack = std::get_if<Pack>(&write)) append_workspace_entries(entries, pack->release, pack->lines);
    }
    return entries;
}

// A store may answer within the call: the loop goes on then, instead of calling itself.
void SaveQueue::pump() {
    if (pumping_) return;
    pumping_ = true;
    while (open_ && !failed_ && flying_ == 0 && !waiting_.empty()) send(next_count());
    pumping_ = false;
}

std::size_t SaveQueue::next_count() const {
    if (one_by_one_ || !std::holds_alternative<Pack>(waiting_.front())) return 1;
    const auto end = std::find_if_not(waiting_.begin(), waiting_.end(),
                                      [](const Write& write) { return std::holds_alternative<Pack>(write); });
    return static_cast<std::size_t>(end - waiting_.begin());
}

void SaveQueue::send(std::size_t count) {
    flying_ = count;
    auto answer = [this, count, alive = std::weak_ptr<char>(alive_)](const tl::expected<Stored, StorageError>& result) {
        if (!alive.expired()) answered(count, result);
    };
    if (const auto* guide = std::get_if<GuideWrite>(&waiting_.front()))
        return storage_.put_guide(guide->digest, guide->text, std::move(answer));
    if (const auto* setting = std::get_if<SettingWrite>(&waiting_.front()))
        return storage_.put_setting(setting->key, setting->value, std::move(answer));
    std::vector<Pack> packs;
    for (std::size_t i = 0; i < count; ++i) packs.push_back(std::get<Pack>(waiting_[i]));
    storage_.append(std::move(packs), std::move(answer));
}

void SaveQueue::answered(std::size_t count, const tl::expected<Stored, StorageError>& answer) {
    flying_ = 0;
    if (answer) {
        waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
        if (waiting_.empty()) one_by_one_ = false;
    } else if (answer.error().reason == StorageError::Reason::exists &&
               std::holds_alternative<Pack>(waiting_.front())) {
        if (count > 1) {
            one_by_one_ = true;
        } else {
            Pack& pack = std::get<Pack>(waiting_.front());
            events_.taken(pack.actor);
            pack.actor = events_.fresh_key();
            pack.first_seq = 1;
        }
    } else {
        failed_ = true;
        problem_ = answer.error().text;
    }
    pump();
    events_.changed();
}

} // namespace desk::ui
