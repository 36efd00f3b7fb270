#include "core/release/digest.hpp"

#include "core/hash/sha256.hpp"
#include "core/log/json_text.hpp"
#include "core/release/heads.hpp"

#include <algorithm>
#include <map>
#include <set>
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
        bool any = false;
        log.each_register([&any](const std::string& about, const auto&) {
            each_name(about, [&any](std::string_view) { any = true; });
        });
        if (!any) return;
        for (const Op* op : log.ordered())
            each_name(op->about, [&](std::string_view name) {
                numbers_.emplace(std::string(name), std::to_string(numbers_.size() + 1));
            });
    }

    bool empty() const { return numbers_.empty(); }
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
        if (about.find('~') == std::string_view::npos || holds_free_text(about)) return;
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

namespace {

// ["kind",value,"by"]
void append_said(std::string& text, const Op& op) {
    text += "\t[";
    append_quoted(text, op.kind);
    text += ',';
    if (op.value.is_text())
        append_quoted(text, op.value.text());
    else
        text += op.value.dump();
    text += ',';
    append_quoted(text, op.by);
    text += ']';
}

void append_register(std::string& text, const std::string& about, const std::vector<const Op*>& heads) {
    append_quoted(text, about);
    if (heads.size() == 1) {
        append_said(text, *heads.front());
    } else {
        std::set<std::string> lines; // the same said twice counts once
        for (const Op* op : heads) {
            std::string line;
            append_said(line, *op);
            lines.insert(std::move(line));
        }
        for (const std::string& line : lines) text += line;
    }
    text += '\n';
}

} // namespace

std::string state_digest(const Log& log) {
    const Ordinals ordinals(log);
    std::string text;
    std::map<std::string, std::string> renamed; // these may stand in another order than the names that they are for
    log.each_register([&](const std::string& about, const std::vector<const Op*>& heads) {
        if (!heads_of(heads).member()) return; // dropped: as if it had never been
        if (ordinals.empty()) return append_register(text, about, heads);
        const std::string name = ordinals.name(about);
        append_register(renamed[name], name, heads);
    });
    for (const auto& [name, lines] : renamed) text += lines;
    return sha256_hex(text).substr(0, 32);
}

} // namespace desk
