// Requirements, checklist items, playbook steps and their evidence.
#include "core/commands/deciders.hpp"

#include "core/release/registers.hpp"
#include "core/rules/wording.hpp"
#include "core/time/rfc3339.hpp"

#include <algorithm>

namespace desk::deciders {

namespace {

const Item* find_item(const Desk& desk, const std::string& key) {
    const Item* item = desk.state().item(key);
    const auto& steps = desk.guide().playbook;
    const bool step = std::any_of(steps.begin(), steps.end(), [&](const ItemSpec& spec) { return spec.key == key; });
    if (!item && step)
        desk.refuse({"incident",
                     key,
                     {"release-manager"},
                     "The playbook has not started: no incident was opened",
                     owners_text(desk.release, {"release-manager"}),
                     "Open an incident that says what failed."});
    else if (!item)
        desk.refuse({"item",
                     key,
                     {},
                     "There is no item \"" + key + "\" in this release's guide",
                     "",
                     "Look at the keys with `releasectl show`."});
    return item;
}

// Staging before production: what belongs to production cannot be signed before the release is there.
void stage_reached(const Desk& desk, const Item& item) {
    if (!desk.guide().checklist_item(item.spec->key) || item.spec->stage == Stage::before_production) return;
    if (progress_of(desk.phase()) >= progress_of(Phase::deploying)) return;
    desk.refuse({"order", item.spec->key, item.spec->owners,
                 item.spec->text + ": waits for go, the phase is " + std::string(name_of(desk.phase())),
                 owners_text(desk.release, item.spec->owners), "Get the go and start deploying first."});
}

// The owner roles in whose name the author signs; refuses if there is none.
std::vector<std::string> signing_roles(const Desk& desk, const Item& item, const std::vector<std::string>& as) {
    const auto& owners = item.spec->owners;
    std::vector<std::string> roles;
    if (as.empty()) {
        for (const std::string& role : owners)
            if (desk.state().holds(role, desk.author.by)) roles.push_back(role);
        if (roles.empty()) {
            std::vector<std::string> names;
            for (const std::string& role : owners) names.push_back(desk.guide().role_name(role));
            desk.refuse({"who", item.spec->key, owners, desk.author.by + " does not hold " + listed(names),
                         owners_text(desk.release, owners),
                         "Let an owner sign, or assign " + desk.author.by + " to the role."});
        }
        return roles;
    }
    for (const std::string& role : as) {
        if (std::find(owners.begin(), owners.end(), role) == owners.end())
            desk.refuse({"who", item.spec->key, owners,
                         desk.guide().role_name(role) + " does not own \"" + item.spec->text + "\"",
                         owners_text(desk.release, owners), "Sign as one of its owners."});
        else
            desk.must_hold(role);
    }
    return as;
}

void clear_disposition(const Desk& desk, const Item& item) {
    if (item.status == ItemStatus::waived || item.status == ItemStatus::not_applicable || item.disputed)
        if (!desk.release.log().heads(registers::disposition(item.name)).empty())
            desk.writer.set(registers::disposition(item.name), {{"is", "applies"}});
}

} // namespace

void carry_out(const Desk& desk, const command::Sign& command) {
    const Item* item = find_item(desk, command.item);
    if (!item) return;
    if (command.done) stage_reached(desk, *item);
    if (command.done) window_is_set(desk, *item);
    const auto roles = signing_roles(desk, *item, command.as);
    if (desk.refused()) return;
    clear_disposition(desk, *item);
    // A sign-off always writes an op, also when it repeats the same answer.
    for (const std::string& role : roles)
        desk.writer.set(registers::sign_off(item->name, role), command.done ? "done" : "open");
    for (const std::string& url : command.evidence) desk.writer.add_if_absent(registers::evidence(item->name, url));
    if (command.note) desk.writer.set_if_new(registers::note(item->name), *command.note);
}

void carry_out(const Desk& desk, const command::Waive& command) {
    const Item* item = find_item(desk, command.item);
    if (!item) return;
    if (!desk.guide().requirement(command.item))
        desk.refuse({"waive", command.item, item->spec->owners, "Only a pre-release requirement can be waived",
                     owners_text(desk.release, item->spec->owners), item->spec->fix});
    desk.must_say(command.reason, "Reason", "Say why the release can go without it.");
    desk.must_say(command.approver, "Approver", "Name who approves the waiver.");
    if (!command.expires.empty() && !parse_rfc3339(command.expires))
        desk.refuse({"expires",
                     command.item,
                     {},
                     "\"" + command.expires + "\" is not a date",
                     "",
                     "Write it like 2026-12-15."});
    if (desk.refused()) return;
    Value value = {{"is", "waived"}, {"reason", command.reason}, {"approver", command.approver}};
    if (!command.expires.empty()) value = value.with("expires", command.expires);
    desk.writer.set(registers::disposition(item->name), std::move(value));
}

void carry_out(const Desk& desk, const command::NotApplicable& command) {
    const Item* item = find_item(desk, command.item);
    if (!item) return;
    if (item->spec->condition.empty())
        desk.refuse({"not-applicable", command.item, item->spec->owners,
                     "The guide always asks for \"" + item->spec->text + "\"",
                     owners_text(desk.release, item->spec->owners), item->spec->fix});
    desk.must_say(command.reason, "Reason", "Say why it does not apply.");
    signing_roles(desk, *item, {});
    if (desk.refused()) return;
    no_window_needed(desk, *item, command.reason);
    desk.writer.set(registers::disposition(item->name), {{"is", "na"}, {"reason", command.reason}});
}

void carry_out(const Desk& desk, const command::AddEvidence& command) {
    const Item* item = find_item(desk, command.item);
    if (!item) return;
    desk.must_say(command.url, "Link", "Paste the link.");
    if (!desk.refused()) desk.writer.add_if_absent(registers::evidence(item->name, command.url));
}

void carry_out(const Desk& desk, const command::DropEvidence& command) {
    const Item* item = find_item(desk, command.item);
    if (!item) return;
    desk.writer.drop_if_present(registers::evidence(item->name, command.url));
}

} // namespace desk::deciders
