#include "native/storage/sqlite_records.hpp"

#include "core/packs.hpp"

#include <limits>
#include <utility>

namespace desk::native {

namespace {

struct PackRow {
    std::int64_t id = 0;
    Pack pack;
    bool sound = false;
};

// Columns: id, release, actor, first_seq, count, seal, lines.
PackRow pack_row(const Query& query) {
    PackRow row;
    row.id = query.number(0);
    const std::int64_t first = query.number(3), count = query.number(4);
    row.pack = {query.bytes(1), query.bytes(2), static_cast<std::uint64_t>(first), static_cast<std::uint32_t>(count),
                query.bytes(6)};
    row.sound = first > 0 && count > 0 && count <= std::numeric_limits<std::uint32_t>::max() &&
                pack_seal(row.pack) == query.bytes(5) && !pack_flaw(row.pack);
    return row;
}

DamagedRow damaged_pack(PackRow row) {
    std::string place = pack_place(row.pack);
    return {DamagedRow::Table::packs, row.id, {std::move(place), std::move(row.pack.lines)}};
}

SqliteResult<std::vector<PackRow>> pack_rows(Query query) {
    std::vector<PackRow> rows;
    for (;;) {
        const auto row = query.next();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return rows;
        rows.push_back(pack_row(query));
    }
}

SqliteResult<void> once(Query& query) {
    const auto done = query.next();
    if (!done) return tl::unexpected(done.error());
    return {};
}

SqliteResult<void> read_packs(Connection& connection, ReadStore& store) {
    auto query = connection.query(
        "SELECT id, release, actor, first_seq, count, seal, lines FROM packs ORDER BY release, actor, first_seq");
    if (!query) return tl::unexpected(query.error());
    auto rows = pack_rows(std::move(*query));
    if (!rows) return tl::unexpected(rows.error());
    for (PackRow& row : *rows)
        if (row.sound)
            store.contents.packs.push_back(std::move(row.pack));
        else
            store.damaged.push_back(damaged_pack(std::move(row)));
    return {};
}

SqliteResult<void> read_entries(Connection& connection, EntryKind kind, ReadStore& store) {
    const bool guides = kind == EntryKind::guide;
    auto query = connection.query(guides ? "SELECT rowid, digest, seal, text FROM guides ORDER BY digest"
                                         : "SELECT rowid, key, seal, value FROM settings ORDER BY key");
    if (!query) return tl::unexpected(query.error());
    for (;;) {
        const auto row = query->next();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return {};
        std::string key = query->bytes(1), text = query->bytes(3);
        if (entry_seal(key, text) == query->bytes(2))
            (guides ? store.contents.guides : store.contents.settings).emplace_back(std::move(key), std::move(text));
        else
            store.damaged.push_back({guides ? DamagedRow::Table::guides : DamagedRow::Table::settings,
                                     query->number(0),
                                     {(guides ? "guide " : "setting ") + key, std::move(text)}});
    }
}

SqliteResult<void> read_quarantine(Connection& connection, StoreContents& contents) {
    auto query = connection.query("SELECT place, bytes FROM quarantine ORDER BY id");
    if (!query) return tl::unexpected(query.error());
    for (;;) {
        const auto row = query->next();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return {};
        contents.quarantined.push_back({query->bytes(0), query->bytes(1)});
    }
}

const char* delete_if_same(DamagedRow::Table table) {
    switch (table) {
    case DamagedRow::Table::guides:
        return "DELETE FROM guides WHERE rowid = ? AND CAST(text AS BLOB) = ? RETURNING 1";
    case DamagedRow::Table::settings:
        return "DELETE FROM settings WHERE rowid = ? AND CAST(value AS BLOB) = ? RETURNING 1";
    case DamagedRow::Table::packs:
        break;
    }
    return "DELETE FROM packs WHERE id = ? AND CAST(lines AS BLOB) = ? RETURNING 1";
}

SqliteResult<void> move_row(Connection& connection, const DamagedRow& row) {
    auto removal = connection.query(delete_if_same(row.table));
    if (!removal) return tl::unexpected(removal.error());
    const auto removed = removal->bind_number(row.rowid).bind_bytes(row.remains.bytes).next();
    if (!removed) return tl::unexpected(removed.error());
    if (!*removed) return {}; // someone else was faster
    auto keeping = connection.query("INSERT INTO quarantine (place, bytes) VALUES (?, ?)");
    if (!keeping) return tl::unexpected(keeping.error());
    return once(keeping->bind_text(row.remains.where).bind_bytes(row.remains.bytes));
}

} // namespace

SqliteResult<ReadStore> read_all(Connection& connection) {
    ReadStore store;
    auto read = read_packs(connection, store);
    if (read) read = read_entries(connection, EntryKind::guide, store);
    if (read) read = read_entries(connection, EntryKind::setting, store);
    if (read) read = read_quarantine(connection, store.contents);
    if (!read) return tl::unexpected(read.error());
    for (const DamagedRow& row : store.damaged) store.contents.quarantined.push_back(row.remains);
    return store;
}

SqliteResult<void> set_aside(Connection& connection, const std::vector<DamagedRow>& damaged) {
    auto transaction = Transaction::begin(connection, Transaction::Kind::write);
    if (!transaction) return tl::unexpected(transaction.error());
    for (const DamagedRow& row : damaged)
        if (auto moved = move_row(connection, row); !moved) return moved;
    return transaction->commit();
}

SqliteResult<std::vector<Pack>> overlapping_packs(Connection& connection, const Pack& pack) {
    std::vector<PackRow> rows;
    {
        auto query = connection.query("SELECT id, release, actor, first_seq, count, seal, lines FROM packs "
                                      "WHERE release = ? AND actor = ? AND first_seq < ? ORDER BY first_seq DESC");
        if (!query) return tl::unexpected(query.error());
        query->bind_text(pack.release).bind_text(pack.actor);
        query->bind_number(static_cast<std::int64_t>(pack_end(pack)));
        for (;;) {
            const auto found = query->next();
            if (!found) return tl::unexpected(found.error());
            if (!*found) break;
            rows.push_back(pack_row(*query));
            // Sound packs of a chain do not overlap, so that the first one that ends before ends the search.
            if (rows.back().sound && pack_end(rows.back().pack) <= pack.first_seq) break;
        }
    }
    std::vector<Pack> sound;
    for (PackRow& row : rows)
        if (row.sound)
            sound.push_back(std::move(row.pack));
        else if (auto moved = move_row(connection, damaged_pack(std::move(row))); !moved)
            return tl::unexpected(moved.error());
    return sound;
}

SqliteResult<void> insert_pack(Connection& connection, const Pack& pack) {
    auto query =
        connection.query("INSERT INTO packs (release, actor, first_seq, count, seal, lines) VALUES (?, ?, ?, ?, ?, ?)");
    if (!query) return tl::unexpected(query.error());
    const std::string seal = pack_seal(pack);
    query->bind_text(pack.release).bind_text(pack.actor).bind_number(static_cast<std::int64_t>(pack.first_seq));
    return once(query->bind_number(pack.count).bind_text(seal).bind_bytes(pack.lines));
}

SqliteResult<void> put_entry(Connection& connection, EntryKind kind, const std::string& key, const std::string& text) {
    auto query = connection.query(kind == EntryKind::guide
                                      ? "INSERT OR REPLACE INTO guides (digest, seal, text) VALUES (?, ?, ?)"
                                      : "INSERT OR REPLACE INTO settings (key, seal, value) VALUES (?, ?, ?)");
    if (!query) return tl::unexpected(query.error());
    const std::string seal = entry_seal(key, text);
    return once(query->bind_text(key).bind_text(seal).bind_bytes(text));
}

SqliteResult<bool> consolidate_release(Connection& connection, const std::string& release) {
    auto query = connection.query("SELECT id, release, actor, first_seq, count, seal, lines FROM packs "
                                  "WHERE release = ? ORDER BY actor, first_seq");
    if (!query) return tl::unexpected(query.error());
    query->bind_text(release);
    auto rows = pack_rows(std::move(*query));
    if (!rows) return tl::unexpected(rows.error());
    std::vector<Pack> sound;
    std::vector<std::int64_t> ids;
    for (PackRow& row : *rows)
        if (row.sound) {
            sound.push_back(std::move(row.pack));
            ids.push_back(row.id);
        }
    const Consolidation plan = plan_consolidation(sound);
    for (const std::size_t place : plan.replaced) {
        auto removal = connection.query("DELETE FROM packs WHERE id = ?");
        if (!removal) return tl::unexpected(removal.error());
        if (auto removed = once(removal->bind_number(ids[place])); !removed) return tl::unexpected(removed.error());
    }
    for (const Pack& pack : plan.joined)
        if (auto inserted = insert_pack(connection, pack); !inserted) return tl::unexpected(inserted.error());
    return !plan.joined.empty();
}

} // namespace desk::native
