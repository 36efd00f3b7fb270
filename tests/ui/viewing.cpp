#include "viewing.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <doctest/doctest.h>

namespace desk::ui {
namespace {

int words_of(PatchOp op, const std::int32_t* at) {
    switch (op) {
    case PatchOp::upsert:
        return 23;
    case PatchOp::remove:
        return 2;
    case PatchOp::children:
        return 3 + at[2];
    case PatchOp::scroll:
    case PatchOp::edit:
        return 4;
    case PatchOp::focus:
        return 3;
    }
    return 1;
}

} // namespace

int count_ops(const Patch& patch, PatchOp wanted) {
    int count = 0;
    for (std::size_t at = 0; at < patch.words.size();) {
        const auto op = static_cast<PatchOp>(patch.words[at]);
        count += op == wanted ? 1 : 0;
        at += static_cast<std::size_t>(words_of(op, &patch.words[at]));
    }
    return count;
}

Viewing::Viewing(View view) : view_(std::move(view)), context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    ImFont* font = io.Fonts->AddFontDefault();
    ui_ = std::make_unique<Ui>(collector, Fonts{font, font});
    settle();
}

Viewing::~Viewing() {
    ui_.reset();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext(context_);
}

Patch Viewing::frame() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {size_.width, size_.height};
    io.DeltaTime = 1.0F / 60;
    now_ += 1.0 / 60;
    collector.apply();
    ImGui::NewFrame();
    begin_frame(*ui_, size_, now_);
    view_(*ui_);
    Patch patch = end_frame(*ui_);
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
        texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                          : ImTextureStatus_OK);
    return patch;
}

void Viewing::settle() {
    frame();
    for (int i = 0; i < 20 && wants_frame(*ui_) == 0; ++i) frame();
    REQUIRE(wants_frame(*ui_) != 0);
}

void Viewing::resize(float width, float height) {
    size_.width = width, size_.height = height;
    settle();
}

void Viewing::click(float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    frame();
    frame();
    io.AddMouseButtonEvent(0, true);
    frame();
    io.AddMouseButtonEvent(0, false);
    settle();
}

void Viewing::press(int key, bool control, bool shift) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, control);
    io.AddKeyEvent(ImGuiMod_Shift, shift);
    io.AddKeyEvent(static_cast<ImGuiKey>(key), true);
    frame();
    io.AddKeyEvent(static_cast<ImGuiKey>(key), false);
    io.AddKeyEvent(ImGuiMod_Ctrl, false);
    io.AddKeyEvent(ImGuiMod_Shift, false);
    frame();
    settle();
}

void Viewing::type(const char* words) {
    ImGui::GetIO().AddInputCharactersUTF8(words);
    frame();
    settle();
}

void Viewing::activate(const Node& node) {
    collector.request(ActivateRequest{node.id});
    settle();
}

void Viewing::edit(const Node& node, std::string text, int anchor, int caret) {
    collector.request(EditRequest{node.id, std::move(text), true, anchor, caret});
    settle();
}

const Node* Viewing::find(Role role, std::string_view name) const {
    for (const Node& node : collector.nodes())
        if (node.role == role && node.name == name) return &node;
    return nullptr;
}

const Node& Viewing::get(Role role, std::string_view name) const {
    const Node* node = find(role, name);
    REQUIRE_MESSAGE(node != nullptr, "no element is called ", std::string(name));
    return *node;
}

const Node* Viewing::by_id(std::uint32_t id) const {
    for (const Node& node : collector.nodes())
        if (node.id == id) return &node;
    return nullptr;
}

Box Viewing::absolute(const Node& node) const {
    Box box = node.box;
    for (const Node* up = by_id(node.parent); up != nullptr; up = by_id(up->parent)) {
        box.x += up->box.x - up->scroll_x;
        box.y += up->box.y - up->scroll_y;
    }
    return box;
}

} // namespace desk::ui
