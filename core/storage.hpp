// The contract of the stores. Two keep it: IndexedDB in the browser, SQLite natively; one test proves both.
//
// What is promised:
//  - `append` is answered with success only after its bytes are durable (a strict IndexedDB transaction has completed;
//  a
//    WAL commit with synchronous=FULL has returned). On failure nothing of it is kept, and it may be given again.
//  - A pack given twice, with equal content, is stored once and answered with success; of one that overlaps what is
//    stored, what is new is stored. A pack of which an op (release, actor, seq) is stored with other content is refused
//    with `Reason::exists`: the caller continues under a new actor.
//  - A store that has vanished while it was open is not made anew: that would hide the loss. `Reason::unavailable`.
//  - `load` gives every pack ever appended, whole and in order of (release, actor, first_seq), or its bytes verbatim
//    among `quarantined` if they do not agree with their checksum or key. Quarantined bytes are never deleted.
//  - Guides and settings are small and replaced whole.
//  - Answers come on the caller's thread, never before the call has returned to an event loop on the web, possibly at
//    once natively. An answer is given exactly once. After the store is destroyed none is given.
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace desk {

// The ops of one commit: consecutive ops of one actor about one release, as canonical lines each ended by '\n'.
struct Pack {
    std::string release;
    std::string actor;
    std::uint64_t first_seq = 1; // sequence number of the first op, from 1
    std::uint32_t count = 0;     // number of lines, at least 1
    std::string lines;
    bool operator==(const Pack&) const = default;
};

struct StorageError {
    enum class Reason { unavailable, full, broken, exists, newer_version };
    Reason reason = Reason::broken;
    std::string text; // one sentence for the user, with what to do
};

struct QuarantinedBytes {
    std::string where; // which record, for a person
    std::string bytes;
};

struct StoreContents {
    std::vector<Pack> packs;
    std::vector<std::pair<std::string, std::string>> guides;   // digest, whole guide text; by digest
    std::vector<std::pair<std::string, std::string>> settings; // by key
    std::vector<QuarantinedBytes> quarantined;
};

// A 64-bit FNV-1a of the lines, as 16 lower-case hex digits: detects damage, not malice.
std::string pack_checksum(const std::string& lines);

struct StorageRoom {
    std::uint64_t used = 0; // bytes; 0: not known
    std::uint64_t most = 0; // that may be used; 0: as much as the disk has
};

// May the store be removed without the user (Storage::durability)?
bool is_evictable(std::string_view durability);

template <typename T> using StorageAnswer = std::function<void(tl::expected<T, StorageError>)>;
struct Stored {};

class Storage {
public:
    virtual ~Storage() = default;
    virtual void load(StorageAnswer<StoreContents> answer) = 0;
    virtual void append(std::vector<Pack> packs, StorageAnswer<Stored> answer) = 0; // all or none
    virtual void put_guide(std::string digest, std::string text, StorageAnswer<Stored> answer) = 0;
    virtual void put_setting(std::string key, std::string value, StorageAnswer<Stored> answer) = 0;
    // Joins the packs of a release into few, in one transaction; what `load` gives as ops stays the same.
    virtual void consolidate(std::string release, StorageAnswer<Stored> answer) = 0;
    // Told when another tab or window has appended to this store; the argument is the release. "" means that anything
    // may have changed: load again. The listener may be empty.
    virtual void on_foreign_change(std::function<void(std::string release)> listener) = 0;
    // How safe the data is, for the user: "persisted", "evictable", "evictable in a week" (after seven days of use of
    // the browser without a visit to the page: WebKit), a file's path. Empty while unknown.
    virtual std::string durability() const = 0;
    // How much room the data take.
    virtual void measure(std::function<void(StorageRoom)> answer) = 0;
    // Asks for the data to be kept until the user removes them: are they?
    virtual void ask_to_keep(std::function<void(bool kept)> answer) = 0;
};

} // namespace desk
