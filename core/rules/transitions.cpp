#include "core/rules/gate.hpp"

namespace desk {

namespace {

std::vector<Transition> make_table() {
    using enum Phase;
    const std::vector<std::string> manager = {"release-manager"};
    const std::vector<std::string> deployers = {"release-manager", "developers"};
    const std::vector<std::string> scrum_master = {"scrum-master"};
    std::vector<Transition> table = {
        {draft, preparing, manager, "Start preparing"},
        {preparing, staging, manager, "Start staging"},
        {staging, deciding, manager, "Start deciding"},
        {deciding, approved, manager, "Record go"},
        {deciding, preparing, manager, "Record no-go", true},
        {approved, deploying, deployers, "Start deploying"},
        {deploying, monitoring, deployers, "Start monitoring"},
        {monitoring, stable, manager, "Confirm stable"},
        {deploying, rolling_back, manager, "Start rollback"},
        {monitoring, rolling_back, manager, "Start rollback"},
        {stable, retrospective, scrum_master, "Accept hand-off"},
        {stable, rolling_back, manager, "Start rollback"},
        {rolling_back, rolled_back, manager, "Confirm rolled back"},
        {rolling_back, monitoring, manager, "Fix forward", true},
        {rolled_back, retrospective, scrum_master, "Accept hand-off"},
        {retrospective, closed, scrum_master, "Close release"},
    };
    for (const Phase before : {draft, preparing, staging, deciding, approved}) {
        table.push_back({before, on_hold, manager, "Put on hold", true});
        table.push_back({on_hold, before, manager, "Resume", true});
    }
    for (const Phase before : {draft, preparing, staging, deciding, approved, on_hold})
        table.push_back({before, cancelled, manager, "Cancel release", true});
    return table;
}

} // namespace

const std::vector<Transition>& transitions() {
    static const std::vector<Transition> table = make_table();
    return table;
}

const Transition* transition(Phase from, Phase to) {
    for (const Transition& row : transitions())
        if (row.from == from && row.to == to) return &row;
    return nullptr;
}

std::vector<const Transition*> ways_on(const State& state, const Surroundings& around) {
    const Phase from = phase_now(state, around);
    std::vector<const Transition*> ways;
    for (const Transition& row : transitions()) {
        if (row.from != from) continue;
        // A hold ends where it began.
        if (row.from == Phase::on_hold && row.to != Phase::cancelled &&
            (!state.last_change || row.to != state.last_change->from))
            continue;
        ways.push_back(&row);
    }
    return ways;
}

} // namespace desk
