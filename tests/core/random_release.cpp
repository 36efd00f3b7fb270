#include "random_release.hpp"

#include "core/log/op_line.hpp"

#include <doctest/doctest.h>

#include <array>

namespace desk::test {

Release release_of(const std::vector<Op>& ops) {
    Release release("rel_7f3kq2xw5nbt4mzc", octoacme());
    release.absorb(ops);
    return release;
}

std::vector<Op> ops_of(const Release& release) { return release.log().everything(); }

std::vector<Op> small_release() {
    std::vector<Op> ops;
    const auto write = [&ops](const char* kind, const char* about, Value value) {
        Op op;
        op.id = {"ana7", ops.size() + 1};
        op.lamport = ops.size() + 1;
        op.wall_ms = 1'764'000'000'000;
        op.by = "Ana Souza";
        op.kind = kind;
        op.about = about;
        op.value = std::move(value);
        write_line(op);
        ops.push_back(std::move(op));
    };
    write("create", "release", {{"guide", octoacme()->digest}});
    write("set", "product", "Checkout");
    write("set", "version", "4.2.0");
    write("set", "type", "minor");
    write("add", "role:release-manager:Ana Souza", nullptr);
    return ops;
}

namespace {

template <std::size_t N> const char* one_of(Seeded& random, const std::array<const char*, N>& list) {
    return list[random.below(N)];
}

constexpr std::array<const char*, 12> registers = {
    "name",
    "version",
    "notes:summary",
    "item:backup:infrastructure",
    "vote:support-lead",
    "item:backup",
    "rollback:plan",
    "phase",
    "role:qa:Farah",
    "evidence:backup:https://example.org/1",
    "incident:a1",
    "someday:unknown",
};
constexpr std::array<const char*, 7> kinds = {"set", "set", "set", "set", "add", "drop", "amend"};
// As other programs may write them: escapes, spaces, numbers with many digits.
constexpr std::array<const char*, 14> values = {
    R"("go")",
    R"("Gr\u00fc\u00dfe \ud83d\ude80")",
    R"("支払い \/ \u0000\u001f")",
    R"("done")",
    R"("a \"b\" \\ \n\t")",
    R"({"vote":"no-go","reason":"late","basis":{"plan":"00"}})",
    R"({"is":"na","reason":"none"})",
    "1.50",
    "-0.0",
    "123456789012345678901234567890",
    R"([1,[2,{"x":[]}],null])",
    R"({"z":1,"a":2})",
    "true",
    "null",
};
constexpr std::array<const char*, 6> unknown_members = {
    R"("zz":1.000)",
    R"("future" : {"b":[1, 2],"a":1e400})",
    R"("\u0061\u0062":"\u00e9")",
    R"("seal":"ff")",
    R"("x":null)",
    R"("é":-0)",
};
constexpr std::array<const char*, 5> people = {"Ana Souza", "Bruno", "Farah", "李雷", "O'Neil <ops>"};
constexpr std::array<const char*, 3> actors = {"ana7", "bruno3", "k3v9x2"};

std::string random_replaced(Seeded& random, const std::vector<Op>& ops, const OpId& self) {
    std::string list;
    const std::size_t count = random.below(4);
    for (std::size_t i = 0; i < count; ++i) {
        const OpId id = random.chance(9) || ops.empty() ? self : ops[random.below(ops.size())].id;
        list += (list.empty() ? "\"" : ",\"") + id.text() + "\"";
    }
    return "[" + list + "]";
}

} // namespace

std::vector<Op> random_ops(Seeded& random, std::size_t count) {
    std::vector<Op> ops = small_release();
    std::array<std::uint64_t, actors.size()> seqs = {ops.size(), 0, 0};
    while (ops.size() < count) {
        const std::size_t who = random.below(actors.size());
        const bool fork = random.chance(25) && seqs[who] > 0;
        const OpId id{actors[who], fork ? 1 + random.below(seqs[who]) : ++seqs[who]};
        std::vector<std::string> members = {
            "\"a\":\"" + id.actor.text() + "\"",
            "\"s\":" + std::to_string(id.seq),
            "\"t\": " + std::to_string(1 + random.below(count)),
            "\"w\":" + std::to_string(static_cast<std::int64_t>(random.next() % 4'000'000'000'000) - 1'000'000'000),
            "\"by\":\"" + std::string(one_of(random, people)) + "\"",
            "\"k\":\"" + std::string(one_of(random, kinds)) + "\"",
            "\"i\":\"" + std::string(one_of(random, registers)) + "\"",
            "\"v\":" + std::string(one_of(random, values)),
            "\"p\":" + random_replaced(random, ops, id),
        };
        if (random.chance(10)) members.push_back(random.chance(2) ? "\"crit\":true" : "\"crit\":false");
        if (random.chance(3)) members.push_back(one_of(random, unknown_members));
        if (random.chance(4)) random.shuffle(members);
        std::string text = "{";
        for (const auto& member : members) text += (text.size() > 1 ? ", " : "") + member;
        // Token by token: that tests hold the fast path against it must not depend on the fast path.
        Op op;
        if (const auto flaw = read_any_op(text + "}", op)) FAIL(*flaw, " in ", text);
        ops.push_back(std::move(op));
    }
    return ops;
}

} // namespace desk::test
