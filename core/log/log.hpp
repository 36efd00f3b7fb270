// A set of ops with multi-value registers (DESIGN §2 Log). Merge is union; nothing is ever dropped.
#pragma once

#include "core/log/op.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
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
    std::size_t unknown = 0; // of the added ones: kinds that this version does not know
};

class Log {
public:
    Absorbed absorb(std::vector<Op> ops);

    bool empty() const { return ops_.empty(); }
    std::size_t size() const { return ops_.size(); }
    // In file order (t, a, s).
    std::vector<const Op*> ordered() const;
    const Op* find(const OpId& id) const;
    // A copy of every op, forked ones too: what another log absorbs to hold all that this one holds.
    std::vector<Op> everything() const;

    // The heads of a register: ops about it that no newer op (larger `t`) about it names in `p`. In file order; empty
    // if never set. Only known kinds; an op of an unknown kind passes on what it replaced to the known op that replaces
    // it.
    std::vector<const Op*> heads(std::string_view about) const;
    // Every op about a register, of known kinds, in file order.
    std::vector<const Op*> history(std::string_view about) const;
    // Every register that has a head, sorted; `prefix` narrows it ("vote:").
    std::vector<std::string> registers(std::string_view prefix = {}) const;

    const std::vector<Fork>& forks() const { return forks_; }
    // Ops of unknown kinds, in file order.
    std::vector<const Op*> unknown() const;

    std::uint64_t last_lamport() const { return last_lamport_; }
    std::uint64_t last_seq(const std::string& actor) const; // 0 if it has made none here

private:
    struct IdHash {
        std::size_t operator()(const OpId& id) const;
    };
    struct Register {
        std::vector<const Op*> ops;   // as they came
        std::vector<const Op*> heads; // in file order
    };
    Register& index(const Op& op);
    void find_heads(Register& reg) const;
    void set_aside(const OpId& id, std::string line);
    bool is_fork(const OpId& id, const std::string& line) const;

    std::unordered_map<OpId, std::unique_ptr<Op>, IdHash> ops_;
    std::map<std::string, Register, std::less<>> registers_;
    std::map<std::string, std::uint64_t> last_seq_;
    std::vector<Fork> forks_; // by id
    std::uint64_t last_lamport_ = 0;
};

} // namespace desk
