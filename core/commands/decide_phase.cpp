// Votes and phase changes.
#include "core/commands/deciders.hpp"

#include "core/release/registers.hpp"
#include "core/rules/wording.hpp"

#include <algorithm>

namespace desk::deciders {

namespace {

Value basis_value(const std::map<std::string, std::string>& content) {
    Value basis = Value::object();
    for (const auto& [part, digest] : content) basis = basis.with(part, digest);
    return basis;
}

// In whose name the change is recorded: the role asked for, or the first of the table's that the author holds.
std::string acting_role(const Desk& desk, const Transition& way, const std::string& asked) {
    const auto& who = way.who;
    if (!asked.empty()) {
        if (std::find(who.begin(), who.end(), asked) == who.end())
            desk.refuse({"who", asked, who, desk.guide().role_name(asked) + " cannot record this",
                         owners_text(desk.release, who), "Let its owner record it."});
        else
            desk.must_hold(asked);
        return asked;
    }
    for (const std::string& role : who)
        if (desk.state().holds(role, desk.author.by)) return role;
    if (who.size() == 1) {
        desk.must_hold(who.front());
    } else {
        std::vector<std::string> names;
        for (const std::string& role : who) names.push_back(desk.guide().role_name(role));
        desk.refuse({"who", "", who, desk.author.by + " does not hold " + listed(names), owners_text(desk.release, who),
                     "Let an owner do it, or assign " + desk.author.by + " to the role."});
    }
    return who.front();
}

// A hold keeps what the go was given for, so that a change made meanwhile is seen when the release resumes.
Value keep_approval(const Desk& desk, Value value) {
    for (const Op* head : desk.release.log().heads("phase"))
        for (const char* key : {"override", "basis"})
            if (head->value.has(key) && !value.has(key)) value = value.with(key, head->value.member(key));
    return value;
}

} // namespace

void carry_out(const Desk& desk, const command::CastVote& command) {
    const Vote* vote = desk.state().vote(command.role);
    if (!vote)
        return desk.refuse({"role",
                            command.role,
                            {},
                            desk.guide().role_name(command.role) + " has no vote",
                            "",
                            "The voting roles are in the guide."});
    if (const Phase phase = desk.phase(); phase != Phase::deciding && phase != Phase::approved)
        desk.refuse({"phase",
                     command.role,
                     {command.role},
                     "Votes are cast in Deciding, the phase is " + std::string(name_of(phase)),
                     owners_text(desk.release, {"release-manager"}),
                     "Start deciding first."});
    desk.must_hold(command.role);
    if (command.answer == Answer::no_go)
        desk.must_say(command.reason, "Reason", "Say what would have to change for a go.");
    if (command.answer == Answer::none || (command.answer == Answer::withdrawn && vote->answer == Answer::none))
        desk.refuse({"vote", command.role, {command.role}, "There is no vote to withdraw", "", "Vote go or no-go."});
    if (desk.refused()) return;
    const char* word = command.answer == Answer::go ? "go" : command.answer == Answer::no_go ? "no-go" : "withdrawn";
    Value value = {{"vote", word}};
    if (!command.reason.empty()) value = value.with("reason", command.reason);
    desk.writer.set(registers::vote(command.role), value.with("basis", basis_value(desk.state().content)));
}

void carry_out(const Desk& desk, const command::Advance& command) {
    const Gate result = gate(desk.release, command.to, desk.around);
    for (const Blocker& blocker : result.blockers)
        if (!blocker.overridable || command.override_reason.empty()) desk.refuse(blocker);
    if (!result.exists) return;
    const Transition& way = *transition(desk.phase(), command.to);
    const std::string as = acting_role(desk, way, command.as);
    if (way.needs_reason) desk.must_say(command.reason, "Reason", "Say why, so that it can be understood later.");
    if (desk.refused()) return;
    Value value = {{"from", key_of(desk.phase())}, {"to", key_of(command.to)}, {"as", as}};
    if (!command.reason.empty()) value = value.with("reason", command.reason);
    // An override is recorded only where there was something to override.
    if (!result.blockers.empty()) value = value.with("override", command.override_reason);
    if (desk.phase() == Phase::deciding && command.to == Phase::approved)
        value = value.with("basis", basis_value(desk.state().content));
    else if (desk.state().phase == Phase::approved || command.to == Phase::approved)
        value = keep_approval(desk, std::move(value));
    desk.writer.set("phase", std::move(value));
}

} // namespace desk::deciders
