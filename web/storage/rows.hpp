// Records of the database as packs, guides and settings, and back.
#pragma once

#include "core/storage.hpp"
#include "web/storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk::web {

// A row whose content disagrees with its seal.
struct DamagedRow {
    Table table = Table::packs;
    std::vector<std::string> key;
    QuarantinedBytes remains;
};

// What `load` has read so far.
struct LoadedRows {
    StoreContents contents; // `quarantined` holds the damaged rows too
    std::vector<DamagedRow> movable;
    void add(Table table, Row row);
    void put_in_order();
};

std::optional<Pack> sound_pack(const Row& row); // of the table of packs
DamagedRow damaged_row(Table table, Row row);
std::vector<std::string> pack_key(const Pack& pack);
void write_pack(Transaction& transaction, const Pack& pack);
void move_row(Transaction& transaction, const DamagedRow& damaged); // to the quarantine
std::vector<std::string_view> views(const std::vector<std::string>& texts);

} // namespace desk::web
