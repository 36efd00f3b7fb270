#include "ui/widgets/session.hpp"

#include "ui/widgets/paint.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace desk::ui {

ImGuiID id_of(ImGuiID seed, std::string_view words) { return ImHashData(words.data(), words.size(), seed); }
ImGuiID id_of(Id id) { return id_of(GImGui->CurrentWindow->IDStack.back(), id); }

float snap(const Ui& ui, float value) { return std::round(value * ui.size.pixel_ratio) / ui.size.pixel_ratio; }

Rect snap(const Ui& ui, Rect r) {
    const float x = snap(ui, r.x), y = snap(ui, r.y);
    return {x, y, snap(ui, r.right()) - x, snap(ui, r.bottom()) - y};
}

ImDrawList& draw_list() { return *GImGui->CurrentWindow->DrawList; }

bool touch(const Ui& ui) { return ui.size.coarse_pointer || columns(ui.size) == Columns::one; }

std::uint32_t expanded_state(const std::optional<bool>& expanded) {
    return expanded ? state_expandable | (*expanded ? state_expanded : 0U) : 0U;
}

// --- recording and pressing

Node& record_text(Ui& ui, Role role, Rect box, std::string_view words, const TextStyle& style) {
    const std::uint32_t around[] = {static_cast<std::uint32_t>(role), ui.semantics.parent(),
                                    GImGui->CurrentWindow->IDStack.back()};
    Node& node = ui.semantics.add(role, ImHashData(around, sizeof around), box_of(box), words);
    node.level = static_cast<int>(style.align);
    node.count = static_cast<int>(pixels_of(style.size));
    node.maximum = style.weight == Weight::strong ? 600 : 400;
    return node;
}

namespace {

// A finger hits what is at least 44 pixels wide and high, however small it is drawn.
Rect within_reach(const Ui& ui, Rect target) {
    if (!touch(ui)) return target;
    constexpr float least = metrics::control_touch;
    return target.middle(std::max(target.w, least), std::max(target.h, least));
}

} // namespace

Press press(Ui& ui, Rect target, ImGuiID id, Role role, std::string_view name, std::uint32_t state,
            const PressStyle& style, std::string_view description) {
    ImGuiContext& g = *GImGui;
    Press result{.id = id};
    if (g.CurrentWindow->SkipItems) {
        ui.semantics.add(role, id, box_of(within_reach(ui, target)), name, state).description.assign(description);
        return result;
    }
    const ImRect bb = im_rect(within_reach(ui, target));
    if (style.disabled) ImGui::BeginDisabled();
    if (style.overlap) ImGui::SetNextItemAllowOverlap();
    result.shown = ImGui::ItemAdd(bb, id);
    Node& node = ui.semantics.add_item(role, name, state);
    node.description.assign(description);
    if (style.box.w > 0) node.box = style.box;
    if (ui.session->focus_next && !style.disabled)
        take_focus(ui, id, g.CurrentWindow, std::exchange(ui.session->focus_visible, true));
    if (result.shown) result.pressed = ImGui::ButtonBehavior(bb, id, &result.hovered, &result.held);
    if (g.NavId == id && g.NavCursorVisible && g.NavHighlightItemUnderNav)
        result.hovered = result.hovered && ImGui::IsMouseHoveringRect(bb.Min, bb.Max);
    if (style.disabled) ImGui::EndDisabled();
    if (result.pressed) ui.session->again = std::max(ui.session->again, 1);
    focus_ring(ui, id, target, style.radius);
    return result;
}

void take_focus(Ui& ui, ImGuiID id, ImGuiWindow* window, bool visible) {
    ImGuiContext& g = *GImGui;
    ui.session->focus_next = false;
    g.NavInitRequest = false; // ImGui's own choice for a window that just opened
    g.NavInitResult.ID = 0;
    ImGui::FocusWindow(window);
    ImGui::SetFocusID(id, window);
    ImGui::SetNavCursorVisible(visible);
    ui.session->again = std::max(ui.session->again, 1);
}

// --- focus

