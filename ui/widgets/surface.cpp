#include "ui/widgets/surface.hpp"

#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"

#include <algorithm>
#include <cmath>

namespace desk::ui {
namespace {

constexpr float dialog_margin = 16;

// A thin bar over the right edge: it takes no room, so nothing moves when it comes or goes.
void scroll_bar(Ui& ui, ImGuiWindow* window) {
    const float most = window->ScrollMax.y;
    if (most <= 0) return;
    const Rect view = rect_of(window->InnerRect);
    const float length = std::max(24.0F, view.h * view.h / (view.h + most));
    const float travel = std::max(1.0F, view.h - length - 4);
    const Rect track{view.right() - metrics::space_s, view.y + 2, metrics::space_s, view.h - 4};
    Rect thumb{track.x, track.y + travel * window->Scroll.y / most, track.w, length};
    const ImGuiID id = id_of(window->ID, "bar");
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    bool hovered = false, held = false;
    if (ImGui::ItemAdd(im_rect(thumb), id)) {
        ImGui::ButtonBehavior(im_rect(thumb), id, &hovered, &held, ImGuiButtonFlags_NoNavFocus);
        if (held)
            ImGui::SetScrollY(
                window, std::clamp((GImGui->IO.MousePos.y - GImGui->ActiveIdClickOffset.y - track.y) * most / travel,
                                   0.0F, most));
    }
    ImGui::PopItemFlag();
    fill(ui, thumb.inset(2, 0), hovered || held ? ui.theme->border_strong : ui.theme->border, 2);
}

void begin_child(Ui& ui, Id id, Rect view, std::string_view name, ImGuiWindowFlags flags, Role role = Role::region) {
    const ImGuiID key = id_of(id);
    ImGui::SetNextWindowPos(min_of(view));
    ImGui::BeginChildEx(nullptr, key, {std::max(view.w, 1.0F), std::max(view.h, 1.0F)}, ImGuiChildFlags_NavFlattened,
                        ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoBackground |
                            ImGuiWindowFlags_NoSavedSettings | flags);
    ImGuiWindow* window = GImGui->CurrentWindow;
    ui.semantics.open_window(name.empty() ? Role::group : role, window, name, state_scrolls);
    // A region is a stop of the Tab key, so that arrows can scroll it also if nothing in it can be pressed.
    if (!name.empty() && role == Role::region) focus_ring(ui, window->ID, view, metrics::radius_control);
}

void end_child(Ui& ui, float right, float bottom) {
    ImGuiWindow* window = GImGui->CurrentWindow;
    const ImVec2 size = {std::round(right - window->DC.CursorStartPos.x),
                         std::round(bottom - window->DC.CursorStartPos.y)};
    // One that lies outside of all that is seen keeps the size that it had, and would ask for ever.
    const bool other = std::abs(size.y - window->ContentSize.y) >= 1 || std::abs(size.x - window->ContentSize.x) >= 1;
    if (other && !window->Hidden) ui.session->again = std::max(ui.session->again, 1);
    scroll_bar(ui, window);
    draw_ring(ui, window);
    window->DC.CursorMaxPos =
        window->DC.IdealMaxPos = {window->DC.CursorStartPos.x + size.x, window->DC.CursorStartPos.y + size.y};
    ui.semantics.close();
    ImGui::EndChild();
}

} // namespace

// --- landmarks and groups

void begin_region(Ui& ui, Role role, Id id, std::string_view name, Rect box) {
    begin_group(ui, role, id, name, box);
    begin_clip(ui, box);
}

void end_region(Ui& ui) {
    end_clip(ui);
    end_group(ui);
}

void begin_group(Ui& ui, Role role, Id id, std::string_view name, Rect box) {
    const ImGuiID key = id_of(id);
    ui.semantics.open(ui.semantics.add(role, key, box_of(box), name).id);
    ImGui::PushOverrideID(key);
}

void end_group(Ui& ui) {
    ImGui::PopID();
    ui.semantics.close();
}

// --- cards

void begin_card(Ui& ui, Rect box, Id id, std::string_view name) { begin_card(ui, box, id, name, ui.theme->border); }

void begin_card(Ui& ui, Rect box, Id id, std::string_view name, Colour edge) {
    fill(ui, box, ui.theme->surface, metrics::radius_card);
    outline(ui, box, edge, metrics::radius_card);
    const ImGuiID key = id_of(id);
    if (!name.empty()) ui.semantics.open(ui.semantics.add(Role::group, key, box_of(box), name).id);
    ui.session->card_nodes.push_back(!name.empty());
    ImGui::PushOverrideID(key);
}

void end_card(Ui& ui) {
    ImGui::PopID();
    if (ui.session->card_nodes.back()) ui.semantics.close();
    ui.session->card_nodes.pop_back();
}

Rect card_head(Ui& ui, Rect card, std::string_view title, int level, float beside) {
    Rect head = card.with_height(metrics::card_head);
    hairline(ui, head.x + 1, head.bottom() - 1, head.w - 2); // between the edges, which may have a colour
    head = head.inset(metrics::card_padding, 0);
    const Rect room = head.with_width(head.w - beside);
    const float width = heading(ui, room, level, title, {.size = TextSize::body, .weight = Weight::strong});
    head.cut_left(width, metrics::space_s);
    return head;
}

// --- scrolling

Rect begin_scroll(Ui& ui, Id id, Rect view, std::string_view name, Role role) {
    begin_child(ui, id, view, name, ImGuiWindowFlags_None, role);
    const ImGuiWindow* window = GImGui->CurrentWindow;
    return {view.x, window->DC.CursorStartPos.y, view.w, view.h};
}

void end_scroll(Ui& ui, float content_bottom) {
    end_child(ui, GImGui->CurrentWindow->DC.CursorStartPos.x, content_bottom);
}

Rect begin_scroll_sideways(Ui& ui, Id id, Rect view, std::string_view name) {
    begin_child(ui, id, view, name, ImGuiWindowFlags_HorizontalScrollbar);
    const ImGuiWindow* window = GImGui->CurrentWindow;
    return {window->DC.CursorStartPos.x, view.y, view.w, view.h};
}

void end_scroll_sideways(Ui& ui, float content_right) {
    end_child(ui, content_right, GImGui->CurrentWindow->DC.CursorStartPos.y);
}

void scroll_into_view(Ui&, Rect box) {
    ImGui::ScrollToRectEx(GImGui->CurrentWindow, im_rect(box), ImGuiScrollFlags_KeepVisibleEdgeY);
}

void scroll_to_top(Ui&) { ImGui::SetScrollY(GImGui->CurrentWindow, 0); }

// --- dialogs

Dialog begin_dialog(Ui& ui, Id id, std::string_view title, float width) {
    ImGuiContext& g = *GImGui;
    const ImGuiID popup = id_of(id);
    if (!ImGui::IsPopupOpen(popup, ImGuiPopupFlags_None)) ImGui::OpenPopupEx(popup);
    const Session::Opened& before = ui.session->opened[popup];
    const float wide = std::min(width, ui.size.width - 2 * dialog_margin);
    const float high = std::min(before.height > 0 ? before.height : 200.0F, ui.size.height - 2 * dialog_margin);
    const Rect box = snap(ui, Rect{0, 0, ui.size.width, ui.size.height}.middle(wide, high));
    // Escape closes one thing at a time: a list that lies on the dialog is closed before the dialog sees the key.
    const bool topmost =
        g.OpenPopupStack.Size == g.BeginPopupStack.Size + 1 && ui.session->popups == g.OpenPopupStack.Size;

    const Floating floating =
        begin_floating(ui, popup, box, Role::dialog, title, true, before.height > high ? state_scrolls : 0U);
    if (floating.appearing) ui.session->focus_next = true;
    ImGui::PushOverrideID(popup);
    ui.session->dialogs.push_back(box);

    Dialog dialog;
    dialog.close_asked = topmost && !floating.appearing && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    dialog.content = box.inset(metrics::space_l).moved(0, -g.CurrentWindow->Scroll.y);
    Rect head = dialog.content.cut_top(line_height(TextSize::title), metrics::space_s);
    heading(ui, head, 2, title);
    return dialog;
}

namespace {

// `fixed`: what is too high for the view scrolls inside, and the dialog itself does not.
void end_dialog(Ui& ui, float content_bottom, bool fixed) {
    ImGuiWindow* window = GImGui->CurrentWindow;
    const Rect box = ui.session->dialogs.back();
    ui.session->dialogs.pop_back();
    const float height = std::ceil(content_bottom + window->Scroll.y + metrics::space_l - box.y);
    Session::Opened& opened = ui.session->opened[GImGui->BeginPopupStack.back().PopupId];
    if (opened.height != height) opened.height = height, ui.session->again = std::max(ui.session->again, 1);
    const float shown = fixed ? std::min(height, box.h) : height;
    window->DC.CursorMaxPos =
        window->DC.IdealMaxPos = {window->DC.CursorStartPos.x, window->DC.CursorStartPos.y + shown};
    scroll_bar(ui, window);
    ImGui::PopID();
    end_floating(ui);
}

} // namespace

void end_dialog(Ui& ui, float content_bottom) { end_dialog(ui, content_bottom, false); }

LongDialog begin_long_dialog(Ui& ui, Id id, std::string_view title, float foot_height, float width) {
    LongDialog d;
    d.dialog = begin_dialog(ui, id, title, width);
    const Rect box = ui.session->dialogs.back();
    Rect view = d.dialog.content;
    d.above = view.y - box.y;
    view.h = box.bottom() - metrics::space_l - view.y;
    d.foot = view.cut_bottom(foot_height, metrics::space_m);
    // As wide as the dialog: rings and the bar have their room.
    const Rect wide{box.x + 1, view.y, box.w - 2, view.h};
    const Rect content = begin_scroll(ui, "content", wide);
    d.dialog.content = {view.x, content.y, view.w, view.h};
    d.content_top = content.y;
    return d;
}

namespace {

// Page Up and Down scroll it from wherever the focus is, for what holds nothing to be focused.
void scroll_by_page(ImGuiWindow* window) {
    const float page = window->InnerRect.GetHeight() * 0.8F;
    const float way = (ImGui::IsKeyPressed(ImGuiKey_PageDown, true) ? page : 0) -
                      (ImGui::IsKeyPressed(ImGuiKey_PageUp, true) ? page : 0);
    for (const ImGuiKey key : {ImGuiKey_PageDown, ImGuiKey_PageUp}) ImGui::SetKeyOwner(key, window->ID);
    if (way != 0) ImGui::SetScrollY(window, std::clamp(window->Scroll.y + way, 0.0F, window->ScrollMax.y));
}

} // namespace

Rect end_long_content(Ui& ui, LongDialog& d, float content_bottom) {
    if (!typing()) scroll_by_page(GImGui->CurrentWindow);
    const float height = content_bottom - d.content_top;
    end_scroll(ui, content_bottom);
    d.bottom = ui.session->dialogs.back().y + d.above + height + metrics::space_m + d.foot.h;
    return d.foot;
}

void end_long_dialog(Ui& ui, const LongDialog& d) { end_dialog(ui, d.bottom, true); }

void focus_on_open(Ui& ui) {
    if (ImGui::IsWindowAppearing()) ui.session->focus_next = true;
}

void focus_next(Ui& ui) { ui.session->focus_next = true; }

} // namespace desk::ui
