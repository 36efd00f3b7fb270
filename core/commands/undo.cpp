#include "core/commands/undo.hpp"

#include "core/commands/deciders.hpp"
#include "core/release/registers.hpp"

#include <algorithm>

namespace desk {

namespace {

Blocker cannot(const Op* op, std::string text, std::string fix) {
    return {"undo", op ? op->about : std::string(), {}, std::move(text), "", std::move(fix)};
}

// Ops of one act: one copy wrote them for one command, so they share actor, person and moment.
bool same_act(const Op& a, const Op& b) { return a.id.actor == b.id.actor && a.by == b.by && a.wall_ms == b.wall_ms; }

bool is_sole_head(const Log& log, const Op& op) {
    const auto heads = log.heads(op.about);
    return heads.size() == 1 && heads.front() == &op;
}

std::vector<const Op*> replaced_by(const Log& log, const Op& op) {
    std::vector<const Op*> older;
    for (const OpId& id : op.replaces)
        if (const Op* found = log.find(id); found && found->about == op.about) older.push_back(found);
    return older;
}

bool closed_a_conflict(const Log& log, const Op& op) {
    const auto older = replaced_by(log, op);
    return std::any_of(older.begin(), older.end(), [&](const Op* one) {
        return one->kind != older.front()->kind || !(one->value == older.front()->value);
    });
}

// What a register says that was never set.
Value unset(const Log& log, const std::string& about) {
    if (about.starts_with("item:")) {
        if (about.find(':', 5) != std::string::npos) return "open";
        return {{"is", "applies"}};
    }
    if (about.starts_with("vote:")) return {{"vote", "withdrawn"}};
    if (about == "window" || about == "guide" || about.starts_with("retro:action:") ||
        about.starts_with("retro:artifact:") || about == "retro:hand-off")
        return nullptr;
    if (about.starts_with("incident:")) {
        const std::string opened = about.substr(0, about.find(':', 9));
        if (about == opened + ":state") return "open";
        if (about == opened + ":severity")
            for (const Op* head : log.heads(opened)) return head->value.member("severity");
    }
    return "";
}

} // namespace

tl::expected<std::vector<const Op*>, Blocker> last_act(const Release& release, const std::string& by) {
    const auto refuse = [](Blocker blocker) { return tl::unexpected(std::move(blocker)); };
    const Log& log = release.log();
    const auto all = log.ordered();
    const auto last = std::find_if(all.rbegin(), all.rend(), [&](const Op* op) { return op->by == by && op->known(); });
    if (last == all.rend())
        return refuse(cannot(nullptr, by + " has changed nothing here", "There is nothing to take back."));
    std::vector<const Op*> act;
    for (const Op* op : all)
        if (op->known() && same_act(*op, **last)) act.push_back(op);
    for (const Op* op : act) {
        if (op->kind == "create")
            return refuse(cannot(op, "The release was created by it", "Cancel the release if it is not wanted."));
        if (op->about == "phase")
            return refuse(
                cannot(op, "A change of the phase is not taken back", "Take one of the ways that lead on from here."));
        if (!is_sole_head(log, *op))
            return refuse(cannot(op, "Somebody has built on it since", "Change it in the usual way."));
        if (closed_a_conflict(log, *op))
            return refuse(cannot(op, "It closed a conflict", "Change it in the usual way."));
    }
    return act;
}

namespace deciders {

void carry_out(const Desk& desk, const command::Undo&) {
    auto act = last_act(desk.release, desk.author.by);
    if (!act) return desk.refuse(std::move(act.error()));
    const Log& log = desk.release.log();
    for (const Op* op : *act) {
        if (op->about == "product" || op->about == "name" || op->about == "version" || op->about == "type")
            identity_may_change(desk, op->about);
        if (desk.refused()) return;
        const auto older = replaced_by(log, *op);
        if (!older.empty())
            desk.writer.write(older.front()->kind, op->about, older.front()->value);
        else if (op->kind == "add")
            desk.writer.write("drop", op->about, nullptr);
        else if (op->kind == "drop")
            desk.writer.write("add", op->about, nullptr);
        else
            desk.writer.set(op->about, unset(log, op->about));
    }
}

} // namespace deciders

} // namespace desk
