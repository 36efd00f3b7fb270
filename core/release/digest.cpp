#include "core/release/digest.hpp"

#include "core/hash/sha256.hpp"
#include "core/release/heads.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <vector>

namespace desk {

namespace {

// Registers that end in what a person wrote (a name, a link): a "~" there is theirs.
bool holds_free_text(std::string_view about) {
    for (const std::string_view prefix : {"role:", "evidence:", "retro:participant:"})
        if (about.substr(0, prefix.size()) == prefix) return true;
    return false;
}

// "incident:~k3f9:state" → "incident:~1:state": made-up names, numbered in file order of the op that first has them.
class Ordinals {
public:
    explicit Ordinals(const Log& log) {
        for (const Op* op : log.ordered())
            each_name(op->about, [&](std::string_view name) {
                numbers_.emplace(std::string(name), std::to_string(numbers_.size() + 1));
            });
    }

    std::string name(const std::string& about) const {
        std::string result;
        std::size_t done = 0;
        each_name(about, [&](std::string_view name) {
            const auto at = static_cast<std::size_t>(name.data() - about.data());
            result += about.substr(done, at - done) + numbers_.find(name)->second;
            done = at + name.size();
        });
        return result + about.substr(done);
    }

private:
    template <typename Each> static void each_name(std::string_view about, Each each) {
        if (holds_free_text(about)) return;
        for (std::size_t at = 1; at < about.size(); ++at) {
            if (about[at] != '~' || (about[at - 1] != ':' && about[at - 1] != '@')) continue;
            const std::size_t end = std::min(about.find(':', at), about.size());
            each(about.substr(at + 1, end - at - 1));
            at = end;
        }
    }
    std::map<std::string, std::string, std::less<>> numbers_;
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
