// Logical frames and drawing. An event runs logical frames until the state is current; drawing waits
// for the browser's next animation frame. web/loop.js decides when.
#include "imgui.h"
#include "imgui_internal.h"
#include "web/app.hpp"
#include "web/exports.hpp"
#include "web/imports.hpp"

#include <algorithm>
#include <emscripten/emscripten.h>

namespace desk::web {
namespace {

void logical_frame(App& app) {
    ImGuiIO& io = ImGui::GetIO();
    const double now = emscripten_get_now() / 1000;
    // A pause is no time that passed for what fades or repeats.
    io.DeltaTime = std::clamp(static_cast<float>(now - app.last_frame), 0.0001F, 0.1F);
    app.last_frame = now;
    io.DisplaySize = {app.size.width, app.size.height};
    io.DisplayFramebufferScale = {app.size.pixel_ratio, app.size.pixel_ratio};

    app.desk->before_frame();
    ImGui::NewFrame();
    const ui::Patch patch = app.desk->frame(app.size);
    ImGui::Render();
    if (!patch.empty())
        page_apply_patch(patch.words.data(), static_cast<int>(patch.words.size()), patch.text.data(),
                         static_cast<int>(patch.text.size()));
}

} // namespace
} // namespace desk::web

using desk::web::App;

// One logical frame, then its picture if `draw`.
DESK_EXPORT void desk_frame(App* app, int draw) {
    desk::web::logical_frame(*app);
    if (draw != 0) app->surface.draw(app->desk->background());
}

// True if another logical frame must run before state and mirror are current.
DESK_EXPORT int desk_pending(App* app) {
    return app->desk->pending() || !ImGui::GetCurrentContext()->InputEventsQueue.empty() ? 1 : 0;
}

// Seconds until a frame is wanted though nothing happens: 0 at once, below 0 never.
DESK_EXPORT double desk_wants_frame(App* app) { return app->desk->wants_frame(); }

// The picture has this many device pixels, `ratio` of them for one CSS pixel.
DESK_EXPORT void desk_resize(App* app, int pixel_width, int pixel_height, float ratio) {
    app->size.width = static_cast<float>(pixel_width) / ratio;
    app->size.height = static_cast<float>(pixel_height) / ratio;
    app->size.pixel_ratio = ratio;
    app->surface.forget_picture();
}

DESK_EXPORT void desk_preferences(App* app, int coarse_pointer) { app->size.coarse_pointer = coarse_pointer != 0; }

// Left, top and height of the text cursor as it is drawn, in CSS pixels: three floats, or null while no text is edited.
DESK_EXPORT const float* desk_caret(App* app) {
    const ImGuiPlatformImeData& ime = ImGui::GetCurrentContext()->PlatformImeData;
    if (!ime.WantVisible) return nullptr;
    app->caret = {ime.InputPos.x + 1, ime.InputPos.y, ime.InputLineHeight}; // ImGui tells it a pixel further left
    return app->caret.data();
}

// The pointer's shape that the last frame asked for, as ImGuiMouseCursor.
DESK_EXPORT int desk_cursor(App*) { return ImGui::GetMouseCursor(); }

DESK_EXPORT unsigned desk_background(App* app) { return app->desk->background(); }

// What was chosen, as ui::ThemeChoice + 3 * ui::ContrastChoice; -1 while that is not known.
DESK_EXPORT int desk_chosen_look(App* app) {
    const auto chosen = app->desk->chosen_look();
    return chosen ? static_cast<int>(chosen->theme) + 3 * static_cast<int>(chosen->contrast) : -1;
}

DESK_EXPORT int desk_unsaved(App* app) { return app->desk->unsaved() ? 1 : 0; }

// What is not saved yet, as entries of a workspace, ended by a zero; good until the inbox is used again. For the page
// that follows when the program has stopped: it draws nothing and asks the page nothing.
DESK_EXPORT const char* desk_unsaved_entries(App* app) {
    app->inbox = app->desk->unsaved_entries();
    return app->inbox.c_str();
}
