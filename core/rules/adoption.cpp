#include "core/rules/adoption.hpp"

#include "core/rules/wording.hpp"

#include <algorithm>

namespace desk {

namespace {

const Item* same_item(const std::vector<Item>& items, const Item& wanted) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.name == wanted.name; });
    return found == items.end() ? nullptr : &*found;
}

void compare_items(Adoption& adoption, const std::vector<Item>& before, const std::vector<Item>& after,
                   bool requirements) {
    constexpr const char* absent = "not asked for";
    for (const Item& item : after) {
        const Item* was = same_item(before, item);
        if (was && was->settled() && item.settled()) ++adoption.kept;
        const std::string is = status_word(item, requirements);
        const std::string old = was ? status_word(*was, requirements) : absent;
        if (old != is) adoption.effects.push_back({item.spec->text, old, is});
    }
    for (const Item& item : before)
        if (!same_item(after, item))
            adoption.effects.push_back({item.spec->text, status_word(item, requirements), absent});
}

} // namespace

bool guide_is_settled(Phase phase) {
    return phase != Phase::on_hold && progress_of(phase) >= progress_of(Phase::deploying);
}

Adoption adoption_of(const Release& release, const Guide& newer) {
    Adoption adoption;
    adoption.changes = guide_changes(release.guide(), newer);
    const State& before = release.state();
    const State after = derive(release.log(), newer);
    compare_items(adoption, before.requirements, after.requirements, true);
    compare_items(adoption, before.checklist, after.checklist, false);
    for (const Vote& vote : before.votes) {
        const Vote* then = after.vote(vote.role);
        if (vote.counts_as_go() && !(then && then->counts_as_go()))
            adoption.stale.push_back(release.guide().role_name(vote.role));
    }
    for (const std::string& role : newer.required_roles())
        if (const auto people = after.people.find(role); people == after.people.end() || people->second.empty())
            adoption.unowned.push_back(newer.role_name(role));
    return adoption;
}

} // namespace desk
