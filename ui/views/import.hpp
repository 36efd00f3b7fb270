// What arriving files would bring, before anything is kept: counts, disputes with their choice, the new entries in
// words.
#pragma once

#include "core/history/history.hpp"
#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/layout.hpp"
#include "ui/ui.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace desk::ui {

struct ImportViewState {
    // What an arrival brings, worked out once.
    struct Listed {
        std::shared_ptr<const Arrival> of;
        std::vector<HistoryEntry> entries; // that are new here, newest first
        std::vector<HistoryEntry> unknown; // those of them of a newer version
        bool all = false;                  // they are shown to the last
        bool all_differences = false;
    };
    std::map<std::string, Listed> listed; // by release
    float bar = 0;                        // height of the bar at the bottom, in the frame before
    // Which head a dispute is to be closed with: by release and register.
    std::map<std::pair<std::string, std::string>, std::size_t> decided;
};

// The place Import, with its bar at the bottom.
void draw_import(Ui&, const Model&, ImportViewState&, Rect page, Intents&);

} // namespace desk::ui
