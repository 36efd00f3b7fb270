#include "web/surface.hpp"

#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"
#include "web/app.hpp"
#include "web/exports.hpp"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

namespace desk::web {

bool Surface::open(const char* selector) {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.alpha = false;
    attributes.antialias = false; // Dear ImGui smooths its own edges
    attributes.depth = false;
    attributes.stencil = false;
    attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context(selector, &attributes);
    if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) return false;
    drawable_ = ImGui_ImplOpenGL3_Init("#version 300 es");
    return drawable_;
}

void Surface::draw(unsigned background) {
    if (!drawable_) return;
    const auto channel = [background](unsigned shift) {
        return static_cast<float>(background >> shift & 0xFFU) / 255.0F;
    };
    ImGui_ImplOpenGL3_NewFrame(); // makes the device objects, if there are none
    glClearColor(channel(16), channel(8), channel(0), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Surface::lost() {
    drawable_ = false;
    ImGui_ImplOpenGL3_DestroyDeviceObjects(); // forgets the dead names; textures are asked for again
}

void Surface::restored() { drawable_ = true; }

} // namespace desk::web

DESK_EXPORT void desk_context_lost(desk::web::App* app) { app->surface.lost(); }

DESK_EXPORT void desk_context_restored(desk::web::App* app) { app->surface.restored(); }
