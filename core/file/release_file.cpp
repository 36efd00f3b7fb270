#include "core/file/release_file.hpp"

#include "core/log/json_text.hpp"
#include "core/log/op_line.hpp"
#include "core/order.hpp"

#include <algorithm>

namespace desk {

namespace {

constexpr std::size_t longest_name = 100; // of a suggested file, in bytes
constexpr DocumentKind release_document{"release", "octoacme-release/1", true, 0, 0};

class ReleaseEntries final : public DocumentEntries {
public:
    void clear() override {
        DocumentEntries::clear();
        ops.clear();
    }
    void expect(std::size_t entries) override { ops.reserve(entries); }
    std::optional<std::string> take(std::string_view entry) override {
        ops.emplace_back();
        if (auto flaw = read_op(entry, ops.back())) return "this is not an op: " + *flaw;
        return std::nullopt;
    }

    std::vector<Op> ops;
};

} // namespace

tl::expected<ReadFile, BadInput> read_release_file(std::string_view bytes) {
    ReleaseEntries entries;
    if (auto bad = read_document(bytes, release_document, entries)) return tl::unexpected(std::move(*bad));
    if (entries.ops.empty()) return tl::unexpected(BadInput{0, "the list of ops is empty: the file holds no release"});
    return ReadFile{std::move(entries.release), std::move(entries.guides), std::move(entries.ops)};
}

void append_op_entries(std::string& document, const Log& log, std::string_view before, std::string_view after) {
    std::map<OpId, const Fork*> forks;
    for (const Fork& fork : log.forks()) forks[fork.id] = &fork;
    const auto append = [&](const std::string& line) {
        document += before;
        document += line;
        document += after;
        document += ",\n";
    };
    for (const Op* op : log.ordered()) {
        append(op->line);
        if (const auto found = forks.find(op->id); found != forks.end())
            for (const std::string& line : found->second->lines) append(line);
    }
}

std::string write_release_file(const Release& release) {
    std::string file = "{\"format\":\"octoacme-release/1\",\"release\":";
    append_quoted(file, release.id());
    file += ",\"ops\":[\n";
    for (const Guide* guide : carried_guides(release)) append_guide_entry(file, guide->digest, guide->text);
    append_op_entries(file, release.log());
    return file.append(document_end) += '\n';
}

tl::expected<GuidesByDigest, std::string> parsed_guides(const GuideTexts& texts) {
    GuidesByDigest guides;
    for (const auto& [digest, text] : texts) {
        if (text == octoacme_guide_text()) {
            guides[digest] = octoacme_guide();
            continue;
        }
        auto guide = parse_guide(text);
        if (!guide) return tl::unexpected("the guide is wrong: " + guide.error());
        guides[digest] = std::make_shared<const Guide>(std::move(*guide));
    }
    return guides;
}

tl::expected<Release, std::string> assembled_release(std::string id, std::vector<Op> ops,
                                                     const GuidesByDigest& guides) {
    const auto created = [](const Op* op) { return op->kind == "create" && op->about == "release"; };
    std::vector<const Op*> ordered; // those that name a guide
    for (const Op& op : ops)
        if (op.about == "guide" || created(&op)) ordered.push_back(&op);
    put_in_order(ordered, [](const Op* a, const Op* b) {
        return comes_before(*a, *b) || (!comes_before(*b, *a) && a->line < b->line);
    });
    const auto refuse = [](std::string text) { return tl::unexpected(std::move(text)); };
    if (std::none_of(ordered.begin(), ordered.end(), created))
        return refuse("the file does not hold the beginning of the release. Get the whole file");
    std::vector<std::shared_ptr<const Guide>> followed;
    for (const std::string& digest : guides_named(ordered)) {
        if (digest.empty()) return refuse("the release does not say which guide it follows");
        const auto guide = guides.find(digest);
        if (guide == guides.end())
            return refuse("the guide " + digest + " of this release is missing in the file. Get the whole file");
        followed.push_back(guide->second);
    }
    return Release(std::move(id), std::move(followed), std::move(ops));
}

tl::expected<Release, BadInput> open_release_file(std::string_view bytes) {
    auto file = read_release_file(bytes);
    if (!file) return tl::unexpected(std::move(file.error()));
    const auto guides = parsed_guides(file->guides);
    if (!guides) return tl::unexpected(BadInput{0, guides.error()});
    auto release = assembled_release(std::move(file->release), std::move(file->ops), *guides);
    if (!release) return tl::unexpected(BadInput{0, std::move(release.error())});
    return std::move(*release);
}

std::string suggested_file_name(const State& state) {
    std::string name;
    for (const char c : state.product.text + "-" + state.version.text) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '+';
        if (upper || plain)
            name += upper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && (name.front() == '.' || name.front() == '-')) name.erase(0, 1);
    name.resize(std::min(name.size(), longest_name));
    while (!name.empty() && (name.back() == '-' || name.back() == '.')) name.pop_back();
    return (name.empty() ? "release" : name) + ".release.json";
}

} // namespace desk
