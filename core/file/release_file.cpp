#include "core/file/release_file.hpp"

#include "core/file/release_reader.hpp"
#include "core/log/json_text.hpp"
#include "core/log/op_line.hpp"
#include "core/order.hpp"

#include <algorithm>
#include <map>

namespace desk {

namespace {

constexpr std::size_t longest_name = 100; // of a suggested file, in bytes
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

// The first line that git left behind where it could not merge; 0 if there is none.
std::size_t conflict_line(std::string_view bytes) {
    std::size_t number = 1;
    for (std::size_t at = 0; at < bytes.size(); ++number) {
        if (is_conflict_marker(bytes.substr(at, 7))) return number;
        at = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    }
    return 0;
}

tl::expected<ReadFile, BadInput> read_any_layout(std::string_view bytes) {
    if (!laid_out_in_lines(bytes)) return read_document(bytes);
    auto file = read_lines(bytes);
    if (file) return file;
    // It began as it is written here, and went on otherwise: another program may have broken the lines.
    auto document = read_document(bytes);
    return document ? document : file;
}

} // namespace

tl::expected<ReadFile, BadInput> read_release_file(std::string_view bytes) {
    if (bytes.size() > Limits::file_bytes)
        return tl::unexpected(BadInput{0, "the file is larger than 64 MB. A release is never that large"});
    if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) bytes.remove_prefix(byte_order_mark.size());
    if (auto bad = not_a_release(bytes)) return tl::unexpected(std::move(*bad));
    auto file = read_any_layout(bytes);
    if (file) {
        if (file->ops.empty())
            return tl::unexpected(BadInput{0, "the list of ops is empty: the file holds no release"});
        return file;
    }
    if (const std::size_t line = conflict_line(bytes))
        return tl::unexpected(BadInput{line, std::string(conflict_remedy)});
    return file;
}

std::string write_release_file(const Release& release) {
    std::string file = "{\"format\":\"octoacme-release/1\",\"release\":";
    append_quoted(file, release.id());
    file += ",\"ops\":[\n";
    const auto ops = release.log().ordered();
    const auto write_guide = [&](const Guide& guide) {
        file += "{\"guide\":\"" + guide.digest + "\",\"text\":" + guide.text + "},\n";
    };
    write_guide(*release.guides().front());
    for (const std::string& digest : guides_named(ops))
        if (const Guide* guide = release.guide_named(digest); guide && guide != release.guides().front().get())
            write_guide(*guide);
    std::map<OpId, const Fork*> forks;
    for (const Fork& fork : release.log().forks()) forks[fork.id] = &fork;
    for (const Op* op : ops) {
        file += op->line;
        file += ",\n";
        if (const auto found = forks.find(op->id); found != forks.end())
            for (const std::string& line : found->second->lines) {
                file += line;
                file += ",\n";
            }
    }
    return file += "null]}\n";
}

tl::expected<Release, BadInput> open_release_file(std::string_view bytes) {
    auto file = read_release_file(bytes);
    if (!file) return tl::unexpected(std::move(file.error()));
    const auto refuse = [](std::string text) { return tl::unexpected(BadInput{0, std::move(text)}); };

    std::vector<const Op*> ops;
    for (const Op& op : file->ops) ops.push_back(&op);
    put_in_order(ops, [](const Op* a, const Op* b) {
        return comes_before(*a, *b) || (!comes_before(*b, *a) && a->line < b->line);
    });
    const auto created = [](const Op* op) { return op->kind == "create" && op->about == "release"; };
    if (std::none_of(ops.begin(), ops.end(), created))
        return refuse("the file does not hold the beginning of the release. Get the whole file");
    std::vector<std::shared_ptr<const Guide>> guides;
    for (const std::string& digest : guides_named(ops)) {
        if (digest.empty()) return refuse("the release does not say which guide it follows");
        const auto text = std::find_if(file->guides.begin(), file->guides.end(),
                                       [&](const auto& guide) { return guide.first == digest; });
        if (text == file->guides.end())
            return refuse("the guide " + digest + " of this release is missing in the file. Get the whole file");
        guides.push_back(std::make_shared<const Guide>(parse_guide(text->second).value()));
    }
    Release release(file->release, guides.front());
    for (const auto& guide : guides) release.know(guide);
    release.absorb(std::move(file->ops));
    return release;
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
