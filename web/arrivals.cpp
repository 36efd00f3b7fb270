// What comes to the desk from the page around it: files, addresses, the system's theme, the rest of the program.
#include "web/app.hpp"
#include "web/exports.hpp"

#include <functional>
#include <memory>
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

// The inbox holds the file that a link carried.
DESK_EXPORT void desk_add_shared(App* app) {
    app->files.push_back({desk::ui::shared_link_name, std::exchange(app->inbox, {})});
}

// What a link carries cannot be unfolded: the link was cut or changed, or the browser lacks what it takes.
DESK_EXPORT void desk_add_unreadable_link(App* app, int browser_can) {
    const char* why = browser_can != 0 ? desk::ui::broken_link
                                       : "This browser cannot open such links. Use a current one, or ask for the file "
                                         "of the release";
    app->files.push_back({desk::ui::shared_link_name, {}, why});
}

// The inbox holds a link that was asked for; nothing if the browser cannot make one.
DESK_EXPORT void desk_link_made(App* app, std::function<void(desk::ui::MadeLink)>* answer) {
    const std::unique_ptr<std::function<void(desk::ui::MadeLink)>> owned(answer);
    desk::ui::MadeLink made{std::exchange(app->inbox, {}), {}};
    if (made.link.empty()) made.problem = "This browser cannot make links. A current one can.";
    (*owned)(std::move(made));
}

// The program was offered as a file, or could not be fetched.
DESK_EXPORT void desk_program_saved(std::function<void(desk::ui::FileSaved)>* answer, int here) {
    const std::unique_ptr<std::function<void(desk::ui::FileSaved)>> owned(answer);
    if (here != 0) return (*owned)({true, {}, {}});
    (*owned)({false, {}, "Release Desk could not be fetched as a file. Check the connection and try again."});
}

// All files of one choice or one drop have been added.
DESK_EXPORT void desk_files_arrived(App* app) { app->desk->files_arrived(std::exchange(app->files, {})); }

// The inbox holds the new address.
DESK_EXPORT void desk_address_changed(App* app) { app->desk->address_changed(std::exchange(app->inbox, {})); }

// The second part of the program is here, or could not be fetched.
DESK_EXPORT void desk_rest_arrived(App* app, int here) { app->desk->rest_arrived(here != 0); }

// A newer version of the program is ready to be gone over to.
DESK_EXPORT void desk_version_ready(App* app) { app->desk->version_ready(); }

DESK_EXPORT void desk_system_theme_changed(App* app) { app->desk->system_theme_changed(); }