bool has_focus_ring(ImGuiID id) { return GImGui->NavId == id && GImGui->NavCursorVisible; }

void focus_ring(Ui& ui, ImGuiID id, Rect box, float radius, bool always) {
    if (!has_focus_ring(id) && !always) return;
    ui.session->focused_box_now = box;
    ui.session->ring = {GImGui->CurrentWindow, box, radius};
}

void draw_ring(Ui& ui, ImGuiWindow* window) {
    Session::Ring& ring = ui.session->ring;
    if (ring.window != window) return;
    constexpr float reach = metrics::focus_offset + metrics::focus_width;
    const ImRect clip = window->InnerRect;
    window->DrawList->PushClipRect({clip.Min.x - reach, clip.Min.y - reach}, {clip.Max.x + reach, clip.Max.y + reach},
                                   false);
    outline(ui, ring.box.inset(-reach), ui.theme->focus, ring.radius + metrics::focus_offset + 1, metrics::focus_width);
    window->DrawList->PopClipRect();
    ring = {};
}

void tip_for(Ui& ui, ImGuiID id, Rect anchor, bool hovered, std::string_view words) {
    Session& s = *ui.session;
    if (words.empty()) return;
    const bool focused = has_focus_ring(id) && GImGui->NavHighlightItemUnderNav;
    if (hovered) {
        s.tip_touched = true;
        if (s.tip_over != id) s.tip_over = id, s.tip_since = ui.now;
        const double left = s.tip_since + metrics::tooltip_delay_seconds - ui.now;
        if (left > 0) s.want(left);
    }
    const bool due = hovered && ui.now - s.tip_since >= metrics::tooltip_delay_seconds;
    if (!due && !focused) return;
    s.tip.wanted = true;
    s.tip.words.assign(words);
    s.tip.anchor = anchor;
}

// --- floating windows

Rect place_below(const Ui& ui, Rect anchor, float width, float height) {
    constexpr float apart = 4;
    Rect box{anchor.x, anchor.bottom() + apart, width, height};
    if (box.bottom() > ui.size.height - apart && anchor.y - apart - height >= apart) box.y = anchor.y - apart - height;
    box.y = std::max(apart, std::min(box.y, ui.size.height - height - apart));
    box.x = std::max(apart, std::min(box.x, ui.size.width - width - apart));
    return box;
}

Floating begin_floating(Ui& ui, ImGuiID popup, Rect box, Role role, std::string_view name, bool modal,
                        std::uint32_t state) {
    ImGuiContext& g = *GImGui;
    Floating result;
    if (!ImGui::IsPopupOpen(popup, ImGuiPopupFlags_None)) return result;
    char title[16];
    ImFormatString(title, sizeof title, "float%08x", popup);
    ImGui::SetNextWindowPos(min_of(box));
    ImGui::SetNextWindowSize({box.w, box.h});
    const ImGuiWindowFlags kind = modal ? ImGuiWindowFlags_Modal : ImGuiWindowFlags_None;
    ImGui::Begin(title, nullptr,
                 kind | ImGuiWindowFlags_Popup | ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse);
    ImGuiWindow* window = g.CurrentWindow;
    if (modal) g.DimBgRatio = 1; // at once: a scrim that fades in would need frames
    Session::Opened& opened = ui.session->opened[popup];
    result = {true, opened.frame < g.FrameCount - 1, window->ID};
    opened.frame = g.FrameCount;
    if (result.appearing) ui.session->focus_visible = g.NavCursorVisible;
    ui.semantics.open_window(role, window, name, state | (modal ? state_modal : 0U));

    window->DrawList->PushClipRect({0, 0}, {ui.size.width, ui.size.height}, false);
    shadow(ui, box, metrics::radius_card);
    fill(ui, box, ui.theme->raised, metrics::radius_card);
    outline(ui, box, ui.theme->border, metrics::radius_card);
    window->DrawList->PopClipRect();
    return result;
}

void end_floating(Ui& ui) {
    draw_ring(ui, ImGui::GetCurrentWindow());
    ui.semantics.close();
    ImGui::EndPopup();
}

} // namespace desk::ui
