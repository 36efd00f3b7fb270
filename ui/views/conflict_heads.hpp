// The heads of a register on which copies disagree, side by side, with the same weight.
#pragma once

#include "core/commands/command.hpp"
#include "core/history/words.hpp"
#include "ui/app/model.hpp"
#include "ui/views/stack.hpp"

#include <functional>
#include <string>
#include <vector>

namespace desk::ui {

// What the heads are told with.
struct ConflictView {
    Ui& ui;
    const Model& model;
    const Release& release; // in which they stand
    const Conflict& conflict;
    std::vector<SaidWords> said;                           // by head
    std::function<std::string(const ConflictHead&)> where; // on which copy: "14:05, copy k3f9"

    ConflictView(Ui&, const Model&, const Release&, const Conflict&);

    // The outcome of choosing a head: "Keep met"; "Keep Bruno's no-go" for a vote. Where two said it in the same words:
    // "Keep waived, as Ana said", and with the time where even the names are the same.
    std::string keep_words(std::size_t head) const;
};

// What closes the conflict in favour of this head.
command::Resolve resolution(const Conflict&, std::size_t head);

// Of long texts what differs is strong, and what is the same in both is shortened.
void lay_conflict_heads(const ConflictView&, Stack&);

} // namespace desk::ui
