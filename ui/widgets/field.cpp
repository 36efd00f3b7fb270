#include "ui/widgets/field.hpp"

#include "ui/semantics/utf16.hpp"
#include "ui/widgets/field_frame.hpp"
#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"

#include <algorithm>
#include <cmath>

namespace desk::ui {
namespace {

constexpr float field_padding = 10;

struct Editing {
    Ui* ui;
    ImGuiID id;
    std::string* text;
};

// Puts what the mirrored field says into ImGui's editor.
void take_edit(const EditRequest& edit, ImGuiInputTextCallbackData& data) {
    if (edit.has_text && std::string_view(data.Buf, static_cast<std::size_t>(data.BufTextLen)) != edit.text) {
        data.DeleteChars(0, data.BufTextLen);
        data.InsertChars(0, edit.text.c_str(), edit.text.c_str() + edit.text.size());
    }
    const std::string_view now(data.Buf, static_cast<std::size_t>(data.BufTextLen));
    data.SelectionStart = static_cast<int>(utf8_offset(now, edit.anchor));
    data.SelectionEnd = data.CursorPos = static_cast<int>(utf8_offset(now, edit.caret));
}

int on_input(ImGuiInputTextCallbackData* data) {
    const auto& editing = *static_cast<Editing*>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        editing.text->resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = editing.text->data();
    } else if (const EditRequest* edit = editing.ui->semantics.edit_for(editing.id)) {
        take_edit(*edit, *data);
        editing.ui->semantics.consume_edit(editing.id);
    }
    return 0;
}

void tell_selection(Ui& ui, ImGuiID id) {
    const ImGuiInputTextState* state = ImGui::GetInputTextState(id);
    if (state == nullptr || state->TextA.Data == nullptr) return;
    const std::string_view text(state->TextA.Data, static_cast<std::size_t>(state->TextLen));
    const int caret = utf16_offset(text, static_cast<std::size_t>(state->GetCursorPos()));
    int anchor = caret;
    if (state->HasSelection()) {
        const int start = utf16_offset(text, static_cast<std::size_t>(state->GetSelectionStart()));
        const int end = utf16_offset(text, static_cast<std::size_t>(state->GetSelectionEnd()));
        anchor = start == caret ? end : start;
    }
    ui.semantics.editing(id, anchor, caret);
    if (!ImGui::GetIO().ConfigInputTextCursorBlink) return; // the platform wants no timer while nothing happens
    const float phase = std::fmod(std::max(state->CursorAnim, 0.0F), 1.2F); // ImGui shows the cursor for 0.8 of 1.2 s
    ui.session->want(phase < 0.8F ? 0.81F - phase : 1.21F - phase);
}

// ImGui's editor knows single letters only. Words that have to be shaped are drawn over it, with their own cursor and
// selection; the editor still holds the text.
void draw_shaped(Ui& ui, Rect box, float left, std::string_view text, ImGuiID id, Colour colour) {
    const Rect inside = box.inset(left, 0).with_width(box.w - left - field_padding);
    const ImGuiInputTextState* state = GImGui->ActiveId == id ? ImGui::GetInputTextState(id) : nullptr;
    float scroll = 0, cursor = 0;
    if (state != nullptr && state->TextA.Data != nullptr) {
        text = {state->TextA.Data, static_cast<std::size_t>(state->TextLen)};
        cursor = cursor_x(ui, text, static_cast<std::size_t>(state->GetCursorPos()), TextSize::body, Weight::regular);
        scroll = std::max(0.0F, cursor - inside.w + 1);
    }
    begin_clip(ui, inside.inset(-1, 1));
    const Rect line = inside.middle_left(inside.w, line_height(TextSize::body)).moved(-scroll, 0);
    if (state != nullptr && state->HasSelection()) {
        const auto [begin, end] = std::minmax({state->GetSelectionStart(), state->GetSelectionEnd()});
        for (const Span& part : marked(ui, text, static_cast<std::size_t>(begin), static_cast<std::size_t>(end),
                                       TextSize::body, Weight::regular))
            fill(ui, {line.x + part.x, line.y, part.w, line.h}, ImGui::GetColorU32(ImGuiCol_TextSelectedBg));
    }
    draw_line(ui, line.x, line, text, TextSize::body, Weight::regular, colour);
    if (state != nullptr) {
        fill(ui, {line.x + cursor, line.y + 2, 1, line.h - 4}, colour);
        GImGui->PlatformImeData.InputPos.x = line.x + cursor - 1;
    }
    end_clip(ui);
}

// The text of the frame's end inside, at `left` from its edge.
bool input_text(Ui& ui, Rect box, float left, std::string& text, const FieldOptions& o, Editing& editing) {
    ImGuiWindow* window = GImGui->CurrentWindow;
    const ImFontBaked* baked = ui.fonts.regular->GetFontBaked(pixels_of(TextSize::body));
    const float body = baked->Ascent - baked->Descent;
    ImGui::PushFont(ui.fonts.regular, pixels_of(TextSize::body));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {left, std::floor((box.h - body) / 2)});
    window->DC.CursorPos = min_of(box);
    const std::string hint = shortened(ui, o.placeholder, box.w - left - field_padding);
    const ImGuiInputTextFlags flags = ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_CallbackResize |
                                      ImGuiInputTextFlags_EnterReturnsTrue |
                                      (o.read_only ? ImGuiInputTextFlags_ReadOnly : 0);
    const bool entered = ImGui::InputTextEx("##text", hint.c_str(), text.data(), static_cast<int>(text.capacity()) + 1,
                                            {box.w, box.h}, flags, on_input, &editing);
    ImGui::PopStyleVar();
    ImGui::PopFont();
    return entered;
}

} // namespace

