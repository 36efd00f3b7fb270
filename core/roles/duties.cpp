#include "core/roles/duties.hpp"

#include <algorithm>

namespace desk {

namespace {

using Kind = Due::Kind;

bool contains(const std::vector<std::string>& list, std::string_view wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

// Collects what is due from one role.
class Collector {
public:
    Collector(const Release& release, const Surroundings& around, const std::string& role)
        : release_(release), around_(around), state_(release.state()), role_(role),
          phase_(phase_now(release.state(), around)) {}

    std::vector<Due> collect() {
        const int progress = progress_of(phase_);
        if (phase_ == Phase::on_hold || phase_ == Phase::cancelled || phase_ == Phase::closed) return {};
        if (progress <= progress_of(Phase::deciding))
            items(state_.requirements, Kind::requirement, Stage::before_production);
        if (phase_ == Phase::staging || phase_ == Phase::deciding)
            items(state_.checklist, Kind::checklist, Stage::before_production);
        if (phase_ == Phase::deploying) items(state_.checklist, Kind::checklist, Stage::production);
        if (phase_ == Phase::monitoring) items(state_.checklist, Kind::checklist, Stage::after_production);
        playbook();
        vote();
        window();
        next_step();
        after();
        return std::move(due_);
    }

private:
    void add(Kind kind, std::string item, std::string text, std::string fix) {
        due_.push_back({kind, role_, std::move(item), std::move(text), std::move(fix)});
    }

    bool awaits(const Item& item) const {
        if (item.disputed) return contains(item.spec->owners, role_);
        if (item.settled() && !waiver_expired(item, around_.now_ms)) return false;
        return std::any_of(item.sign_offs.begin(), item.sign_offs.end(),
                           [&](const SignOff& sign) { return sign.role == role_ && !sign.done; });
    }

    bool earlier_done(const Item& item) const {
        return std::all_of(item.spec->after.begin(), item.spec->after.end(), [&](const std::string& key) {
            const Item* earlier = state_.item(key);
            return !earlier || earlier->settled();
        });
    }

    void items(const std::vector<Item>& list, Kind kind, Stage stage) {
        for (const Item& item : list) {
            if (kind == Kind::checklist && item.spec->stage != stage) continue;
            if (awaits(item) && earlier_done(item)) add(kind, item.spec->key, item.spec->text, item.spec->fix);
        }
    }

    void playbook() {
        const bool after_it = phase_ == Phase::rolled_back || phase_ == Phase::retrospective;
        const Incident* incident = state_.incident();
        if (!incident || (!incident->open() && !after_it)) return;
        items(incident->playbook, Kind::playbook, Stage::before_production);
    }

    void vote() {
        const Vote* vote = state_.vote(role_);
        if (!vote || phase_ != Phase::deciding || vote->counts_as_go()) return;
        if (vote->answer == Answer::no_go && !vote->stale() && !vote->disputed) return; // it is said; who can, mends it
        add(Kind::vote, role_, "Go/no-go vote of " + release_.guide().role_name(role_),
            vote->stale() ? "Vote again, on what it is now." : "Vote go or no-go. No vote is not a go.");
    }

    void window() {
        if (role_ != "release-manager" || phase_ != Phase::approved || !state_.window) return;
        if (state_.window->set() && around_.now_ms < state_.window->from_ms)
            add(Kind::window, "window", "The deployment window is still to come", "Be there when it begins.");
    }

    void next_step() {
        for (const Transition* way : ways_on(state_, around_)) {
            if (way->needs_reason || !contains(way->who, role_)) continue;
            if (gate(release_, way->to, around_).open())
                add(Kind::next_step, std::string(key_of(way->to)), way->act, "Nothing is missing.");
            return; // the straight way stands first
        }
    }

    void after() {
        const bool ended = phase_ == Phase::stable || phase_ == Phase::rolled_back;
        if (ended && role_ == "release-manager" && state_.handed_off != key_of(phase_))
            add(Kind::hand_off, "hand-off", "Hand off to the Scrum Master", "Confirm the outcome and hand off.");
        if (phase_ != Phase::retrospective || role_ != "scrum-master") return;
        const Gate closing = gate(release_, Phase::closed, around_);
        if (!closing.open())
            add(Kind::retrospective, "retrospective", "Facilitate the retrospective",
                "Record who took part, and give each action item an owner and a date.");
    }

    const Release& release_;
    const Surroundings& around_;
    const State& state_;
    const std::string& role_;
    Phase phase_;
    std::vector<Due> due_;
};

// Whether one condition of a duty holds (core/guide/guide.hpp lists them); `what` gets the texts of what is due.
bool holds(const Release& release, Phase phase, std::string_view condition, const std::vector<Due>& due,
           std::vector<std::string>& what) {
    const auto colon = condition.find(':');
    const std::string_view word = condition.substr(0, colon);
    const std::string_view key = colon == std::string_view::npos ? std::string_view() : condition.substr(colon + 1);
    if (word == "phase") return key == key_of(phase);
    if (word == "incident") return release.state().in_incident();
    bool found = false;
    for (const Due& one : due) {
        const bool item = one.kind == Kind::requirement || one.kind == Kind::checklist || one.kind == Kind::playbook;
        const bool meant = (word == "item" && item && one.item == key) || (word == "vote" && one.kind == Kind::vote) ||
                           (word == "window" && one.kind == Kind::window) ||
                           (word == "next-step" && (one.kind == Kind::next_step || one.kind == Kind::hand_off));
        if (!meant) continue;
        found = true;
        if (!contains(what, one.text)) what.push_back(one.text);
    }
    return found;
}

} // namespace

std::vector<Due> due_now(const Release& release, const Surroundings& around) {
    std::vector<Due> all;
    for (const RoleSpec& role : release.guide().roles)
        for (Due& due : Collector(release, around, role.key).collect()) all.push_back(std::move(due));
    return all;
}

std::vector<Due> due_for(const Release& release, const std::string& person, const Surroundings& around) {
    std::vector<Due> mine = due_now(release, around);
    std::erase_if(mine, [&](const Due& due) { return !release.state().holds(due.role, person); });
    return mine;
}

std::vector<RoleDuties> duties_of(const Release& release, const Surroundings& around) {
    const Phase phase = phase_now(release.state(), around);
    const auto needed = release.guide().required_roles();
    std::vector<RoleDuties> all;
    for (const RoleSpec& role : release.guide().roles) {
        RoleDuties one{role.key, release.state().people.at(role.key), contains(needed, role.key), {}, {}};
        one.due = Collector(release, around, role.key).collect();
        const bool ended = phase == Phase::closed || phase == Phase::cancelled;
        for (const DutySpec& spec : role.duties) {
            Duty duty{spec.text, false, {}};
            for (const std::string& condition : spec.when)
                if (!ended && holds(release, phase, condition, one.due, duty.what)) duty.due = true;
            one.duties.push_back(std::move(duty));
        }
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace desk
