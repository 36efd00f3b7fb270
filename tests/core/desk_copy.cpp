#include "desk_copy.hpp"

#include "core/release/registers.hpp"

namespace desk::test {

Copy& Copy::with_people() {
    const std::pair<const char*, const char*> people[] = {{"developers", "Chen"},      {"qa", "Farah"},
                                                          {"support-lead", "Bruno"},   {"business-analyst", "Hana"},
                                                          {"ux-ui-designer", "Ivo"},   {"product-manager", "Emeka"},
                                                          {"project-manager", "Dara"}, {"infrastructure", "Goran"},
                                                          {"scrum-master", "Jun"}};
    for (const auto& [role, person] : people) act(command::Assign{role, person});
    return *this;
}

Copy& Copy::to_preparing() { return with_people().as("Ana").advance(Phase::preparing); }

Copy& Copy::to_staging() {
    to_preparing();
    sign_all(release_.guide().requirements, Stage::before_production);
    act(command::SetField{"rollback:plan", "Switch traffic back to 4.1.3."});
    act(command::SetField{"rollback:last-good", "4.1.3"});
    return as("Ana").advance(Phase::staging);
}

Copy& Copy::to_deciding() {
    to_staging();
    sign_all(release_.guide().checklist, Stage::before_production);
    act(command::SetField{"note:deploy-staging", "48 of 48 smoke tests passed"});
    return as("Ana").advance(Phase::deciding);
}

Copy& Copy::to_approved() {
    to_deciding();
    everybody_votes_go();
    return as("Ana").advance(Phase::approved);
}

Copy& Copy::to_deploying() { return to_approved().as("Chen").advance(Phase::deploying); }

Copy& Copy::to_monitoring() {
    to_deploying();
    sign_all(release_.guide().checklist, Stage::production);
    return as("Chen").advance(Phase::monitoring);
}

Copy& Copy::to_stable() {
    to_monitoring();
    sign_all(release_.guide().checklist, Stage::after_production);
    return as("Ana").advance(Phase::stable);
}

Copy& Copy::sign_all(const std::vector<ItemSpec>& items, Stage stage) {
    for (const ItemSpec& item : items)
        if (item.stage == stage && item.key == registers::window_item && !state().window)
            as(holder(item.owners.front())).act(command::NotApplicable{item.key, "It can be deployed at any time"});
        else if (item.stage == stage)
            for (const std::string& role : item.owners)
                as(holder(role)).act(command::Sign{item.key, {role}, true, {}, {}});
    return *this;
}

Copy& Copy::everybody_votes_go() {
    for (const std::string& role : release_.guide().voters)
        as(holder(role)).act(command::CastVote{role, Answer::go, ""});
    return *this;
}

} // namespace desk::test
