#include "ui/semantics/utf16.hpp"
#include "ui/widgets/area_editor.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/field_frame.hpp"
#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace desk::ui {
namespace {

constexpr float padding_x = 10, padding_y = 6, text_line = 20;
constexpr double blink = 0.53; // seconds

// One area in one frame.
struct Area {
    Ui& ui;
    ImGuiID id;
    Rect box; // with its edge
    std::string& text;
    const FieldOptions& options;
    std::vector<LineSpan> lines;
    float scroll = 0, scroll_max = 0;

    AreaEditor* editor() const {
        Session& s = *ui.session;
        return s.area && s.area->id() == id ? s.area.get() : nullptr;
    }
    void layout() {
        lines = break_lines(ui, text, box.w - 2 * padding_x);
        scroll_max = std::max(0.0F, static_cast<float>(lines.size()) * text_line + 2 * padding_y - box.h);
        scroll = std::clamp(scroll, 0.0F, scroll_max);
    }
    float top() const { return box.y + padding_y - scroll; }
};

void claim_keys(ImGuiID id) {
    ImGuiContext& g = *GImGui;
    for (const ImGuiKey key :
         {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow,  ImGuiKey_DownArrow, ImGuiKey_Home,
          ImGuiKey_End,       ImGuiKey_PageUp,     ImGuiKey_PageDown, ImGuiKey_Enter,     ImGuiKey_KeypadEnter,
          ImGuiKey_Backspace, ImGuiKey_Delete,     ImGuiKey_Escape,   ImGuiKey_A,         ImGuiKey_C,
          ImGuiKey_V,         ImGuiKey_X,          ImGuiKey_Y,        ImGuiKey_Z,         ImGuiKey_Space})
        ImGui::SetKeyOwner(key, id);
    g.ActiveIdUsingNavDirMask |= 1U << ImGuiDir_Left | 1U << ImGuiDir_Right | 1U << ImGuiDir_Up | 1U << ImGuiDir_Down;
    g.WantTextInputNextFrame = 1;
    // Else the click that leaves the area would be lost for what it is on.
    g.ActiveIdAllowOverlap = !g.IO.MouseDown[0];
}

void start(Area& a) {
    ImGuiContext& g = *GImGui;
    a.ui.session->area = std::make_unique<AreaEditor>(a.id, a.text);
    a.ui.session->area->select(a.text.size(), a.text.size(), a.ui.now);
    g.NavInitRequest = false;
    g.NavInitResult.ID = 0;
    ImGui::SetActiveID(a.id, g.CurrentWindow);
    ImGui::SetFocusID(a.id, g.CurrentWindow);
    ImGui::FocusWindow(g.CurrentWindow);
}

std::size_t byte_under_pointer(const Area& a) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const auto row = static_cast<std::ptrdiff_t>(std::floor((mouse.y - a.top()) / text_line));
    const auto last = static_cast<std::ptrdiff_t>(a.lines.size()) - 1;
    const auto& span = a.lines[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(row, 0, last))];
    return byte_at(a.ui, a.text, span, mouse.x - a.box.x - padding_x);
}

void use_pointer(Area& a, bool hovered) {
    const ImGuiIO& io = ImGui::GetIO();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    if (hovered && a.scroll_max > 0) {
        ImGui::SetItemKeyOwner(ImGuiKey_MouseWheelY);
        a.scroll = std::clamp(a.scroll - io.MouseWheel * 3 * text_line, 0.0F, a.scroll_max);
    }
    const bool clicked = io.MouseClicked[0];
    if (clicked && hovered) {
        if (a.editor() == nullptr) start(a);
        ImGui::SetKeyOwner(ImGuiKey_MouseLeft, a.id);
        a.editor()->point(a.text, byte_under_pointer(a), io.KeyShift, std::min<int>(io.MouseClickedCount[0], 3),
                          a.ui.now);
    } else if (clicked && a.editor() != nullptr) {
        ImGui::ClearActiveID();
    } else if (a.editor() != nullptr && io.MouseDown[0] && ImGui::GetKeyOwner(ImGuiKey_MouseLeft) == a.id &&
               io.MouseClickedLastCount[0] < 2) {
        a.editor()->point(a.text, byte_under_pointer(a), true, 1, a.ui.now);
    }
}

