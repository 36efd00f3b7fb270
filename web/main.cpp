// The browser platform, as a table of contents. JavaScript (web/page.js) calls desk_start once and then drives the app:
//   surface.cpp    WebGL2 and its loss            frame.cpp     logical frames, drawing, size
//   text/          glyphs by the browser's fonts  input.cpp     pointer, wheel, keys
//   ports.cpp      clock, random, files, address  requests.cpp  what the mirror of the accessible tree asks
//   clipboard.cpp  copied text                    arrivals.cpp  files, addresses, theme
//   storage/       IndexedDB                      bridge.js     how C++ calls the page
//   waking_storage.cpp  a frame after each answer   memory.cpp  when there is none left
#include "imgui.h"
#include "web/app.hpp"
#include "web/clipboard.hpp"
#include "web/exports.hpp"
#include "web/imports.hpp"
#include "web/memory.hpp"
#include "web/ports.hpp"
#include "web/storage/indexeddb.hpp"
#include "web/text/canvas_font_loader.hpp"
#include "web/waking_storage.hpp"

#include <emscripten/emscripten.h>
#include <memory>
#include <utility>

namespace desk::web {
namespace {

void set_up_imgui(App& app, bool apple) {
    stop_when_out_of_memory();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendPlatformName = "release-desk web";
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false; // a cursor that stands still needs no timer and no frames
    io.ConfigMacOSXBehaviors = apple;
    ImGui::GetPlatformIO().Platform_SetImeDataFn = nullptr; // input methods talk to the mirrored text field
    connect_clipboard(app.clipboard);
}

} // namespace
} // namespace desk::web

using desk::web::App;

// Makes the app on the canvas `#canvas`; null if the browser gives no WebGL2. It lives as long as the page.
DESK_EXPORT App* desk_start(int apple) {
    page_share_heap();
    auto app = std::make_unique<App>();
    desk::web::set_up_imgui(*app, apple != 0);
    if (!app->surface.open("#canvas")) return nullptr;
    app->fonts = desk::web::add_browser_fonts(*ImGui::GetIO().Fonts);
    app->last_frame = emscripten_get_now() / 1000;
    app->storage = desk::web::make_waking_storage(desk::web::make_indexeddb_storage("octoacme-release-desk"));
    desk::ui::Ports ports = desk::web::page_ports();
    ports.storage = app->storage.get();
    app->desk = std::make_unique<desk::ui::Desk>(std::move(ports), app->fonts);
    return app.release();
}

// Room for `bytes` bytes that the next call takes; the address is good until then.
DESK_EXPORT char* desk_inbox(App* app, int bytes) {
    app->inbox.resize(static_cast<std::size_t>(bytes));
    return app->inbox.data();
}

// The size is known; the inbox holds the page's address. Loads the store and shows what the address names, in the look
// that was chosen when that was known last (desk_chosen_look).
DESK_EXPORT void desk_open(App* app, int theme, int contrast) {
    using namespace desk::ui;
    app->desk->start(std::exchange(app->inbox, {}),
                     {static_cast<ThemeChoice>(theme), static_cast<ContrastChoice>(contrast)});
}
