// One running copy of the app, for tests: a release and somebody who acts on it.
#pragma once

#include "core/commands/command.hpp"
#include "core/release/release.hpp"
#include "core/rules/gate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace desk::test {

inline std::shared_ptr<const Guide> octoacme() {
    static const auto guide = std::make_shared<const Guide>(parse_guide(octoacme_guide_text()).value());
    return guide;
}

class Copy {
public:
    explicit Copy(std::string actor = "ana") : actor_(std::move(actor)), release_("rel_aaaaaaaaaaaaaaaa", octoacme()) {}

    // A Minor release of Checkout, created by Ana.
    static Copy created(std::string type = "minor", std::string version = "4.2.0") {
        Copy copy;
        copy.by = "Ana";
        auto ops = create_release({"Checkout", std::move(version), std::move(type), "Saved carts"}, *octoacme(),
                                  copy.author(), copy.around);
        REQUIRE(ops.has_value());
        copy.release_.absorb(std::move(*ops));
        return copy;
    }

    Copy& as(std::string person) {
        by = std::move(person);
        return *this;
    }
    Author author() const { return {actor_, by, around.now_ms}; }
    Outcome ask(const Command& command) const { return decide(release_, command, author(), around); }

    // Carries a command out that must be accepted.
    Copy& act(const Command& command) {
        around.now_ms += 60'000;
        auto outcome = ask(command);
        if (!outcome) FAIL(outcome.error().text());
        release_.absorb(std::move(*outcome));
        return *this;
    }
    // Carries it out if it is accepted.
    bool attempt(const Command& command) {
        around.now_ms += 1000;
        auto outcome = ask(command);
        if (outcome) release_.absorb(std::move(*outcome));
        return outcome.has_value();
    }
    // What other programs wrote.
    void take(std::vector<Op> ops) { release_.absorb(std::move(ops)); }
    // The rules that refuse a command, in order; empty if it is accepted.
    std::vector<std::string> refused(const Command& command) const {
        std::vector<std::string> rules;
        if (const auto outcome = ask(command); !outcome)
            for (const Blocker& blocker : outcome.error().blockers) rules.push_back(blocker.rule);
        return rules;
    }
    bool refused_by(const Command& command, std::string_view rule) const {
        const auto rules = refused(command);
        return std::find(rules.begin(), rules.end(), rule) != rules.end();
    }
    Copy& advance(Phase to, std::string reason = {}, std::string over = {}) {
        return act(command::Advance{to, "", std::move(reason), std::move(over)});
    }
    bool gate_names(Phase to, std::string_view rule) const {
        const Gate found = gate(release_, to, around);
        return std::any_of(found.blockers.begin(), found.blockers.end(),
                           [&](const Blocker& blocker) { return blocker.rule == rule; });
    }

    // Another copy that holds the same ops, under its own actor.
    Copy fork(std::string actor) const {
        Copy copy(std::move(actor));
        copy.by = by;
        copy.around = around;
        copy.merge(*this);
        return copy;
    }
    // Its ops, without the guides that it knows.
    Absorbed merge(const Copy& other) { return release_.absorb(other.release_.log().everything()); }

    void know(std::shared_ptr<const Guide> guide) { release_.know(std::move(guide)); }

    const Release& release() const { return release_; }
    const State& state() const { return release_.state(); }
    std::string digest() const { return release_.digest(); }
    Phase phase() const { return phase_now(state(), around); }

    // --- a release on its way, each step by those who own it
    Copy& with_people();
    Copy& to_preparing();
    Copy& to_staging();
    Copy& to_deciding();
    Copy& to_approved();
    Copy& to_deploying();
    Copy& to_monitoring();
    Copy& to_stable();
    Copy& sign_all(const std::vector<ItemSpec>& items, Stage stage);
    Copy& everybody_votes_go();
    // Whoever holds the role on this release.
    std::string holder(const std::string& role) const { return state().people.at(role).at(0); }

    Surroundings around{1'764'000'000'000, {}};
    std::string by;

private:
    std::string actor_;
    Release release_;
};

} // namespace desk::test
