// The contract of the stores (core/storage.hpp) as scenarios, written once. Each kind of store brings a Workshop, which
// opens it and does to it from outside what can happen to a store: damage, full disks, lost handles, newer versions.
//
// A scenario is a list of steps. A step may answer at once or later; the next one starts when it has.
#pragma once

#include "core/storage.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace desk::contract {

using Opened = tl::expected<std::unique_ptr<Storage>, StorageError>;
using Done = std::function<void()>;

class Workshop {
public:
    virtual ~Workshop() = default;
    virtual void open(std::function<void(Opened)> answer) = 0; // another handle on the one store
    virtual void damage_pack(const Pack& key, Done done) = 0;  // changes the stored lines to damaged_lines(key)
    virtual void count_packs(std::function<void(int)> answer) = 0;
    virtual void fail_writes(bool fail, Done done) = 0; // from now on, or no longer
    virtual void lose_handles(Done done) = 0;           // those that are open serve no more; the data is as before
    virtual void remove_store(Done done) = 0;           // behind the open handles
    virtual void make_newer(Done done) = 0;             // a newer version has written the store; handles are closed
    virtual void hear_news(Storage& storage, Done done) = 0; // gives news the time or the call that it needs
};

std::string damaged_lines(const Pack& pack);

// One run of one scenario.
class Run {
public:
    using Reason = StorageError::Reason;
    explicit Run(Workshop& workshop) : workshop_(workshop) {}

    // Steps; `handle` is 0 or 1.
    Run& open(int handle = 0);
    Run& close(int handle = 0);
    Run& append(std::vector<Pack> packs, int handle = 0);
    Run& refuses(std::vector<Pack> packs, std::vector<Reason> reasons, int handle = 0);
    Run& guide(std::string digest, std::string text);
    Run& setting(std::string key, std::string value);
    Run& consolidate(std::string release, int handle = 0);
    Run& holds(std::vector<Pack> packs, int handle = 0); // as ops: joined packs count as their parts
    Run& load(std::function<void(Run&, const StoreContents&)> look, int handle = 0);
    Run& load_refused(Reason reason, int handle = 0);
    Run& packs_stored(std::function<bool(int)> right, std::string what);
    Run& listen(int handle);
    Run& hears(int handle, std::string release);
    Run& outside(std::function<void(Workshop&, Done)> act);

    void check(bool right, const std::string& what);
    // Runs the steps; answers what was wrong, nothing if all was right.
    void start(std::function<void(std::vector<std::string>)> finished);

private:
    using Step = std::function<void(Done)>;
    Run& step(Step step);
    void next(std::size_t place);
    Storage* storage(int handle);
    template <typename T>
    StorageAnswer<T> once(std::string what, std::function<void(tl::expected<T, StorageError>)> then);
    void listen_again(int handle, const std::string& release, int tries, const Done& done);

    Workshop& workshop_;
    std::vector<Step> steps_;
    std::unique_ptr<Storage> handles_[2];
    StorageError refusal_[2]; // of opening
    std::vector<std::string> heard_[2];
    std::vector<std::string> wrong_;
    std::function<void(std::vector<std::string>)> finished_;
};

struct Scenario {
    const char* name; // a sentence about the store
    void (*write)(Run&);
};
const std::vector<Scenario>& scenarios();

// Packs for tests: `count` ops from `first`, whose lines contain `word`.
Pack pack(std::string release, std::string actor, std::uint64_t first, std::uint32_t count,
          const std::string& word = "x");

} // namespace desk::contract
