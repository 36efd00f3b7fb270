#include "core/log/log.hpp"

#include "core/log/op_line.hpp"

#include <algorithm>
#include <set>

namespace desk {

namespace {

bool before(const Op* a, const Op* b) { return comes_before(*a, *b); }

std::uint32_t hash_of(const OpId& id) {
    Hash hash;
    id.actor.each_word([&hash](std::uint64_t word) { hash.add(word); });
    return hash.add(id.seq).value();
}
std::uint32_t hash_of(std::string_view about) { return Hash().add(about).value(); }

} // namespace

Hash& Hash::add(std::string_view bytes) {
    std::uint64_t word = bytes.size();
    for (; bytes.size() >= sizeof word; bytes.remove_prefix(sizeof word)) {
        add(word);
        std::memcpy(&word, bytes.data(), sizeof word);
    }
    add(word);
    word = 0;
    std::memcpy(&word, bytes.data(), bytes.size());
    return add(word);
}

Absorbed Log::absorb(std::vector<Op> ops) {
    Absorbed result;
    for (Op& op : ops)
        if (op.line.empty()) write_line(op);
    // What is here already is not kept a second time.
    if (!empty())
        result.known = std::erase_if(ops, [&](const Op& op) {
            if (!holds(op)) return false;
            result.known_seals += op.is_seal() ? 1 : 0;
            return true;
        });

    std::vector<Register*> touched;
    std::size_t in_order = order_.size(); // so many of `order_`
    std::map<ActorId, std::uint64_t>::value_type* last = nullptr;
    const auto index = [&](Op& op) -> Register& {
        const std::uint32_t hash = hash_of(op.about);
        auto* reg = find_register(op.about, hash);
        if (!reg) {
            reg = &*registers_.try_emplace(op.about).first;
            by_about_.add(hash, reg);
        }
        // An op that was named before it came changes what others replace.
        if (!awaited_.empty() && awaited_.count(op.id) > 0) reg->second.sound = 0;
        if (touched.empty() || touched.back() != &reg->second) touched.push_back(&reg->second);
        reg->second.ops.push_back(&op);
        return reg->second;
    };
    by_id_.expect(ops.size());
    if (order_.empty()) order_.reserve(ops.size());
    for (Op& op : ops) {
        last_lamport_ = std::max(last_lamport_, op.lamport);
        if (!last || !(last->first == op.id.actor)) last = &*last_seq_.try_emplace(op.id.actor, 0).first;
        last->second = std::max(last->second, op.id.seq);

        const std::uint32_t hash = hash_of(op.id);
        Op* place = find_op(op.id, hash);
        if (!place) {
            ++result.added;
            if (op.is_seal())
                ++result.seals;
            else if (!op.known())
                ++result.unknown;
            by_id_.add(hash, &op);
            order_.push_back(&op);
            index(op);
        } else if (holds(op)) {
            ++result.known;
            result.known_seals += op.is_seal() ? 1 : 0;
        } else {
            ++result.forked;
            if (op.line < place->line) {
                // `op` is now the one that stands aside; it may have been about something else, and of another time.
                std::swap(op, *place);
                Register& old = find_register(op.about, hash_of(op.about))->second;
                old.ops.erase(std::find(old.ops.begin(), old.ops.end(), place));
                touched.push_back(&old);
                old.sound = 0;
                index(*place).sound = 0;
                in_order = 0;
            }
            set_aside(op.id, std::move(op.line));
        }
    }
    if (result.added > 0) ops_.push_back(std::move(ops));
    put_in_file_order(in_order);
    for (Register* reg : touched) find_heads(*reg);
    return result;
}

Absorbed Log::absorb(const Log& other) {
    std::vector<Op> missing;
    std::size_t known = 0, known_seals = 0;
    for (const Op* op : other.order_) {
        if (holds(*op))
            ++known, known_seals += op->is_seal() ? 1 : 0;
        else
            missing.push_back(*op);
    }
    for (const Fork& fork : other.forks_)
        for (const std::string& line : fork.lines) missing.push_back(parse_op(line).value());
    Absorbed result = absorb(std::move(missing));
    result.known += known;
    result.known_seals += known_seals;
    return result;
}

// The first `sorted` ones are in order already; those behind them mostly too, as they come from files.
void Log::put_in_file_order(std::size_t sorted) {
    const auto middle = order_.begin() + static_cast<std::ptrdiff_t>(sorted);
    if (!std::is_sorted(middle, order_.end(), before)) std::sort(middle, order_.end(), before);
    std::vector<const Op*> late(middle, order_.end());
    for (auto early = middle, end = order_.end(); !late.empty();) {
        if (early != order_.begin() && before(late.back(), *(early - 1))) {
            *--end = *--early;
        } else {
            *--end = late.back();
            late.pop_back();
        }
    }
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
// Where the first `sound` ops are settled, only the later ones can replace anything more.
void Log::find_heads(Register& reg) {
    if (reg.sound == 0) reg.heads.clear();
    if (reg.sound == reg.ops.size()) return;
    gone_.clear();
    std::set<const Op*> passed_on;
    for (std::size_t i = reg.sound; i < reg.ops.size(); ++i) {
        if (!reg.ops[i]->known()) continue;
        add_replaced(*reg.ops[i], passed_on);
        reg.heads.push_back(reg.ops[i]);
    }
    reg.sound = reg.ops.size();
    std::sort(gone_.begin(), gone_.end());
    std::erase_if(reg.heads, [this](const Op* op) { return std::binary_search(gone_.begin(), gone_.end(), op); });
    if (reg.heads.size() > 1) std::sort(reg.heads.begin(), reg.heads.end(), before);
}

void Log::add_replaced(const Op& by, std::set<const Op*>& passed_on) {
    std::vector<const Op*> open;
    for (const Op* newer = &by; newer; newer = open.empty() ? nullptr : open.back()) {
        if (!open.empty()) open.pop_back();
        for (const OpId& id : newer->replaces) {
            const Op* older = find_op(id);
            if (!older) awaited_.insert(id);
            if (!older || older->lamport >= newer->lamport || !same_bytes(older->about, newer->about)) continue;
            gone_.push_back(older);
            if (!older->known() && passed_on.insert(older).second) open.push_back(older);
        }
    }
}

std::vector<Op> Log::everything() const {
    std::vector<Op> all;
    all.reserve(order_.size());
    for (const Op* op : order_) all.push_back(*op);
    for (const Fork& fork : forks_)
        for (const std::string& line : fork.lines) all.push_back(parse_op(line).value());
    return all;
}

Op* Log::find_op(const OpId& id) const { return find_op(id, hash_of(id)); }

Op* Log::find_op(const OpId& id, std::uint32_t hash) const {
    return by_id_.find(hash, [&id](const Op& op) { return op.id == id; });
}

const Op* Log::find(const OpId& id) const { return find_op(id); }

bool Log::holds(const Op& op) const {
    const Op* place = find_op(op.id);
    return place && (same_bytes(place->line, op.line) || is_fork(op.id, op.line));
}

Log::Registers::value_type* Log::find_register(std::string_view about, std::uint32_t hash) const {
    return by_about_.find(hash, [about](const Registers::value_type& reg) { return same_bytes(reg.first, about); });
}

const std::vector<const Op*>& Log::heads(std::string_view about) const {
    static const std::vector<const Op*> none;
    const auto* found = find_register(about, hash_of(about));
    return found ? found->second.heads : none;
}

std::vector<const Op*> Log::history(std::string_view about) const {
    std::vector<const Op*> ops;
    if (const auto* found = find_register(about, hash_of(about)))
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
    for (const Op* op : order_)
        if (!op->known() && !op->is_seal()) result.push_back(op);
    return result;
}

std::uint64_t Log::last_seq(const ActorId& actor) const {
    const auto found = last_seq_.find(actor);
    return found == last_seq_.end() ? 0 : found->second;
}

} // namespace desk
