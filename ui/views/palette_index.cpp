#include "ui/views/palette_index.hpp"

#include "core/order.hpp"
#include "core/search/fold.hpp"
#include "ui/app/model.hpp"
#include "ui/views/words.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

constexpr int recent_bonus = 15, release_bonus = 4, entry_bonus = 6, quiet_malus = -4, item_malus = -6;

// What was used last comes before its equals: the newest the most.
int bonus_of(std::string_view key, const std::vector<std::string>& recent) {
    for (std::size_t i = 0; i < recent.size(); ++i)
        if (recent[i] == key) return recent_bonus - static_cast<int>(i);
    return 0;
}

std::string release_key(std::string_view id) { return "release:" + std::string(id); }

ReleaseEntry release_entry(const Release& release, std::size_t guide) {
    const desk::State& state = release.state();
    ReleaseEntry entry{release.id(), title_of(state), {}, {}, guide};
    entry.note = state.name.text;
    std::string words = entry.title + " " + state.name.text + " " + type_name(release);
    for (const auto& [role, names] : state.people)
        for (const std::string& name : names) words.append(" ").append(name);
    entry.folded = fold(words);
    return entry;
}

// Keeps the best: what is worse than the worst of enough is not kept.
struct Best {
    std::vector<Found> found;
    std::size_t most;
    int least = -1000; // what has no more than this is not among the best
    void put(const Found& one) {
        if (one.score <= least) return;
        found.push_back(one);
        if (found.size() >= 8 * most) cut();
    }
    void cut() {
        put_in_order(found, [](const Found& a, const Found& b) { return a.score > b.score; });
        if (found.size() < most) return;
        found.resize(most);
        least = found.back().score;
    }
};

} // namespace

std::size_t PaletteIndex::add_items(std::vector<ItemEntry> items) {
    items_.push_back(std::move(items));
    return items_.size() - 1;
}

std::size_t PaletteIndex::items_of(const Guide& guide) {
    const auto known = std::find(guides_.begin(), guides_.end(), guide.digest);
    if (known != guides_.end()) return static_cast<std::size_t>(known - guides_.begin());
    std::vector<ItemEntry> items;
    for (const ItemSpec& spec : guide.requirements)
        items.push_back({spec.key, spec.text, fold(spec.text), Section::readiness});
    for (const ItemSpec& spec : guide.checklist)
        items.push_back({spec.key, spec.text, fold(spec.text), Section::checklist});
    guides_.push_back(guide.digest);
    return add_items(std::move(items));
}

void PaletteIndex::refresh(const Model& model) {
    if (revision_ == model.revision) return;
    revision_ = model.revision;
    releases_.clear();
    releases_.reserve(model.releases.size());
    for (const auto& [id, release] : model.releases)
        releases_.push_back(release_entry(*release, items_of(release->guide())));
}

const ReleaseEntry* PaletteIndex::release(std::string_view id) const {
    for (const ReleaseEntry& entry : releases_)
        if (entry.id == id) return &entry;
    return nullptr;
}

// Nothing is typed: what was used last, then what can be done here.
std::vector<Found> PaletteIndex::suggestions(const std::vector<PaletteEntry>& entries,
                                             const std::vector<std::string>& recent, std::string_view here,
                                             std::size_t most) const {
    std::vector<Found> found;
    for (const std::string& key : recent) {
        if (key == release_key(here)) continue;
        for (const PaletteEntry& entry : entries)
            if (entry.key == key) found.push_back({&entry});
        if (key.starts_with("release:"))
            if (const ReleaseEntry* entry = release(std::string_view(key).substr(8))) found.push_back({nullptr, entry});
    }
    const std::size_t known = found.size();
    for (const PaletteEntry& entry : entries) {
        if (found.size() >= most) break;
        const bool told = std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(known),
                                      [&](const Found& one) { return one.entry == &entry; });
        if (!entry.quiet && !told) found.push_back({&entry});
    }
    return found;
}

std::vector<Found> PaletteIndex::find(std::string_view typed, const std::vector<PaletteEntry>& entries,
                                      const std::vector<std::string>& recent, std::string_view here,
                                      std::size_t most) const {
    const Query query(typed);
    if (query.empty()) return suggestions(entries, recent, here, most);
    Best best{.found = {}, .most = most};
    for (const PaletteEntry& entry : entries)
        if (const int score = query.score(entry.folded); score > 0)
            best.put({&entry, nullptr, nullptr,
                      score + (entry.quiet ? quiet_malus : entry_bonus) + bonus_of(entry.key, recent)});
    std::vector<std::vector<Match>> in_items;
    for (const auto& items : items_) {
        in_items.emplace_back();
        for (const ItemEntry& item : items) in_items.back().push_back(query.match(item.folded));
    }
    for (const ReleaseEntry& release : releases_) {
        const Match in_release = query.match(release.folded);
        const int bonus = recent.empty() ? 0 : bonus_of(release_key(release.id), recent);
        if (in_release.words == query.all())
            best.put({nullptr, &release, nullptr, in_release.score + release_bonus + bonus});
        if (release.id == here) continue; // its items are among the entries, with how they stand
        const bool near = bonus > 0;
        if (!near && in_release.words == 0) continue;
        const auto& items = in_items[release.guide];
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Match& in_item = items[i];
            // Each word is looked for in the item first; one at least must be the release's, if it is not near.
            if (in_item.words == 0 || (in_item.words | in_release.words) != query.all()) continue;
            if (!near && (in_release.words & ~in_item.words) == 0) continue;
            const int score = in_item.score + ((in_item.words == query.all()) ? 0 : in_release.score / 2);
            best.put({nullptr, &release, &items_[release.guide][i], score + item_malus + bonus});
        }
    }
    best.cut();
    return std::move(best.found);
}

} // namespace desk::ui
