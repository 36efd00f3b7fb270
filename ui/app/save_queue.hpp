// What has been done and is not durable yet, in order: Saving, Saved, Not saved.
//
// The desk shows what a person did at once, and says "Saving…" until the store has answered that it is durable. If the
// store fails, "Not saved" stands, and everything that waits stays here, in order, until a retry succeeds: by hand, or
// by itself when something more is to be written. Nothing leaves the queue but by a success of the store.
//
// One write is on its way at a time; packs that wait behind it go together. If the store holds other bytes under a
// pack's key (Reason::exists), the same lines are stored under a new key, so that both contents are kept, and the desk
// is told to go on under a new actor.
#pragma once

#include "core/storage.hpp"
#include "ui/app/model.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace desk::ui {

struct GuideWrite {
    std::string digest, text;
};
struct SettingWrite {
    std::string key, value;
};
using Write = std::variant<Pack, GuideWrite, SettingWrite>;

class SaveQueue {
public:
    struct Events {
        std::function<void()> changed;                       // progress or problem is another
        std::function<void(const std::string& actor)> taken; // this actor's ids are in use elsewhere
        std::function<std::string()> fresh_key;              // an actor id that nobody has
    };
    SaveQueue(Storage& storage, Events events);
    ~SaveQueue();
    SaveQueue(const SaveQueue&) = delete;
    SaveQueue& operator=(const SaveQueue&) = delete;

    void put(std::vector<Write> writes); // and tries again, if the last try failed
    void retry();
    // Before `open`, and after `close`, nothing is given to the store: it has not been loaded, or could not be.
    void open();
    void close(std::string problem);

    SaveProgress progress() const;
    const std::string& problem() const { return problem_; } // one sentence; empty unless not saved
    bool empty() const { return waiting_.empty(); }
    std::set<std::string> releases() const; // of which ops are waiting
    std::string entries() const;            // what waits, but for settings, as entries of a workspace

private:
    void pump();
    std::size_t next_count() const;
    void send(std::size_t count);
    void answered(std::size_t count, const tl::expected<Stored, StorageError>& answer);

    Storage& storage_;
    Events events_;
    std::deque<Write> waiting_; // the first `flying_` are on their way
    std::size_t flying_ = 0;
    bool open_ = false;
    bool failed_ = false;
    bool one_by_one_ = false; // find out which pack of a batch the store refuses
    bool pumping_ = false;
    std::string problem_;
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

} // namespace desk::ui
