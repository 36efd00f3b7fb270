#include "web/surface.hpp"

#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"
#include "web/app.hpp"
#include "web/exports.hpp"

#include <GLES3/gl3.h>
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <emscripten/html5.h>

namespace desk::web {

namespace {

// Names what would be drawn: equal numbers, equal pictures. 0 where a texture has still to be made or changed.
class PictureName {
public:
    explicit PictureName(std::uint64_t start) : state_(start | std::uint64_t{1} << 32) {}

    std::uint64_t of(const ImDrawData& data) {
        if (data.Textures)
            for (const ImTextureData* texture : *data.Textures)
                if (texture->Status != ImTextureStatus_OK) return 0;
        add(&data.DisplayPos, sizeof data.DisplayPos);
        add(&data.DisplaySize, sizeof data.DisplaySize);
        add(&data.FramebufferScale, sizeof data.FramebufferScale);
        for (const ImDrawList* list : data.CmdLists) {
            for (const ImDrawCmd& command : list->CmdBuffer) {
                add(&command.ClipRect, sizeof command.ClipRect);
                const ImTextureID texture = command.GetTexID();
                add(&texture, sizeof texture);
                add(&command.ElemCount, sizeof command.ElemCount);
            }
            add(list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
            add(list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
        }
        return state_;
    }

private:
    // Word by word; a last half word of an index buffer counts alone.
    void add(const void* bytes, std::size_t count) {
        const char* at = static_cast<const char*>(bytes);
        for (; count > 0; count -= std::min<std::size_t>(count, 4), at += 4) {
            std::uint32_t word = 0;
            std::memcpy(&word, at, std::min<std::size_t>(count, 4));
            state_ = (state_ ^ word) * 0x9E3779B97F4A7C15ULL;
            state_ ^= state_ >> 32;
        }
    }

    std::uint64_t state_;
};

} // namespace

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
    const std::uint64_t name = PictureName(background).of(*ImGui::GetDrawData());
    if (name != 0 && name == drawn_) return;
    drawn_ = name;
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
    forget_picture();
    ImGui_ImplOpenGL3_DestroyDeviceObjects(); // forgets the dead names; textures are asked for again
}

void Surface::restored() { drawable_ = true; }

} // namespace desk::web

DESK_EXPORT void desk_context_lost(desk::web::App* app) { app->surface.lost(); }

DESK_EXPORT void desk_context_restored(desk::web::App* app) { app->surface.restored(); }
