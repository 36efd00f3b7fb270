#include "core/commands/deciders.hpp"
#include "core/rules/wording.hpp"

namespace desk {

namespace deciders {

void Desk::must_hold(const std::string& role) const {
    if (state().holds(role, author.by)) return;
    const std::string name = guide().role_name(role);
    const auto people = state().people.find(role);
    const bool vacant = people == state().people.end() || people->second.empty();
    refuse({"who",
            role,
            {role},
            author.by + " does not hold " + name,
            owners_text(release, {role}),
            vacant ? "Assign " + author.by + " or somebody else to " + name + "."
                   : "Let " + listed(people->second) + " do it, or assign " + author.by + " to " + name + "."});
}

void Desk::must_say(const std::string& text, const char* what, const char* fix) const {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        refuse({"reason", "", {}, std::string(what) + ": not given", "", fix});
}

} // namespace deciders

namespace {

bool ended(Phase phase) { return phase == Phase::closed || phase == Phase::cancelled; }

// Conditions that hold for every command.
void general_guards(const deciders::Desk& desk, const Command& command) {
    if (desk.author.by.find_first_not_of(" \t") == std::string::npos)
        desk.refuse({"name", "", {}, "Your name: not given", "", "Say who you are, so that others see who did it."});
    // A freeze outlives the release on which it is recorded.
    if (ended(desk.phase()) && !std::holds_alternative<command::LiftFreeze>(command))
        desk.refuse({"ended",
                     "",
                     {},
                     "This release is " + std::string(key_of(desk.phase())) + ", it does not change any more",
                     "",
                     "Start a new release for what is left to do."});
}

} // namespace

Outcome decide(const Release& release, const Command& command, const Author& author, const Surroundings& around) {
    OpWriter writer(release.log(), author);
    std::vector<Blocker> blockers;
    const deciders::Desk desk{release, author, around, writer, blockers};
    general_guards(desk, command);
    if (blockers.empty()) std::visit([&](const auto& one) { deciders::carry_out(desk, one); }, command);
    std::vector<Op> ops = writer.take();
    if (blockers.empty()) blockers = unkeepable(ops);
    if (!blockers.empty()) return tl::unexpected(Refusal{std::move(blockers)});
    return ops;
}

} // namespace desk
