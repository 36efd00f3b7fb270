#include "web/clipboard.hpp"

#include "imgui.h"
#include "web/imports.hpp"

namespace desk::web {
namespace {

std::string& last_copied() { return *static_cast<std::string*>(ImGui::GetPlatformIO().Platform_ClipboardUserData); }

void copy(ImGuiContext*, const char* text) {
    last_copied() = text;
    page_copy_text(last_copied().data(), static_cast<int>(last_copied().size()));
}

const char* paste(ImGuiContext*) { return last_copied().c_str(); }

} // namespace

void connect_clipboard(std::string& last) {
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    platform.Platform_ClipboardUserData = &last;
    platform.Platform_SetClipboardTextFn = copy;
    platform.Platform_GetClipboardTextFn = paste;
}

} // namespace desk::web
