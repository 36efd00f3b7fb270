// The dialog that begins a release.
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"

#include <cstdint>
#include <string>

namespace desk::ui {

struct NewReleaseState {
    bool open = false;
    std::string my_name; // asked here if it is not known yet
    NewRelease fields;
    bool version_typed = false; // else it follows product and type
    bool tried = false;         // to create it: what is missing is told from then on
    // What the proposed version was made for.
    std::uint64_t proposed_revision = 0;
    std::string proposed_for, proposed;
};

// Call it in every frame; draws while the state is open. Closes when the release is there (the route leads to it).
void draw_new_release(Ui&, const Model&, NewReleaseState&, Intents&);

} // namespace desk::ui
