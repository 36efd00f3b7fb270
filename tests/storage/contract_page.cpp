// The contract on IndexedDB: a program for a page without a canvas, driven by indexeddb.test.mjs through start.js.
#include "contract.hpp"
#include "core/packs.hpp"
#include "web/storage/indexeddb.hpp"

#include <emscripten/emscripten.h>

#include <cstddef>
#include <utility>

using namespace desk;
using contract::Done;
using contract::Opened;

namespace {

using Number = std::function<void(int)>;

} // namespace

// contract_page.js; `then` comes back through page_done, once.
extern "C" {
void page_damage(const char* database, const char* release, const char* actor, int first, const char* lines,
                 std::size_t size, Number* then);
void page_count(const char* database, Number* then);
void page_fail_writes(int fail, Number* then);
void page_lose_handles(Number* then);
void page_remove(const char* database, Number* then);
void page_make_newer(const char* database, Number* then);
void page_wait(Number* then);
void page_answer(const char* text);
void page_news(const char* release);
}

namespace {

Number* kept(Done done) {
    return new Number([done = std::move(done)](int) { done(); });
}

class IndexedDbWorkshop final : public contract::Workshop {
public:
    explicit IndexedDbWorkshop(std::string database) : database_(std::move(database)) {}

    void open(std::function<void(Opened)> answer) override { answer(web::make_indexeddb_storage(database_)); }
    void damage_pack(const Pack& key, Done done) override {
        const std::string lines = contract::damaged_lines(key);
        page_damage(database_.c_str(), key.release.c_str(), key.actor.c_str(), static_cast<int>(key.first_seq),
                    lines.data(), lines.size(), kept(std::move(done)));
    }
    void count_packs(std::function<void(int)> answer) override {
        page_count(database_.c_str(), new Number(std::move(answer)));
    }
    void fail_writes(bool fail, Done done) override { page_fail_writes(fail, kept(std::move(done))); }
    void lose_handles(Done done) override { page_lose_handles(kept(std::move(done))); }
    void remove_store(Done done) override { page_remove(database_.c_str(), kept(std::move(done))); }
    void make_newer(Done done) override { page_make_newer(database_.c_str(), kept(std::move(done))); }
    void hear_news(Storage&, Done done) override { page_wait(kept(std::move(done))); }

private:
    std::string database_;
};

struct Page {
    std::unique_ptr<IndexedDbWorkshop> workshop;
    std::unique_ptr<contract::Run> run;
    std::unique_ptr<Storage> storage;
};

Page& page() {
    static Page the_page;
    return the_page;
}

void answer_stored(const tl::expected<Stored, StorageError>& answer) {
    page_answer(answer ? "" : answer.error().text.c_str());
}

} // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void page_done(Number* then, int number) {
    const std::unique_ptr<Number> owned(then);
    (*owned)(number);
}

EMSCRIPTEN_KEEPALIVE int page_scenario_count() { return static_cast<int>(contract::scenarios().size()); }
EMSCRIPTEN_KEEPALIVE const char* page_scenario_name(int place) {
    return contract::scenarios()[static_cast<std::size_t>(place)].name;
}

// Answers what was wrong, one a line.
EMSCRIPTEN_KEEPALIVE void page_run(int place) {
    Page& here = page();
    here.workshop = std::make_unique<IndexedDbWorkshop>("contract-" + std::to_string(place));
    here.run = std::make_unique<contract::Run>(*here.workshop);
    contract::scenarios()[static_cast<std::size_t>(place)].write(*here.run);
    here.run->start([](const std::vector<std::string>& wrong) {
        std::string text;
        for (const std::string& what : wrong) text += what + "\n";
        page_answer(text.c_str());
    });
}

EMSCRIPTEN_KEEPALIVE void page_open(const char* database) {
    page().storage = web::make_indexeddb_storage(database);
    page().storage->on_foreign_change([](const std::string& release) { page_news(release.c_str()); });
}

EMSCRIPTEN_KEEPALIVE void page_close() { page().storage.reset(); }

// Answers the sentence of the refusal, or nothing.
EMSCRIPTEN_KEEPALIVE void page_append(const char* release, int first, int count, int word_size) {
    const std::string word(static_cast<std::size_t>(word_size), 'w');
    page().storage->append(
        {contract::pack(release, "k1", static_cast<std::uint64_t>(first), static_cast<std::uint32_t>(count), word)},
        answer_stored);
}

EMSCRIPTEN_KEEPALIVE void page_consolidate(const char* release) { page().storage->consolidate(release, answer_stored); }

// Answers "OPS PACKS QUARANTINED", OPS being -1 if a chain has a gap, or the sentence of the refusal.
EMSCRIPTEN_KEEPALIVE void page_load() {
    page().storage->load([](const tl::expected<StoreContents, StorageError>& answer) {
        if (!answer) return page_answer(answer.error().text.c_str());
        long long ops = 0;
        const Pack* last = nullptr;
        for (const Pack& pack : answer->packs) {
            const bool same = last && last->release == pack.release && last->actor == pack.actor;
            if (pack.first_seq != (same ? pack_end(*last) : 1) || ops < 0)
                ops = -1;
            else
                ops += pack.count;
            last = &pack;
        }
        const std::string text = std::to_string(ops) + " " + std::to_string(answer->packs.size()) + " " +
                                 std::to_string(answer->quarantined.size());
        page_answer(text.c_str());
    });
}

EMSCRIPTEN_KEEPALIVE void page_durability() { page_answer(page().storage->durability().c_str()); }
}
