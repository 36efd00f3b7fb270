#include "random_history.hpp"

#include "core/log/json_text.hpp"
#include "core/log/op_line.hpp"
#include "core/release/registers.hpp"

#include <array>

namespace desk::test {

namespace {

constexpr std::size_t replicas = 5, acts = 12;

template <class List> auto any(Seeded& random, const List& list) { return list[random.below(std::size(list))]; }

constexpr std::array<const char*, 6> texts = {
    "Saved carts", "Switch back to 4.1.3", "4.1.3", "", "Größe: 支払い 🚀\n\"x\"", "done"};
constexpr std::array<const char*, 4> links = {"https://ci.example/1", "https://ci.example/2",
                                              "https://docs.example/a?b=~c", "https://ci.example/3"};
constexpr std::array<const char*, 5> fields = {"name", "version", "notes:summary", "rollback:plan",
                                               "rollback:last-good"};
constexpr std::array<const char*, 4> ids = {"k3", "k4", "k5", "k6"};

const std::string& any_role(Seeded& random, const Guide& guide) {
    return guide.roles[random.below(guide.roles.size())].key;
}

const ItemSpec& any_item(Seeded& random, const Guide& guide) {
    const auto& list = random.chance(5) ? guide.playbook : random.chance(2) ? guide.requirements : guide.checklist;
    // Few, so that copies meet at them.
    return list[random.below(std::min<std::size_t>(list.size(), 4))];
}

// One head of a conflict, chosen.
Command resolution(Seeded& random, const State& state) {
    if (state.conflicts.empty()) return command::Undo{};
    const Conflict& conflict = state.conflicts[random.below(state.conflicts.size())];
    const ConflictHead& head = conflict.heads[random.below(conflict.heads.size())];
    return command::Resolve{conflict.about, head.value, head.kind};
}

Command any_command(Seeded& random, const Copy& copy) {
    const Guide& guide = copy.release().guide();
    const ItemSpec& item = any_item(random, guide);
    const std::string owner = item.owners[random.below(item.owners.size())];
    switch (random.below(17)) {
    case 0:
    case 1:
    case 2:
    case 3:
        return command::Sign{item.key, {owner}, !random.chance(3), {}, {}};
    case 4:
    case 5: {
        const std::string field = any(random, fields);
        return command::SetField{field,
                                 field == "version" ? "4.2." + std::to_string(random.below(4)) : any(random, texts)};
    }
    case 6:
    case 7: {
        constexpr Answer answers[] = {Answer::go, Answer::no_go, Answer::withdrawn};
        return command::CastVote{any(random, guide.voters), any(random, answers), "late"};
    }
    case 8:
        return command::Assign{any_role(random, guide), any(random, std::array{"Lea", "O'Neil", "李雷"})};
    case 9:
        return command::Unassign{any_role(random, guide), any(random, std::array{"Lea", "O'Neil", "Farah"})};
    case 10:
        return command::AddEvidence{item.key, any(random, links)};
    case 11:
        return command::DropEvidence{item.key, any(random, links)};
    case 12:
        return random.chance(2) ? Command(command::Waive{item.key, "not now", "Ana", ""})
                                : Command(command::NotApplicable{item.key, "none"});
    case 13: {
        constexpr Phase phases[] = {Phase::preparing, Phase::staging, Phase::deciding, Phase::on_hold,
                                    Phase::monitoring};
        return command::Advance{any(random, phases), "release-manager", "as it must be", "as it must be"};
    }
    case 14:
        return random.chance(2)
                   ? Command(
                         command::OpenIncident{any(random, ids), 1 + static_cast<int>(random.below(5)), "It is down"})
                   : Command(command::SetSeverity{any(random, ids), 1 + static_cast<int>(random.below(5))});
    case 15:
        return resolution(random, copy.state());
    default:
        return command::Undo{};
    }
}

// An entry of a newer or a hostile program: unknown kinds and keys, critical ones, circles, and other contents under
// names that are taken.
Op raw_op(Seeded& random, const Log& log) {
    const auto& ops = log.ordered();
    const auto some = [&] { return ops[random.below(ops.size())]; };
    const Op* model = some();
    const bool fork = random.chance(4);
    const std::string id =
        fork ? "\"" + model->id.actor.text() + "\",\"s\":" + std::to_string(model->id.seq)
             : "\"x" + std::to_string(random.below(3)) + "\",\"s\":" + std::to_string(1 + random.below(40));
    std::string text = "{\"a\":" + id + ",\"t\":" + std::to_string(1 + random.below(log.last_lamport() + 3)) +
                       ",\"w\":" + std::to_string(random.next() % 2'000'000'000'000) + ",\"by\":\"Mallory\",\"k\":\"" +
                       any(random, std::array{"set", "set", "add", "drop", "create", "amend", "seal"}) + "\",\"i\":";
    append_quoted(text, random.chance(6) ? "someday:new" : some()->about);
    text += ",\"v\":";
    text += random.chance(2) ? some()->value.dump()
                             : any(random, std::array{"\"done\"", "1.50", "{\"z\":1,\"a\":[2,{}]}", "null", "1e400",
                                                      "{\"to\":\"staging\",\"from\":\"nowhere\"}", "[\"\\u00e9\\n\"]"});
    text += ",\"p\":[";
    for (std::size_t i = random.below(4), first = i; i > 0; --i)
        text += (i == first ? "\"" : ",\"") + some()->id.text() + "\"";
    text += "]";
    if (random.chance(8)) text += ",\"crit\":true";
    if (random.chance(3)) text += ",\"newer\":{\"é\":1.0, \"b\":[ ]}";
    auto op = parse_op(text + "}");
    // A number in `v` that no value can hold is refused; nothing else is.
    return op ? std::move(*op) : *model;
}

// Where a release may stand when its copies part.
const Copy& beginning(std::size_t which) {
    static const auto all = [] {
        std::array<std::unique_ptr<Copy>, 5> list;
        for (auto& copy : list) copy = std::make_unique<Copy>(Copy::created());
        list[1]->to_preparing();
        list[2]->to_staging();
        list[3]->to_deciding();
        list[4]->to_monitoring();
        return list;
    }();
    return *all[which];
}

} // namespace

Replicas random_history(Seeded& random) {
    const Copy& start = beginning(random.chance(8) ? 4 : random.below(4));
    Replicas all;
    for (std::size_t i = 0; i < replicas; ++i)
        all.push_back(std::make_unique<Copy>(start.fork("copy" + std::to_string(i))));
    for (std::size_t i = 0; i < acts; ++i) {
        Copy& copy = *all[random.below(replicas)];
        if (random.chance(8)) {
            copy.merge(*all[random.below(replicas)]);
        } else if (random.chance(5)) {
            copy.take({raw_op(random, copy.release().log())});
        } else {
            copy.as(any(random, std::array{"Ana", "Ana", "Chen", "Farah", "Bruno"}));
            copy.attempt(any_command(random, copy));
        }
    }
    return all;
}

} // namespace desk::test
