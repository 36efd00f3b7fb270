// The whole front end on a machine without a screen, read and used through its accessible tree.
#pragma once

#include "machine.hpp"
#include "ui/app/desk.hpp"
#include "ui/semantics/node.hpp"

#include <doctest/doctest.h>

#include <imgui.h>

#include <bit>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace desk::ui {

// What the accessible tree says, read from patches as a platform reads them.
struct Mirror {
    struct Element {
        Role role;
        std::uint32_t state;
        int level;
        std::string name, value, description;
        float height = 0;
    };
    std::map<std::uint32_t, Element> elements;
    std::uint32_t focus = 0; // where the view moved it last

    void take(const Patch& patch) {
        const auto& words = patch.words;
        const auto text = [&](std::size_t at) {
            return patch.text.substr(static_cast<std::size_t>(words[at]), static_cast<std::size_t>(words[at + 1]));
        };
        for (std::size_t at = 0; at < words.size();) {
            const auto id = static_cast<std::uint32_t>(words[at + 1]);
            switch (static_cast<PatchOp>(words[at])) {
            case PatchOp::upsert:
                elements[id] = {static_cast<Role>(words[at + 3]),
                                static_cast<std::uint32_t>(words[at + 4]),
                                words[at + 5],
                                text(at + 17),
                                text(at + 19),
                                text(at + 21),
                                std::bit_cast<float>(words[at + 14])};
                at += 23;
                break;
            case PatchOp::remove:
                elements.erase(id);
                at += 2;
                break;
            case PatchOp::children:
                at += 3 + static_cast<std::size_t>(words[at + 2]);
                break;
            case PatchOp::focus:
                focus = id;
                at += 3;
                break;
            case PatchOp::scroll:
            case PatchOp::edit:
                at += 4;
                break;
            }
        }
    }
};

struct FrontEnd {
    explicit FrontEnd(FakeStorage& given, const char* address = "", Machine with = {})
        : storage(given), context(ImGui::CreateContext()), machine(std::move(with)) {
        ImGuiIO& io = ImGui::GetIO();
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        ImFont* font = io.Fonts->AddFontDefault();
        machine.store = &storage;
        machine.last_random = 4242;
        desk = std::make_unique<Desk>(machine.ports(), Fonts{font, font});
        desk->start(address);
        settle();
    }
    ~FrontEnd() {
        desk.reset();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
        ImGui::DestroyContext(context);
    }

    void frame() {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {size.width, size.height};
        io.DeltaTime = 1.0F / 60;
        machine.now_ms += 16;
        desk->before_frame();
        ImGui::NewFrame();
        mirror.take(desk->frame(size));
        ImGui::Render();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
            texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                              : ImTextureStatus_OK);
    }
    void settle() {
        frame();
        storage.settle();
        for (int i = 0; i < 30 && desk->wants_frame() == 0; ++i) {
            frame();
            storage.settle();
        }
        REQUIRE(desk->wants_frame() != 0);
    }
    std::uint32_t id(Role role, const std::string& name) const {
        for (const auto& [id, element] : mirror.elements)
            if (element.role == role && element.name == name) return id;
        return 0;
    }
    bool has(Role role, const std::string& name) const { return id(role, name) != 0; }
    // The whole name of the first that begins like this; "" if none does.
    // Files, with what they bring taken in.
    void import(std::vector<NamedFile> files) {
        desk->files_arrived(std::move(files));
        settle();
        press(Role::button, named(Role::button, "Import "));
    }
    std::string named(Role role, const std::string& beginning) const {
        for (const auto& [id, element] : mirror.elements)
            if (element.role == role && element.name.starts_with(beginning)) return element.name;
        return {};
    }
    int count(Role role, int level) const {
        int found = 0;
        for (const auto& [id, element] : mirror.elements)
            found += element.role == role && element.level == level ? 1 : 0;
        return found;
    }
    void press(Role role, const std::string& name) {
        const std::uint32_t found = id(role, name);
        REQUIRE_MESSAGE(found != 0, "nothing is called ", name);
        desk->request(ActivateRequest{found});
        settle();
    }
    void fill(const std::string& name, const std::string& text) {
        const std::uint32_t found = id(Role::text_field, name);
        REQUIRE_MESSAGE(found != 0, "no field is called ", name);
        desk->request(FocusRequest{found});
        settle();
        desk->request(EditRequest{found, text, true, 0, 0});
        settle();
    }
    void create(const char* product) {
        press(Role::button, "New release");
        if (has(Role::text_field, "Your name")) fill("Your name", "Ana");
        fill("Product", product);
        press(Role::button, "Create release");
    }

    FakeStorage& storage;
    ImGuiContext* context;
    ViewSize size{.width = 1280, .height = 800};
    Machine machine;
    Mirror mirror;
    std::unique_ptr<Desk> desk;
};

} // namespace desk::ui
