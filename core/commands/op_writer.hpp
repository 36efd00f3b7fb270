// Makes the ops of one command: numbers, times and what they replace.
#pragma once

#include "core/commands/command.hpp"

#include <string>
#include <vector>

namespace desk {

class OpWriter {
public:
    OpWriter(const Log& log, const Author& author)
        : log_(log), author_(author), seq_(log.last_seq(author.actor)), lamport_(log.last_lamport()) {}

    // An op about a register; it replaces the heads that this copy sees.
    void write(std::string kind, std::string about, Value value);
    void set(std::string about, Value value) { write("set", std::move(about), std::move(value)); }
    // Only if the register does not already say so, undisputed: repeating a text is no news.
    void set_if_new(const std::string& about, const Value& value);
    void add_if_absent(const std::string& about);
    void drop_if_present(const std::string& about);

    std::vector<Op> take() { return std::move(ops_); }

private:
    const Log& log_;
    const Author& author_;
    std::uint64_t seq_;
    std::uint64_t lamport_;
    std::vector<Op> ops_;
};

// Why these ops could not be read again: too long a text, a name or register beyond its limit. Empty if they could.
std::vector<Blocker> unkeepable(const std::vector<Op>& ops);

} // namespace desk
