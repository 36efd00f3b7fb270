// The palette: one field that finds places, releases, items and whatever can be done here (Ctrl K, and the search of
// the top bar).
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"
#include "ui/views/palette_index.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace desk::ui {

struct PaletteState {
    bool open = false;
    std::vector<std::string> recent; // what was visited or done last, by key; the newest first

    // While it is open: what was typed, and what that finds.
    std::string text;
    int marked = 0;
    std::vector<PaletteEntry> entries;
    std::vector<Found> found;
    bool gathered = false;
    std::uint64_t revision = 0; // of the releases, for which it was gathered
    Route route;

    PaletteIndex index; // kept
};

struct ShellState;

// Remembers where the user is among the recent things.
void remember(PaletteState&, std::string key);

// Call it after all of the page, in every frame; draws while the state is open.
void draw_palette(Ui&, const Model&, ShellState&, Intents&);

} // namespace desk::ui
