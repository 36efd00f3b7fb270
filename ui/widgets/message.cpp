#include "ui/widgets/message.hpp"

#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"
#include "ui/widgets/surface.hpp"

#include <algorithm>
#include <cmath>

namespace desk::ui {
namespace {

constexpr float toast_height = 48, toast_margin = 24;
constexpr int above_page = 5;    // below menus and dialogs, which start at 10
constexpr int above_all = 1'000; // told also while a dialog makes everything below it inert

ButtonOptions first_options(const Toast& t) {
    return {.kind = t.kind == StatusKind::incident ? ButtonKind::secondary : ButtonKind::ghost,
            .icon = t.action_icon,
            .compact = t.kind == StatusKind::incident};
}

constexpr ButtonOptions second_options{.kind = ButtonKind::ghost, .compact = true};

float actions_width(Ui& ui, const Toast& t) {
    return (t.action.empty() ? 0 : 12 + button_width(ui, t.action, first_options(t))) +
           (t.second.empty() ? 0 : 4 + button_width(ui, t.second, second_options));
}

} // namespace

void live_message(Ui& ui, Id id, std::string_view message) {
    ui.semantics.add(Role::status, id_of(id), {0, 0, 1, 1}, message).order = above_all;
}

void waiting(Ui& ui, Rect box, std::string_view words) {
    const Rect line = box.with_height(20);
    ui.semantics.add(Role::status, id_of("waiting"), box_of(line), words);
    text(ui, line, words, {.colour = ui.theme->muted, .silent = true});
}

ToastResult toast(Ui& ui, Id id, const Toast& t, float bottom) {
    const float margin = columns(ui.size) == Columns::one ? metrics::gutter_phone : toast_margin;
    const float most = std::min(560.0F, ui.size.width - 2 * margin);
    const float fixed = 12 + 16 + 4 + actions_width(ui, t) + 12;
    const float words = std::min(std::ceil(text_width(ui, t.words)), most - fixed);
    const float height = std::max(toast_height, wrapped_height(ui, t.words, words) + 24);
    const Rect box =
        snap(ui, Rect{ui.size.width - margin - fixed - words, ui.size.height - bottom - height, fixed + words, height});
    const Colour colour = ui.theme->status(t.kind).text;

    ImGui::SetNextWindowPos(min_of(box));
    ImGui::BeginChildEx(nullptr, id_of(id), {box.w, box.h}, ImGuiChildFlags_NavFlattened,
                        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings |
                            ImGuiWindowFlags_NoBackground);
    ImGuiWindow* window = GImGui->CurrentWindow;
    ui.semantics.open_window(Role::group, window, t.words).order = above_page;
    window->DrawList->PushClipRect({0, 0}, {ui.size.width, ui.size.height}, false);
    shadow(ui, box, metrics::radius_card);
    fill(ui, box, ui.theme->raised, metrics::radius_card);
    outline(ui, box, t.kind == StatusKind::incident ? colour : ui.theme->border, metrics::radius_card);
    window->DrawList->PopClipRect();

    Rect at = box.inset(12, 0);
    icon(ui, at.cut_left(16, 4), t.icon == Icon::none ? status_icon(t.kind) : t.icon, colour);
    const float text_high = wrapped_height(ui, t.words, words);
    text_wrapped(ui, at.cut_left(words, 12).middle_left(words, text_high), t.words, {.colour = colour, .silent = true});
    ToastResult result;
    if (!t.action.empty()) {
        const ButtonOptions o = first_options(t);
        Rect place = at.cut_left(button_width(ui, t.action, o), 4);
        place = place.middle_left(place.w, o.compact ? compact_height(ui) : control_height(ui));
        result.action = button(ui, place, "action", t.action, o);
    }
    if (!t.second.empty()) {
        const Rect place = at.middle_left(button_width(ui, t.second, second_options), compact_height(ui));
        result.second = button(ui, place, "second", t.second, second_options);
    }
    result.held = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) ||
                  (GImGui->NavWindow == window && GImGui->NavCursorVisible);
    draw_ring(ui, window);
    ui.semantics.close();
    ImGui::EndChild();
    return result;
}

void tooltip(Ui& ui, std::string_view words) {
    const ImGuiLastItemData& item = GImGui->LastItemData;
    tip_for(ui, item.ID, rect_of(item.NavRect), ImGui::IsItemHovered(), words);
}

float empty_state_height(Ui& ui, float width, std::string_view muted_words, bool with_actions) {
    return 16 + 8 + 20 + 8 + wrapped_height(ui, muted_words, std::min(width, 280.0F), TextSize::small) +
           (with_actions ? 12 + control_height(ui) : 0);
}

int empty_state(Ui& ui, Rect box, Icon which, std::string_view strong, std::string_view muted_words,
                std::initializer_list<EmptyAction> actions) {
    const Theme& t = *ui.theme;
    const float width = std::min(box.w, 280.0F);
    Rect at = box.middle(box.w, empty_state_height(ui, box.w, muted_words, actions.size() > 0));
    icon(ui, at.cut_top(16, 8), which, t.muted);
    text(ui, at.cut_top(20, 8), strong, {.weight = Weight::strong, .align = Align::centre});
    const Rect lines = at.middle(width, at.h);
    at.cut_top(
        text_wrapped(ui, lines, muted_words, {.size = TextSize::small, .colour = t.muted, .align = Align::centre}), 12);
    float total = -8;
    for (const EmptyAction& action : actions) total += button_width(ui, action.label, action.options) + 8;
    Rect row = at.with_height(control_height(ui)).middle(total, control_height(ui));
    int pressed = -1, index = 0;
    for (const EmptyAction& action : actions) {
        if (button(ui, row.cut_left(button_width(ui, action.label, action.options), 8), action.id, action.label,
                   action.options))
            pressed = index;
        ++index;
    }
    return pressed;
}

} // namespace desk::ui
