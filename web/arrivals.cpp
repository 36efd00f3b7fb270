// What comes to the desk from the page around it: files, addresses, the system's theme, the rest of the program.
#include "web/app.hpp"
#include "web/exports.hpp"

#include <utility>

using desk::web::App;

// The inbox holds the file's name, then its bytes.
DESK_EXPORT void desk_add_file(App* app, int name_bytes) {
    const auto split = static_cast<std::size_t>(name_bytes);
    desk::ui::NamedFile file;
    file.name = app->inbox.substr(0, split);
    file.bytes = app->inbox.substr(split);
    app->inbox = {};
    app->files.push_back(std::move(file));
}

// The inbox holds the name of a file that the browser could not read: a folder, or one that is gone.
DESK_EXPORT void desk_add_unreadable(App* app) {
    app->files.push_back({std::exchange(app->inbox, {}), {}, "cannot be read: it is a folder, or it has gone"});
}

// All files of one choice or one drop have been added.
DESK_EXPORT void desk_files_arrived(App* app) { app->desk->files_arrived(std::exchange(app->files, {})); }

// The inbox holds the new address.
DESK_EXPORT void desk_address_changed(App* app) { app->desk->address_changed(std::exchange(app->inbox, {})); }

// The second part of the program is here, or could not be fetched.
DESK_EXPORT void desk_rest_arrived(App* app, int here) { app->desk->rest_arrived(here != 0); }

DESK_EXPORT void desk_system_theme_changed(App* app) { app->desk->system_theme_changed(); }
