// Guards of the decision and of the way into production.
#include "core/rules/guards.hpp"

#include "core/release/content.hpp"
#include "core/rules/wording.hpp"

namespace desk::guards {

namespace {

// Role names are nouns of a team ("Developers have", "Developers’") or of a person ("Support Lead has", "Support
// Lead’s").
bool plural(const std::string& role) { return !role.empty() && role.back() == 's'; }
std::string possessive(const std::string& role) { return role + (plural(role) ? "’" : "’s"); }

} // namespace

void votes(const Check& check) {
    for (const Vote& vote : check.state().votes) {
        if (vote.counts_as_go()) continue;
        const std::string role = check.release.guide().role_name(vote.role);
        Blocker blocker{"votes", vote.role, {vote.role}, "", owners_text(check.release, {vote.role}), ""};
        if (vote.disputed) {
            blocker.text = possessive(role) + " vote: copies disagree, it counts as no-go";
            blocker.fix = choose_one;
        } else if (vote.answer == Answer::no_go) {
            blocker.text = role + (plural(role) ? " say no-go" : " says no-go");
            blocker.fix = "Withdraw it, or the Release Manager overrides it with a reason.";
            blocker.overridable = true;
        } else if (vote.stale()) {
            std::vector<std::string> parts;
            for (const std::string& part : vote.changed) parts.push_back(content_part_name(part));
            blocker.text = possessive(role) + " vote is stale. Changed since then: " + listed(parts);
            blocker.fix = "Vote again, on what it is now.";
        } else {
            blocker.text = role + (plural(role) ? " have not voted" : " has not voted");
            blocker.fix = "Vote go or no-go. No vote is not a go.";
        }
        check.missing(std::move(blocker));
    }
}

void product_incident(const Check& check) {
    for (const Sibling& sibling : check.around.siblings) {
        if (sibling.id == check.release.id() || sibling.product != check.state().product.text) continue;
        if (!sibling.critical_incident_open) continue;
        check.missing({"product-incident",
                       sibling.id,
                       {"release-manager"},
                       "A critical incident of " + sibling.product + " " + sibling.version + " is open",
                       owners_text(check.release, {"release-manager"}),
                       "Resolve it first, or override with a reason.",
                       true});
    }
}

} // namespace desk::guards
