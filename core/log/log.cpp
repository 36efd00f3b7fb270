#include "core/log/log.hpp"

#include "core/log/op_line.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace desk {

namespace {

bool before(const Op* a, const Op* b) { return comes_before(*a, *b); }

} // namespace

std::size_t Log::IdHash::operator()(const OpId& id) const {
    return std::hash<std::string>()(id.actor) * 31 + std::hash<std::uint64_t>()(id.seq);
}

Absorbed Log::absorb(std::vector<Op> ops) {
    Absorbed result;
    std::set<Register*> touched;
    for (Op& op : ops) {
        if (op.line.empty()) write_line(op);
        const OpId id = op.id;
        last_lamport_ = std::max(last_lamport_, op.lamport);
        auto& last = last_seq_[id.actor];
        last = std::max(last, id.seq);

        auto& place = ops_[id];
        if (!place) {
            ++result.added;
            if (!op.known()) ++result.unknown;
            place = std::make_unique<Op>(std::move(op));
            touched.insert(&index(*place));
        } else if (place->line == op.line || is_fork(id, op.line)) {
            ++result.known;
        } else {
            ++result.forked;
            if (op.line < place->line) {
                std::swap(op, *place);
                // `op` is now the one that stands aside; it may have been about something else.
                Register& old = registers_[op.about];
                old.ops.erase(std::find(old.ops.begin(), old.ops.end(), place.get()));
                touched.insert(&old);
                touched.insert(&index(*place));
            }
            set_aside(id, std::move(op.line));
        }
    }
    for (Register* reg : touched) find_heads(*reg);
    return result;
}

Log::Register& Log::index(const Op& op) {
    Register& reg = registers_[op.about];
    reg.ops.push_back(&op);
    return reg;
}

void Log::set_aside(const OpId& id, std::string line) {
    auto place = std::lower_bound(forks_.begin(), forks_.end(), id,
                                  [](const Fork& fork, const OpId& wanted) { return fork.id < wanted; });
    if (place == forks_.end() || !(place->id == id)) place = forks_.insert(place, Fork{id, {}});
    auto& lines = place->lines;
    lines.insert(std::lower_bound(lines.begin(), lines.end(), line), std::move(line));
}

bool Log::is_fork(const OpId& id, const std::string& line) const {
    const auto place = std::lower_bound(forks_.begin(), forks_.end(), id,
                                        [](const Fork& fork, const OpId& wanted) { return fork.id < wanted; });
    return place != forks_.end() && place->id == id &&
           std::binary_search(place->lines.begin(), place->lines.end(), line);
}

// An op replaces only what is older than itself, so that no circle of ops can hide them all. Ops of unknown kinds say
// nothing here, but what they replaced is gone too once a known op replaces them.
void Log::find_heads(Register& reg) const {
    std::set<const Op*> replaced;
    std::vector<const Op*> open;
    for (const Op* op : reg.ops) {
        if (!op->known() || op->replaces.empty()) continue;
        open.assign(1, op);
        while (!open.empty()) {
            const Op* newer = open.back();
            open.pop_back();
            for (const OpId& id : newer->replaces) {
                const Op* older = find(id);
                if (!older || older->about != newer->about || older->lamport >= newer->lamport) continue;
                if (replaced.insert(older).second && !older->known()) open.push_back(older);
            }
        }
    }
    reg.heads.clear();
    for (const Op* op : reg.ops)
        if (op->known() && replaced.count(op) == 0) reg.heads.push_back(op);
    std::sort(reg.heads.begin(), reg.heads.end(), before);
}

std::vector<const Op*> Log::ordered() const {
    std::vector<const Op*> all;
    all.reserve(ops_.size());
    for (const auto& [id, op] : ops_) all.push_back(op.get());
    std::sort(all.begin(), all.end(), before);
    return all;
}

std::vector<Op> Log::everything() const {
    std::vector<Op> all;
    all.reserve(ops_.size());
    for (const Op* op : ordered()) all.push_back(*op);
    for (const Fork& fork : forks_)
        for (const std::string& line : fork.lines) all.push_back(parse_op(line).value());
    return all;
}

const Op* Log::find(const OpId& id) const {
    const auto found = ops_.find(id);
    return found == ops_.end() ? nullptr : found->second.get();
}

std::vector<const Op*> Log::heads(std::string_view about) const {
    const auto found = registers_.find(about);
    return found == registers_.end() ? std::vector<const Op*>() : found->second.heads;
}

std::vector<const Op*> Log::history(std::string_view about) const {
    std::vector<const Op*> ops;
    if (const auto found = registers_.find(about); found != registers_.end())
        for (const Op* op : found->second.ops)
            if (op->known()) ops.push_back(op);
    std::sort(ops.begin(), ops.end(), before);
    return ops;
}

std::vector<std::string> Log::registers(std::string_view prefix) const {
    std::vector<std::string> names;
    for (auto it = registers_.lower_bound(prefix); it != registers_.end(); ++it) {
        if (it->first.compare(0, prefix.size(), prefix) != 0) break;
        if (!it->second.heads.empty()) names.push_back(it->first);
    }
    return names;
}

std::vector<const Op*> Log::unknown() const {
    std::vector<const Op*> result;
    for (const auto& [id, op] : ops_)
        if (!op->known()) result.push_back(op.get());
    std::sort(result.begin(), result.end(), before);
    return result;
}

std::uint64_t Log::last_seq(const std::string& actor) const {
    const auto found = last_seq_.find(actor);
    return found == last_seq_.end() ? 0 : found->second;
}

} // namespace desk
