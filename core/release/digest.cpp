#include "core/release/digest.hpp"

#include "core/hash/sha256.hpp"
#include "core/release/heads.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <vector>

namespace desk {

namespace {

// "incident:k3f9:state" → "incident:#1:state", numbered in file order of the op that began it.
class Ordinals {
public:
    explicit Ordinals(const Log& log) {
        std::map<std::string, int> next;
        for (const Op* op : log.ordered())
            for (const std::string_view prefix : {std::string_view("incident:"), std::string_view("retro:action:")})
                if (const std::string id = id_in(op->about, prefix); !id.empty())
                    if (numbers_.emplace(std::string(prefix) + id, next[std::string(prefix)] + 1).second)
                        ++next[std::string(prefix)];
    }

    std::string name(const std::string& about) const {
        for (const std::string_view prefix : {std::string_view("incident:"), std::string_view("retro:action:")}) {
            const std::string id = id_in(about, prefix);
            if (id.empty()) continue;
            const std::string key = std::string(prefix) + id;
            return std::string(prefix) + "#" + std::to_string(numbers_.at(key)) + about.substr(key.size());
        }
        return about;
    }

private:
    static std::string id_in(const std::string& about, std::string_view prefix) {
        if (about.compare(0, prefix.size(), prefix) != 0) return {};
        return about.substr(prefix.size(), about.find(':', prefix.size()) - prefix.size());
    }
    std::map<std::string, int> numbers_;
};

} // namespace

std::string state_digest(const Log& log) {
    const Ordinals ordinals(log);
    std::map<std::string, std::vector<std::string>> said;
    for (const std::string& about : log.registers()) {
        const Heads heads = heads_of(log, about);
        if (!heads.member()) continue; // dropped: as if it had never been
        std::vector<std::string> lines;
        for (const Op* op : heads.ops) lines.push_back(Json::array({op->kind, op->value.json(), op->by}).dump());
        std::sort(lines.begin(), lines.end());
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
        said[ordinals.name(about)] = std::move(lines);
    }
    std::string text;
    for (const auto& [about, lines] : said) {
        text += Json(about).dump();
        for (const std::string& line : lines) text += '\t' + line;
        text += '\n';
    }
    return sha256_hex(text).substr(0, 32);
}

} // namespace desk
