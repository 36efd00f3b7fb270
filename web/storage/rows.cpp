#include "web/storage/rows.hpp"

#include "core/order.hpp"
#include "core/packs.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

namespace desk::web {

namespace {

template <typename Number> std::optional<Number> whole_number(const std::string& text) {
    Number number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

} // namespace

std::vector<std::string_view> views(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

std::optional<Pack> sound_pack(const Row& row) {
    if (!row.readable || row.fields.size() != 6) return std::nullopt;
    const auto first = whole_number<std::uint64_t>(row.fields[2]);
    const auto count = whole_number<std::uint32_t>(row.fields[3]);
    if (!first || !count) return std::nullopt;
    Pack pack{row.fields[0], row.fields[1], *first, *count, row.fields[5]};
    if (pack_seal(pack) != row.fields[4] || pack_flaw(pack)) return std::nullopt;
    return pack;
}

DamagedRow damaged_row(Table table, Row row) {
    std::vector<std::string>& fields = row.fields;
    DamagedRow damaged{table, {}, {{}, std::move(fields.back())}};
    if (table == Table::packs) {
        damaged.key = {fields[0], fields[1], fields[2]};
        damaged.remains.where = "release " + fields[0] + ", actor " + fields[1] + ", from op " + fields[2];
    } else {
        damaged.key = {fields[0]};
        damaged.remains.where = (table == Table::guides ? "guide " : "setting ") + fields[0];
    }
    return damaged;
}

void LoadedRows::add(Table table, Row row) {
    if (!row.readable) { // not even its bytes are to be had; it stays where it is
        contents.quarantined.push_back({std::move(row.fields[0]), {}});
        return;
    }
    if (table == Table::quarantine) {
        contents.quarantined.push_back({std::move(row.fields[0]), std::move(row.fields[1])});
        return;
    }
    if (table == Table::packs) {
        if (auto pack = sound_pack(row)) {
            contents.packs.push_back(std::move(*pack));
            return;
        }
    } else if (entry_seal(row.fields[0], row.fields[2]) == row.fields[1]) {
        auto& entries = table == Table::guides ? contents.guides : contents.settings;
        entries.emplace_back(std::move(row.fields[0]), std::move(row.fields[2]));
        return;
    }
    DamagedRow damaged = damaged_row(table, std::move(row));
    contents.quarantined.push_back(damaged.remains);
    if (table != Table::packs || whole_number<std::uint64_t>(damaged.key[2])) // else its key cannot be named
        movable.push_back(std::move(damaged));
}

// IndexedDB orders text by UTF-16 units, `load` by bytes.
void LoadedRows::put_in_order() {
    if (!std::is_sorted(contents.packs.begin(), contents.packs.end(), pack_before))
        desk::put_in_order(contents.packs, pack_before);
    const auto by_name = [](const auto& a, const auto& b) { return a.first < b.first; };
    desk::put_in_order(contents.guides, by_name);
    desk::put_in_order(contents.settings, by_name);
}

std::vector<std::string> pack_key(const Pack& pack) {
    return {pack.release, pack.actor, std::to_string(pack.first_seq)};
}

void write_pack(Transaction& transaction, const Pack& pack) {
    const std::string first = std::to_string(pack.first_seq), count = std::to_string(pack.count);
    const std::string seal = pack_seal(pack);
    transaction.write(Table::packs, {pack.release, pack.actor, first, count, seal, pack.lines});
}

void move_row(Transaction& transaction, const DamagedRow& damaged) {
    transaction.write(Table::quarantine, {damaged.remains.where, damaged.remains.bytes});
    transaction.erase(damaged.table, views(damaged.key));
}

} // namespace desk::web