// What the mirrored field says.
void take_edit(Area& a, FieldResult& result) {
    const EditRequest* edit = a.ui.semantics.edit_for(a.id);
    if (edit == nullptr) return;
    const bool other = edit->has_text && edit->text != a.text && !a.options.read_only;
    if (AreaEditor* editor = a.editor()) {
        const std::string_view now = edit->has_text ? std::string_view(edit->text) : a.text;
        const std::size_t anchor = utf8_offset(now, edit->anchor), caret = utf8_offset(now, edit->caret);
        if (other)
            editor->replace(a.text, edit->text, anchor, caret, a.ui.now);
        else
            editor->select(anchor, caret, a.ui.now);
    } else if (other) {
        a.text = edit->text;
        result.committed = true;
    }
    a.ui.semantics.consume_edit(a.id);
}

void keep_caret_visible(Area& a) {
    const AreaEditor* editor = a.editor();
    if (editor == nullptr || editor->moved_at() != a.ui.now) return;
    const float y = static_cast<float>(line_of(a.lines, editor->caret())) * text_line;
    a.scroll = std::clamp(a.scroll, y + text_line + 2 * padding_y - a.box.h, y);
    a.scroll = std::clamp(a.scroll, 0.0F, a.scroll_max);
}

void draw_selection(Area& a, const AreaEditor& editor, LineSpan span, Rect row) {
    const auto [begin, end] = std::minmax({editor.anchor(), editor.caret()});
    if (begin >= end || end < span.begin || begin > span.end) return;
    const std::string_view words = std::string_view(a.text).substr(span.begin, span.end - span.begin);
    const std::size_t from = std::max(begin, span.begin) - span.begin, to = std::min(end, span.end) - span.begin;
    const Colour colour = ImGui::GetColorU32(ImGuiCol_TextSelectedBg);
    for (const Span& part : marked(a.ui, words, from, to, TextSize::body, Weight::regular))
        fill(a.ui, {row.x + part.x, row.y, part.w, row.h}, colour);
    if (end > span.end) fill(a.ui, {row.x + text_width(a.ui, words), row.y, 4, row.h}, colour); // the line's end
}

void draw_caret(Area& a, const AreaEditor& editor) {
    const bool blinks = ImGui::GetIO().ConfigInputTextCursorBlink; // a platform may want no timer while nothing happens
    const double since = blinks ? std::fmod(std::max(0.0, a.ui.now - editor.moved_at()), 2 * blink) : 0;
    if (blinks) a.ui.session->want(since < blink ? blink - since + 0.01 : 2 * blink - since + 0.01);
    const std::size_t row = line_of(a.lines, editor.caret());
    const LineSpan span = a.lines[row];
    const std::size_t until = std::min(editor.caret(), span.end);
    const float x = a.box.x + padding_x +
                    cursor_x(a.ui, std::string_view(a.text).substr(span.begin, span.end - span.begin),
                             until - span.begin, TextSize::body, Weight::regular);
    const float y = a.top() + static_cast<float>(row) * text_line;
    if (since < blink) fill(a.ui, {x, y + 2, 1, text_line - 4}, a.ui.theme->text);
    ImGuiPlatformImeData& ime = GImGui->PlatformImeData;
    ime.WantVisible = ime.WantTextInput = true;
    ime.ViewportId = GImGui->CurrentWindow->Viewport->ID;
    ime.InputPos = {x - 1, y}; // as ImGui's own editor tells it
    ime.InputLineHeight = text_line;
}

void draw(Area& a) {
    const Theme& t = *a.ui.theme;
    begin_clip(a.ui, a.box.inset(1));
    if (a.text.empty())
        text_wrapped(a.ui, a.box.inset(padding_x, padding_y), a.options.placeholder,
                     {.colour = ImGui::GetColorU32(ImGuiCol_TextDisabled), .silent = true});
    const AreaEditor* editor = a.editor();
    for (std::size_t i = 0; i < a.lines.size(); ++i) {
        const Rect row{a.box.x + padding_x, a.top() + static_cast<float>(i) * text_line, a.box.w - 2 * padding_x,
                       text_line};
        if (!visible(a.ui, row)) continue;
        const LineSpan span = a.lines[i];
        if (editor != nullptr) draw_selection(a, *editor, span, row);
        draw_line(a.ui, row.x, row, std::string_view(a.text).substr(span.begin, span.end - span.begin), TextSize::body,
                  Weight::regular, a.options.disabled ? t.disabled_text : t.text);
    }
    if (editor != nullptr) draw_caret(a, *editor);
    if (a.scroll_max > 0) {
        const float length = std::max(24.0F, a.box.h * a.box.h / (a.box.h + a.scroll_max));
        fill(a.ui, {a.box.right() - 7, a.box.y + 2 + (a.box.h - 4 - length) * a.scroll / a.scroll_max, 4, length},
             t.border, 2);
    }
    end_clip(a.ui);
}

