// What the palette finds, without drawing: entries that are named one by one, releases, and the items of releases.
#pragma once

#include "core/search/query.hpp"
#include "ui/app/route.hpp"
#include "ui/icons/icon.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace desk {
struct Guide;
class Release;
} // namespace desk

namespace desk::ui {

struct Model;

struct PaletteEntry {
    std::string key; // of an act, or what the palette itself knows
    std::string label, note, why;
    const char* kind = "";
    Icon icon = Icon::none;
    bool quiet = false;        // comes only when it is looked for
    std::uint32_t control = 0; // that is pressed; 0: the key says what is done
    bool writes = false;       // that takes the focus instead, to be filled in
    std::string folded = {};   // what is looked at
};

// The items of a guide, and releases that follow it.
struct ItemEntry {
    std::string key, text, folded;
    Section section = Section::readiness;
};
struct ReleaseEntry {
    std::string id, title, note;
    std::string folded;    // product, version, name, type, people
    std::size_t guide = 0; // index of its items
};

struct Found {
    const PaletteEntry* entry = nullptr; // or
    const ReleaseEntry* release = nullptr;
    const ItemEntry* item = nullptr; // of `release`
    int score = 0;
};

class PaletteIndex {
public:
    // What is there of releases; costs nothing as long as the revision is the same.
    void refresh(const Model&);
    // For tests and measurements.
    void add(ReleaseEntry release) { releases_.push_back(std::move(release)); }
    std::size_t add_items(std::vector<ItemEntry> items);

    const std::vector<ReleaseEntry>& releases() const { return releases_; }
    const ReleaseEntry* release(std::string_view id) const;

    // The best first, at most `most`. `recent` are keys, the newest first: of entries, and "release:ID". Items are
    // found of recent releases, and of those that the query names beside the item; those of `here` are entries.
    std::vector<Found> find(std::string_view typed, const std::vector<PaletteEntry>& entries,
                            const std::vector<std::string>& recent, std::string_view here, std::size_t most = 50) const;

private:
    std::size_t items_of(const Guide& guide);
    std::vector<Found> suggestions(const std::vector<PaletteEntry>& entries, const std::vector<std::string>& recent,
                                   std::string_view here, std::size_t most) const;

    std::uint64_t revision_ = ~std::uint64_t{0};
    std::vector<ReleaseEntry> releases_;
    std::vector<std::vector<ItemEntry>> items_; // of each guide
    std::vector<std::string> guides_;           // their digests
};

} // namespace desk::ui
