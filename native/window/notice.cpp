#include "native/window/notice.hpp"

#include "imgui.h"

#include <algorithm>

namespace desk::native {

namespace {
constexpr double shown_for = 8; // seconds
constexpr float width = 440, margin = 24;
} // namespace

void Notice::say(std::string text, double now) {
    text_ = std::move(text);
    until_ = now + shown_for;
}

void Notice::draw(double now) {
    if (now >= until_)
        text_.clear();
    if (text_.empty())
        return;
    const ImVec2 view = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({margin, view.y - margin}, ImGuiCond_Always, {0, 1});
    ImGui::SetNextWindowSize({std::min(width, view.x - 2 * margin), 0});
    constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                       ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_Tooltip;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {16, 12});
    if (ImGui::Begin("notice of the platform", nullptr, flags)) {
        ImGui::PushTextWrapPos(0);
        ImGui::TextUnformatted(text_.c_str(), text_.c_str() + text_.size());
        ImGui::PopTextWrapPos();
    }
    ImGui::End();
    ImGui::PopStyleVar();
}

double Notice::left(double now) const { return text_.empty() ? -1 : std::max(0.0, until_ - now); }

} // namespace desk::native