// Keys and edits, while the area is edited or as it stops being so.
void edit(Area& a, FieldResult& result) {
    AreaEditor* editor = a.editor();
    if (editor == nullptr) return;
    if (GImGui->ActiveId != a.id) { // the focus left
        result.committed = editor->before() != a.text;
        a.ui.session->area.reset();
        return;
    }
    claim_keys(a.id);
    if (a.options.read_only) return;
    const AreaEditor::Outcome outcome = editor->keys(a.ui, a.text, a.lines, std::max(1.0F, a.box.h / text_line - 1));
    if (outcome == AreaEditor::Outcome::none) return;
    (outcome == AreaEditor::Outcome::finished ? result.committed : result.cancelled) = true;
    a.ui.session->area.reset();
    ImGui::ClearActiveID();
}

float box_height(const Ui& ui, std::size_t lines, int min_lines, int max_lines) {
    const int shown = std::clamp(static_cast<int>(lines), min_lines, max_lines);
    return std::max(control_height(ui), static_cast<float>(shown) * text_line + 2 * padding_y);
}

} // namespace

float area_height(Ui& ui, float width, std::string_view text, const FieldOptions& o, int min_lines, int max_lines) {
    const std::size_t lines = break_lines(ui, text, width - 2 * padding_x).size();
    return field_frame_height(ui, width, box_height(ui, lines, min_lines, max_lines), {o.hint, o.error, o.show_label});
}

FieldResult text_area(Ui& ui, Rect area, Id id, std::string_view label, std::string& text, const FieldOptions& o,
                      int min_lines, int max_lines) {
    ImGuiContext& g = *GImGui;
    const FieldLines around{o.hint, o.error, o.show_label};
    FieldResult result;
    Area a{ui, id_of(id), area, text, o, break_lines(ui, text, area.w - 2 * padding_x)};
    a.box = result.box =
        begin_field_frame(ui, area, box_height(ui, a.lines.size(), min_lines, max_lines), label, around, o.required);
    a.scroll = ui.session->area_scroll[a.id];
    a.layout();

    if (o.disabled) ImGui::BeginDisabled();
    const bool skipped = g.CurrentWindow->SkipItems;
    const bool shown = !skipped && ImGui::ItemAdd(im_rect(a.box), a.id, nullptr, ImGuiItemFlags_Inputable);
    Node& node = skipped ? ui.semantics.add(Role::text_field, a.id, box_of(a.box), label)
                         : ui.semantics.add_item(Role::text_field, label);
    node.level = static_cast<int>(o.kind);
    node.state |= state_multiline | (o.required ? state_required : 0U) | (o.read_only ? state_read_only : 0U) |
                  (is_invalid(o) ? state_invalid : 0U);
    describe_field(node, o.description, around);

    const std::string before = a.editor() != nullptr || ui.semantics.edit_for(a.id) != nullptr ? text : std::string();
    const bool watched = a.editor() != nullptr || ui.semantics.edit_for(a.id) != nullptr;
    const bool hovered = shown && ImGui::ItemHoverable(im_rect(a.box), a.id, g.LastItemData.ItemFlags);
    if (!o.disabled && !skipped) {
        const bool asked = g.NavActivateId == a.id || ui.session->focus_next || o.focus;
        if (asked && g.ActiveId != a.id) {
            ui.session->focus_next = false;
            start(a);
        }
        edit(a, result);
        take_edit(a, result);
        a.layout();
        use_pointer(a, hovered);
        keep_caret_visible(a);
    }
    if (o.disabled) ImGui::EndDisabled();
    node.value = text;
    ui.session->area_scroll[a.id] = a.scroll;
    result.changed = watched && before != text;
    result.focused = a.editor() != nullptr && g.ActiveId == a.id;
    if (result.focused)
        ui.semantics.editing(a.id, utf16_offset(text, a.editor()->anchor()), utf16_offset(text, a.editor()->caret()));
    if (result.changed) ui.session->again = std::max(ui.session->again, 1);
    if (shown) {
        draw_field_box(
            ui, a.box,
            {.invalid = is_invalid(o), .disabled = o.disabled, .hovered = hovered, .read_only = o.read_only});
        draw(a);
    }
    focus_ring(ui, a.id, a.box, metrics::radius_control, result.focused);
    return result;
}

} // namespace desk::ui
