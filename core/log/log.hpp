// A set of ops with multi-value registers (docs/format.md "Ops"). Merge is union; nothing is ever dropped.
#pragma once

#include "core/log/index.hpp"
#include "core/log/op.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

// Two ops with one id and different content: a copied store or a tampered file. The first seen stays in the set only if
// its line is the smaller one, so that every copy keeps the same one; the others stand here, and are exported again.
struct Fork {
    OpId id;
    std::vector<std::string> lines; // every other content, sorted
};

struct Absorbed {
    std::size_t added = 0;
    std::size_t known = 0;
    std::size_t forked = 0;
    std::size_t unknown = 0;     // of the added ones: kinds that this version does not know
    std::size_t seals = 0;       // of the added ones: they say nothing about the release (core/log/seals.hpp)
    std::size_t known_seals = 0; // of the known ones
};

// What is handed out by reference holds until ops are absorbed.
class Log {
public:
    Log() = default;
    Log(Log&&) = default;
    Log& operator=(Log&&) = default;

    Absorbed absorb(std::vector<Op> ops);
    // What another log holds, forked ops too.
    Absorbed absorb(const Log& other);

    bool empty() const { return order_.empty(); }
    std::size_t size() const { return order_.size(); }
    // In file order (t, a, s).
    const std::vector<const Op*>& ordered() const { return order_; }
    const Op* find(const OpId& id) const;
    // A copy of every op, forked ones too: what another log absorbs to hold all that this one holds.
    std::vector<Op> everything() const;

    // The heads of a register: ops about it that no newer op (larger `t`) about it names in `p`. In file order; empty
    // if never set. Only known kinds; an op of an unknown kind passes on what it replaced to the known op that replaces
    // it.
    const std::vector<const Op*>& heads(std::string_view about) const;
    // Every op about a register, of known kinds, in file order.
    std::vector<const Op*> history(std::string_view about) const;
    // Every register that has a head, sorted; `prefix` narrows it ("vote:").
    std::vector<std::string> registers(std::string_view prefix = {}) const;
    // The same, with their heads.
    template <class Each> void each_register(const Each& each) const {
        for (const auto& [about, reg] : registers_)
            if (!reg.heads.empty()) each(about, reg.heads);
    }

    const std::vector<Fork>& forks() const { return forks_; }
    // Ops of unknown kinds, in file order. A seal is none: it says nothing about its register, but what it says is
    // known.
    std::vector<const Op*> unknown() const;

    std::uint64_t last_lamport() const { return last_lamport_; }
    std::uint64_t last_seq(const ActorId& actor) const; // 0 if it has made none here

private:
    struct Register {
        std::vector<const Op*> ops;   // as they came
        std::vector<const Op*> heads; // in file order
        std::size_t sound = 0;        // the heads are those of so many `ops`, the first ones
    };
    using Registers = std::map<std::string, Register, std::less<>>;

    Op* find_op(const OpId& id) const;
    Op* find_op(const OpId& id, std::uint32_t hash) const;
    Registers::value_type* find_register(std::string_view about, std::uint32_t hash) const;
    bool holds(const Op& op) const; // with this very line
    void put_in_file_order(std::size_t sorted);
    void find_heads(Register& reg);
    void add_replaced(const Op& by, std::set<const Op*>& passed_on); // to `gone_`
    void set_aside(const OpId& id, std::string line);
    bool is_fork(const OpId& id, const std::string& line) const;

    std::deque<std::vector<Op>> ops_; // as they were absorbed: nothing that points at one ever moves
    PointerIndex<Op> by_id_;
    std::vector<const Op*> order_;
    Registers registers_;
    PointerIndex<Registers::value_type> by_about_;
    std::map<ActorId, std::uint64_t> last_seq_;
    std::vector<Fork> forks_;     // by id
    std::set<OpId> awaited_;      // named in `p` by ops that count, and not here yet
    std::vector<const Op*> gone_; // those that find_heads has seen replaced
    std::uint64_t last_lamport_ = 0;
};

} // namespace desk
