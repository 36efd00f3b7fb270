// Calendar: what is deployed next, what collides, and what has no window yet (guide RC-3, DC-1).
#pragma once

#include "ui/app/intent.hpp"
#include "ui/app/model.hpp"
#include "ui/ui.hpp"
#include "ui/views/agenda.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace desk::ui {

struct CalendarViewState {
    Agenda agenda;
    std::optional<Route> route_shown; // the address that the product is told by
    std::string product;              // empty: all
    std::size_t shown = 20;           // entries of those to come
    bool past_open = false;

    // How high the shown entries are, and what of it leads to the window: kept for an edition of the agenda.
    struct Size {
        float head = 0, all = 0;
    };
    std::vector<Size> sizes;
    std::uint64_t sized_edition = 0;
    float sized_width = 0;
};

void draw_calendar(Ui&, const Model&, CalendarViewState&, Rect page, Intents&);

} // namespace desk::ui
