// Guards before the decision: who and what, requirements, rollback plan, checklist.
#include "core/rules/guards.hpp"

#include "core/rules/wording.hpp"
#include "core/version/semver.hpp"

#include <algorithm>

namespace desk::guards {

namespace {

void unique_version(const Check& check, const Version& own) {
    for (const Sibling& sibling : check.around.siblings) {
        if (sibling.id == check.release.id() || sibling.product != check.state().product.text) continue;
        if (sibling.phase == Phase::cancelled) continue;
        const auto theirs = parse_version(sibling.version);
        if (theirs && precedence(*theirs, own) == 0)
            check.missing(
                {"version", "version", manager, check.state().product.text + " " + own.text() + " exists already",
                 owners_text(check.release, manager), "Choose a version that no release of the product has."});
    }
}

// SemVer 2.0.0 §6–8: the type says which number moves. Told, never refused.
void version_suits_type(const Check& check, const Version& own) {
    const State& state = check.state();
    const Version* last = nullptr;
    std::vector<Version> earlier;
    for (const Sibling& sibling : check.around.siblings)
        if (sibling.id != check.release.id() && sibling.product == state.product.text &&
            progress_of(sibling.phase) >= progress_of(Phase::stable) && sibling.phase != Phase::cancelled)
            if (auto theirs = parse_version(sibling.version); theirs && precedence(*theirs, own) < 0)
                earlier.push_back(std::move(*theirs));
    for (const Version& version : earlier)
        if (!last || precedence(version, *last) > 0) last = &version;
    if (!last) return;
    const std::string moved = own.major != last->major ? "major" : own.minor != last->minor ? "minor" : "patch";
    if (moved != state.type.text)
        check.gate.advice.push_back(
            {"version-type", "version", manager,
             own.text() + " after " + last->text() + " is a " + moved + " step, the type is " + state.type.text,
             owners_text(check.release, manager), "Change the version or the type, or leave it as it is."});
}

} // namespace

void identity(const Check& check) {
    const State& state = check.state();
    const std::string who = owners_text(check.release, manager);
    const auto& types = check.release.guide().types;
    if (std::none_of(types.begin(), types.end(), [&](const auto& type) { return type.key == state.type.text; }))
        check.missing({"type", "type", manager, "Release type: not chosen", who, "Choose patch, minor or major."});
    if (state.product.text.empty())
        check.missing({"product", "product", manager, "Product: not named", who, "Name the product."});
    if (state.name.text.empty())
        check.missing({"name", "name", manager, "Release name: not given", who, "Give the release a name."});
    if (const auto version = parse_version(state.version.text); !version) {
        check.missing(
            {"version", "version", manager,
             state.version.text.empty() ? "Version: not given" : "Version " + state.version.text + ": not valid", who,
             version.error()});
    } else {
        unique_version(check, *version);
        version_suits_type(check, *version);
    }
    for (const TextField* field : {&state.type, &state.name, &state.version, &state.product})
        if (field->disputed) {
            check.missing({"conflict", "", manager, "Name, version or type: copies disagree", who, choose_one});
            break;
        }
    if (state.people.at("release-manager").empty())
        check.missing({"release-manager", "release-manager", manager, "Release Manager: nobody yet", who,
                       "Assign a person to Release Manager."});
    if (state.type.text == "patch" && state.critical_issue.text.empty())
        check.gate.advice.push_back({"critical-issue", "critical-issue", manager,
                                     "A Patch is for a critical production issue, and none is linked", who,
                                     "Link the issue, or choose another type."});
}

void people(const Check& check) {
    for (const std::string& role : check.release.guide().required_roles()) {
        if (!check.state().people.at(role).empty()) continue;
        const std::string name = check.release.guide().role_name(role);
        check.missing({"role", role, manager, name + ": nobody yet", owners_text(check.release, manager),
                       "Assign a person to " + name + ", also one who holds another role."});
    }
}

void requirements(const Check& check) {
    std::size_t settled = 0;
    for (const Item& item : check.state().requirements) {
        if (item.settled() && !waiver_expired(item, check.around.now_ms)) {
            ++settled;
            continue;
        }
        Blocker blocker = item_blocker(check.release, item, "requirements", true);
        if (item.settled()) {
            blocker.text = item.spec->text + ": the waiver expired on " + item.expires;
            blocker.fix = "Meet it, or waive it anew.";
        }
        check.missing(std::move(blocker));
    }
    if (settled == check.state().requirements.size()) check.gate.in_place.push_back("all pre-release requirements");
}

void rollback_prepared(const Check& check) {
    const State& state = check.state();
    const std::vector<std::string> developers = {"developers"};
    if (state.rollback_plan.text.empty() || state.rollback_plan.disputed)
        check.missing({"rollback-plan", "rollback-plan", developers,
                       state.rollback_plan.disputed ? "Rollback plan: copies disagree" : "Rollback plan: not written",
                       owners_text(check.release, developers),
                       state.rollback_plan.disputed ? choose_one : "Write how to roll back, in steps."});
    else
        check.gate.in_place.push_back("rollback plan");
    if (state.last_good.text.empty() || state.last_good.disputed)
        check.missing({"last-known-good", "rollback:last-good", manager,
                       state.last_good.disputed ? "Last known-good release: copies disagree"
                                                : "Last known-good release: not named",
                       owners_text(check.release, manager),
                       state.last_good.disputed
                           ? choose_one
                           : "Name the version to go back to, or say that this is the first release."});
    else
        check.gate.in_place.push_back(state.last_good.text == "first-release"
                                          ? "first release, nothing to go back to"
                                          : "last known-good " + state.last_good.text);
}

void checklist(const Check& check, Stage stage) {
    for (const Item& item : check.state().checklist)
        if (item.spec->stage == stage && !item.settled())
            check.missing(item_blocker(check.release, item, "checklist", false));
}

void smoke_tests_recorded(const Check& check) {
    const Item* item = check.state().item("deploy-staging");
    if (!item || item->status == ItemStatus::not_applicable || !item->evidence.empty() || !item->note.text.empty())
        return;
    Blocker blocker = item_blocker(check.release, *item, "smoke-tests", false);
    blocker.owner = item->spec->owners;
    blocker.who = owners_text(check.release, blocker.owner);
    blocker.text = "Smoke tests: no result recorded";
    blocker.fix = "Add a link or a note with the result to \"" + item->spec->text + "\".";
    check.missing(std::move(blocker));
}

} // namespace desk::guards
