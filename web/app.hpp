// One running copy of the app in one page. JavaScript holds the pointer and hands it to every exported function.
#pragma once

#include "core/storage.hpp"
#include "ui/app/desk.hpp"
#include "web/surface.hpp"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace desk::web {

struct App {
    Surface surface;
    std::string clipboard; // the text that Dear ImGui copied last
    ui::Fonts fonts;
    std::unique_ptr<Storage> storage;
    std::unique_ptr<ui::Desk> desk;

    ui::ViewSize size;
    std::array<float, 3> caret{}; // desk_caret
    double last_frame = 0;        // seconds on the page's monotonic clock

    std::string inbox;                // what JavaScript hands over with the next call
    std::vector<ui::NamedFile> files; // chosen or dropped, not yet given to the desk
};

} // namespace desk::web
