// Events of the page, as input for Dear ImGui. web/input/*.js says which reach us; each is followed by a frame.
#include "imgui.h"
#include "web/app.hpp"
#include "web/exports.hpp"
#include "web/keys.hpp"

#include <cfloat>
#include <string_view>

using desk::web::App;

namespace {

// As numbered by web/input/pointer.js.
ImGuiMouseSource source_of(int pointer_type) {
    return pointer_type == 1   ? ImGuiMouseSource_TouchScreen
           : pointer_type == 2 ? ImGuiMouseSource_Pen
                               : ImGuiMouseSource_Mouse;
}

} // namespace

// In CSS pixels from the left top corner of the canvas.
DESK_EXPORT void desk_pointer_move(App*, int pointer_type, float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(source_of(pointer_type));
    io.AddMousePosEvent(x, y);
}

// `button`: 0 left, 1 right, 2 middle.
DESK_EXPORT void desk_pointer_button(App*, int pointer_type, int button, int down) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(source_of(pointer_type));
    io.AddMouseButtonEvent(button, down != 0);
}

// No pointer is over the page.
DESK_EXPORT void desk_pointer_leave(App*) { ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX); }

// In lines, positive towards the start of the text.
DESK_EXPORT void desk_wheel(App*, float x, float y) { ImGui::GetIO().AddMouseWheelEvent(x, y); }

// The inbox holds the event's `code`, then its `key`. Returns 1 if Dear ImGui knows that key.
DESK_EXPORT int desk_key(App* app, int code_bytes, int key_bytes, int down) {
    const std::string_view both(app->inbox);
    const auto split = static_cast<std::size_t>(code_bytes);
    const ImGuiKey key =
        desk::web::key_of(both.substr(0, split), both.substr(split, static_cast<std::size_t>(key_bytes)));
    if (key == ImGuiKey_None) return 0;
    ImGui::GetIO().AddKeyEvent(key, down != 0);
    return 1;
}

// The inbox holds a character that was typed outside of text fields, or with Ctrl or Cmd. Returns 1 if it means
// something.
DESK_EXPORT int desk_typed(App* app, int command) { return app->desk->key_typed(app->inbox, command != 0) ? 1 : 0; }

DESK_EXPORT void desk_modifiers(App*, int ctrl, int shift, int alt, int meta) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, ctrl != 0);
    io.AddKeyEvent(ImGuiMod_Shift, shift != 0);
    io.AddKeyEvent(ImGuiMod_Alt, alt != 0);
    io.AddKeyEvent(ImGuiMod_Super, meta != 0);
}

// Browsers keep the keyup of what was held together with Meta, and every keyup after the page lost the keyboard.
DESK_EXPORT void desk_release_keys(App*) { ImGui::GetIO().ClearInputKeys(); }
