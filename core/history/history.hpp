// Everything that happened to a release, by whom and when, and the release as it stood at any moment.
#pragma once

#include "core/release/release.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

// What an entry is about, for filters.
enum class HistoryKind { phase, requirements, checklist, votes, notes, people, plan, incident, retrospective, other };
inline constexpr std::size_t history_kinds = 10;
std::string_view key_of(HistoryKind kind);  // "requirements"
std::string_view name_of(HistoryKind kind); // "Requirements"
std::optional<HistoryKind> history_kind_from(std::string_view key);

// Of an entry that exists in several versions (core/log/log.hpp, Fork) one counts, the others stand aside.
enum class Standing { only, counts, aside };
std::string_view standing_word(Standing); // "Counts", "Set aside"; "" of the only one

struct HistoryEntry {
    std::size_t moment = 0; // number of ops up to and with this one, in file order: what `as_of` takes
    const Op* op = nullptr;
    HistoryKind kind = HistoryKind::other;
    // To follow the person's name: "said met: Smoke tests prepared". Those of an entry's versions differ as far as what
    // they say does.
    std::string words;
    Standing standing = Standing::only;
    std::shared_ptr<const Op> kept_aside; // what `op` points to, if it stands aside
};

struct HistoryFilter {
    std::string person;              // exact; empty: everybody
    std::optional<HistoryKind> kind; // nothing: all
    std::string text;    // part of the words or the name, letter case and marks aside (fold.hpp); empty: any
    bool forked = false; // only what exists in several versions
    bool operator==(const HistoryFilter&) const = default;
};

// In file order, oldest first, without seals; what stands aside follows what counts. The entries point into the
// release.
std::vector<HistoryEntry> history(const Release& release, const HistoryFilter& filter = {});
// Of it what exists in several versions.
std::vector<HistoryEntry> forked_entries(const Release& release);
// Everybody who has changed the release, sorted.
std::vector<std::string> authors(const Release& release);

// The release as it stood after its first `moment` ops in file order: what their copies knew by then. `moment` beyond
// the end is the present.
Release as_of(const Release& release, std::size_t moment);
// The moment of the last op, in file order, of the beginning in which every op was made at `time_ms` or before, as far
// as the clocks of those who made them were right; 0 if there is none.
std::size_t moment_at(const Release& release, std::int64_t time_ms);

} // namespace desk