float field_height(Ui& ui, float width, const FieldOptions& o) {
    return field_frame_height(ui, width, control_height(ui), {o.hint, o.error, o.show_label});
}

bool search_box(Ui& ui, Rect box, Id id, std::string_view label, std::string_view keys) {
    const Press p = press(ui, box, id_of(id), Role::button, label, 0, {}, keys);
    draw_field_box(ui, box, {.hovered = p.hovered});
    Rect at = box.inset(field_padding - 2, 0);
    icon(ui, at.cut_left(metrics::icon, metrics::space_s), Icon::search, ui.theme->muted);
    text(ui, at, label, {.colour = ui.theme->muted, .silent = true});
    draw_shortcut(ui, box, keys);
    return p.pressed;
}

FieldResult text_field(Ui& ui, Rect area, Id id, std::string_view label, std::string& text, const FieldOptions& o) {
    ImGuiContext& g = *GImGui;
    const FieldLines lines{o.hint, o.error, o.show_label};
    FieldResult result;
    result.box = begin_field_frame(ui, area, control_height(ui), label, lines, o.required);
    const Rect box = result.box;

    ImGui::PushOverrideID(id_of(id));
    const ImGuiID item = g.CurrentWindow->GetID("##text");
    Editing editing{&ui, item, &text};
    const EditRequest* edit = ui.semantics.edit_for(item);
    const bool becomes_active = g.ActiveId == item || g.NavActivateId == item;
    if (edit != nullptr && !becomes_active && !o.disabled) {
        if (edit->has_text && !o.read_only && edit->text != text)
            text = edit->text, result.changed = result.committed = true;
        ui.semantics.consume_edit(item);
    }
    if ((ui.session->focus_next || o.focus) && !o.disabled && g.ActiveId != item) {
        take_focus(ui, item, g.CurrentWindow);
        g.NavActivateId = item; // the editor takes this for being asked to begin
        g.NavActivateFlags = ImGuiActivateFlags_PreferInput;
    }
    const bool live = g.ActiveId == item || g.NavActivateId == item || g.InputTextDeactivatedState.ID == item;
    const std::string before = live ? text : std::string();

    const bool hovered = ImGui::IsMouseHoveringRect(min_of(box), max_of(box)) && ImGui::IsWindowHovered();
    const FieldLook look{
        .invalid = is_invalid(o), .disabled = o.disabled, .hovered = hovered, .read_only = o.read_only};
    draw_field_box(ui, box, look);
    const float left = o.icon == Icon::none ? field_padding : field_padding + metrics::icon + metrics::space_s - 2;
    if (o.disabled) ImGui::BeginDisabled();
    const Colour colour = o.disabled ? ui.theme->disabled_text : ui.theme->text;
    const bool shaped = !plain(ui, text);
    const Colour hidden = colour & 0x00FFFFFFU;
    ImGui::PushStyleColor(ImGuiCol_Text, shaped ? hidden : colour);
    ImGui::PushStyleColor(ImGuiCol_InputTextCursor, shaped ? hidden : colour);
    ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, shaped ? hidden : ImGui::GetColorU32(ImGuiCol_TextSelectedBg));
    const bool entered = input_text(ui, box, left, text, o, editing);
    ImGui::PopStyleColor(3);
    if (shaped) draw_shaped(ui, box, left, text, item, colour);

    Node& node = g.CurrentWindow->SkipItems ? ui.semantics.add(Role::text_field, item, box_of(box), label)
                                            : ui.semantics.add_item(Role::text_field, label);
    node.box = box_of(box);
    node.state |= (o.required ? state_required : 0U) | (o.read_only ? state_read_only : 0U) |
                  (is_invalid(o) ? state_invalid : 0U);
    node.level = static_cast<int>(o.kind);
    node.value = text;
    describe_field(node, o.description, lines);

    const bool escaped = ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    result.changed |= live && before != text;
    result.cancelled = escaped;
    result.entered = entered && !escaped;
    result.committed |= !escaped && (entered || ImGui::IsItemDeactivatedAfterEdit());
    result.focused = g.ActiveId == item;
    if (o.disabled) ImGui::EndDisabled();
    ImGui::PopID();

    if (!result.focused && text_width(ui, text) > box.w - left - field_padding)
        end_field_text(ui, box, field_padding, look);
    if (result.focused) tell_selection(ui, item);
    if (o.icon != Icon::none)
        icon(ui, Rect{box.x + field_padding - 2, box.y, metrics::icon, box.h}, o.icon, ui.theme->muted);
    if (!o.shortcut.empty() && text.empty() && !result.focused) draw_shortcut(ui, box, o.shortcut);
    focus_ring(ui, item, box, metrics::radius_control, result.focused);
    return result;
}

} // namespace desk::ui
