#include "core/file/workspace.hpp"

#include "core/log/json_text.hpp"
#include "core/log/op_line.hpp"
#include "core/order.hpp"

#include <algorithm>

namespace desk {

namespace {

// What stands around the op of an entry: at most {"release":"rel_…64","op":…}
constexpr DocumentKind workspace_document{"workspace", "octoacme-workspace/1", false, 100, 1};
constexpr std::string_view entry_start = "{\"release\":\"";
constexpr std::string_view op_key = "\",\"op\":";

struct Entry {
    std::string release, op;
};

// As it is written here.
std::optional<Entry> written_entry(std::string_view text) {
    const std::size_t end = text.find('"', entry_start.size());
    if (end == std::string_view::npos || text.substr(0, entry_start.size()) != entry_start || text.back() != '}' ||
        text.substr(end, op_key.size()) != op_key)
        return std::nullopt;
    if (text.substr(0, end).find('\\') != std::string_view::npos) return std::nullopt;
    text.remove_suffix(1);
    return Entry{std::string(text.substr(entry_start.size(), end - entry_start.size())),
                 std::string(text.substr(end + op_key.size()))};
}

tl::expected<Entry, std::string> any_entry(std::string_view text) {
    JsonCursor inside(text);
    std::string keys, release, op; // the two keys run together
    const bool shape = inside.take('{') && inside.peek() == '"' && inside.copy_string(keys) && inside.take(':') &&
                       inside.peek() == '"' && inside.copy_string(release) && inside.take(',') &&
                       inside.copy_string(keys) && keys == "\"release\"\"op\"" && inside.take(':') &&
                       inside.copy_value(op, Limits::nesting, Limits::members) && inside.take('}') &&
                       inside.peek() == '\0' && inside.at_end();
    if (shape) return Entry{unquoted(release), std::move(op)};
    return tl::unexpected(inside.flaw().empty()
                              ? "an entry is {\"release\": id, \"op\": {…}} or a guide, and this is neither"
                              : "the entry is not valid JSON: " + inside.flaw());
}

class WorkspaceEntries final : public DocumentEntries {
public:
    void clear() override {
        DocumentEntries::clear();
        ops.clear();
    }
    std::optional<std::string> take(std::string_view text) override {
        auto entry = written_entry(text);
        if (!entry) {
            auto other = any_entry(text);
            if (!other) return std::move(other.error());
            entry = std::move(*other);
        }
        if (auto flaw = release_id_flaw(entry->release)) return flaw;
        if (entry->op.size() > Limits::line_bytes) return "this entry is longer than 1 MB";
        auto& of_release = ops[entry->release];
        of_release.emplace_back();
        if (auto flaw = read_op(entry->op, of_release.back())) return "this is not an op: " + *flaw;
        return std::nullopt;
    }

    std::map<std::string, std::vector<Op>> ops; // by release
};

} // namespace

tl::expected<std::vector<Release>, BadInput> open_workspace(std::string_view bytes) {
    WorkspaceEntries entries;
    if (auto bad = read_document(bytes, workspace_document, entries)) return tl::unexpected(std::move(*bad));
    const auto refuse = [](std::string text) { return tl::unexpected(BadInput{0, std::move(text)}); };
    if (entries.ops.empty()) return refuse("the list of ops is empty: the file holds no release");
    const auto guides = parsed_guides(entries.guides);
    if (!guides) return refuse(guides.error());
    std::vector<Release> releases;
    for (auto& [id, ops] : entries.ops) {
        auto release = assembled_release(id, std::move(ops), *guides);
        if (!release) return refuse(id + ": " + release.error());
        releases.push_back(std::move(*release));
    }
    return releases;
}

std::string write_workspace(const std::vector<const Release*>& releases) {
    std::vector<const Release*> ordered = releases;
    put_in_order(ordered, [](const Release* a, const Release* b) { return a->id() < b->id(); });
    std::map<std::string, const Guide*> guides;
    for (const Release* release : ordered)
        for (const Guide* guide : carried_guides(*release)) guides[guide->digest] = guide;
    std::string file = "{\"format\":\"octoacme-workspace/1\",\"ops\":[\n";
    for (const auto& [digest, guide] : guides) append_guide_entry(file, guide->digest, guide->text);
    for (const Release* release : ordered)
        append_op_entries(file, release->log(), std::string(entry_start) + release->id() + std::string(op_key), "}");
    return file.append(document_end) += '\n';
}

void append_workspace_entries(std::string& document, std::string_view release, std::string_view lines) {
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        document.append(entry_start).append(release).append(op_key).append(lines.substr(at, end - at)).append("},\n");
        at = end + 1;
    }
}

std::string suggested_workspace_name(std::string_view day) {
    return "releases-" + std::string(day) + ".workspace.json";
}

bool is_workspace(std::string_view bytes) {
    if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) bytes.remove_prefix(byte_order_mark.size());
    JsonCursor start(bytes.substr(0, 4096));
    std::string key, format;
    return start.take('{') && start.peek() == '"' && start.copy_string(key) && key == "\"format\"" && start.take(':') &&
           start.peek() == '"' && start.copy_string(format) && format.rfind("\"octoacme-workspace/", 0) == 0;
}

} // namespace desk
