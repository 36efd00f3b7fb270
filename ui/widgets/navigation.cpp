#include "ui/widgets/navigation.hpp"

#include "ui/widgets/paint.hpp"
#include "ui/widgets/session.hpp"
#include "ui/widgets/surface.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace desk::ui {
namespace {

constexpr float tab_gap = 20, count_gap = 6, step_gap = 4, step_bar = 3;

float tab_width(Ui& ui, const TabChoice& t, bool chosen) {
    return std::ceil(text_width(ui, t.label, TextSize::body, chosen ? Weight::strong : Weight::regular) +
                     (t.count.empty() ? 0 : count_gap + text_width(ui, t.count, TextSize::small)));
}

std::string with_count(std::string_view label, std::string_view count) {
    std::string name(label);
    if (!count.empty()) name.append(" ").append(count);
    return name;
}

// The next focusable widget gets the focus if it was asked for by focus_tab().
void take_asked_focus(Ui& ui) {
    if (!ui.session->focus_tab || !GImGui->OpenPopupStack.empty()) return;
    ui.session->focus_tab = false;
    ui.session->focus_visible = GImGui->NavCursorVisible;
    focus_next(ui);
}

// The tabs that fit, in order; the chosen one is always among them.
std::vector<int> fitting_tabs(Ui& ui, float room, std::span<const TabChoice> choices, int chosen) {
    float total = 0;
    std::vector<int> all;
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
        total += tab_width(ui, choices[static_cast<std::size_t>(i)], i == chosen) + (i > 0 ? tab_gap : 0);
        all.push_back(i);
    }
    if (total <= room) return all;
    room -= menu_button_width(ui, "More") + tab_gap;
    if (chosen >= 0) room -= tab_width(ui, choices[static_cast<std::size_t>(chosen)], true) + tab_gap;
    std::vector<int> kept;
    bool full = false;
    for (const int i : all) {
        const float width = tab_width(ui, choices[static_cast<std::size_t>(i)], false) + tab_gap;
        if (i == chosen)
            kept.push_back(i);
        else if (!full && width <= room)
            room -= width, kept.push_back(i);
        else
            full = true;
    }
    return kept;
}

Icon step_icon(const Step& s) {
    if (s.icon != Icon::none) return s.icon;
    switch (s.state) {
    case StepState::done:
        return Icon::check;
    case StepState::present:
        return Icon::half;
    case StepState::later:
        return Icon::circle;
    case StepState::wrong:
        return Icon::rollback;
    }
    return Icon::none;
}

struct StepColours {
    Colour bar, words;
};

StepColours step_colours(const Theme& t, StepState state) {
    switch (state) {
    case StepState::done:
        return {t.status(StatusKind::done).text, t.status(StatusKind::done).text};
    case StepState::present:
        return {t.accent, t.accent_text};
    case StepState::later:
        return {t.border, t.muted};
    case StepState::wrong:
        return {t.status(StatusKind::incident).text, t.status(StatusKind::incident).text};
    }
    return {};
}

std::string step_name(const Step& s) {
    const std::string_view word = is_now(s) ? "now" : s.state == StepState::later ? "later" : "done";
    return std::string(s.label).append(", ").append(word);
}

} // namespace

bool is_now(const Step& s) { return s.state == StepState::present || s.wrong_now; }

bool nav_item(Ui& ui, Rect box, Id id, Icon which, std::string_view label, const NavCount& counted, bool current,
              bool collapsed) {
    const Theme& t = *ui.theme;
    const Press p = press(ui, box, id_of(id), Role::link, label, current ? state_current : 0U, {}, counted.words);
    if (collapsed) tip_for(ui, p.id, box, p.hovered, label);
    if (!p.shown) return p.pressed;
    if (current || p.hovered) fill(ui, box, current ? t.selected : t.hover, metrics::radius_control);
    const Colour mark = current ? t.accent_text : t.muted;
    if (collapsed) {
        icon(ui, box, which, mark);
        return p.pressed;
    }
    Rect at = box.inset(8, 0);
    icon(ui, at.cut_left(16, 8), which, mark);
    const Rect number = at.cut_right(text_width(ui, counted.number, TextSize::small), 4);
    text_ellipsis(
        ui, at, label,
        {.weight = current ? Weight::strong : Weight::regular, .colour = current ? t.text : t.muted, .silent = true});
    text(ui, number, counted.number, {.size = TextSize::small, .colour = t.muted, .silent = true});
    return p.pressed;
}

bool bottom_nav_item(Ui& ui, Rect box, Id id, Icon which, std::string_view label, bool current) {
    const Theme& t = *ui.theme;
    const Press p = press(ui, box, id_of(id), Role::link, label, current ? state_current : 0U, {});
    const Colour colour = current ? t.accent_text : t.muted;
    Rect at = box.middle(box.w, 16 + 2 + 16);
    icon(ui, at.cut_top(16, 2), which, colour);
    text(ui, at, label,
         {.size = TextSize::small,
          .weight = current ? Weight::strong : Weight::regular,
          .colour = colour,
          .align = Align::centre,
          .silent = true});
    return p.pressed;
}

int tabs(Ui& ui, Rect box, Id id, std::string_view name, std::span<const TabChoice> choices, int chosen) {
    const Theme& t = *ui.theme;
    const std::vector<int> shown = fitting_tabs(ui, box.w, choices, chosen);
    int pressed = -1;
    Rect rest = box;
    begin_group(ui, Role::tab_list, id, name, box);
    for (const int i : shown) {
        const TabChoice& choice = choices[static_cast<std::size_t>(i)];
        const bool on = i == chosen;
        Rect at = rest.cut_left(tab_width(ui, choice, on), tab_gap);
        if (on) take_asked_focus(ui);
        const Press p = press(ui, at, id_of(choice.label), Role::tab, with_count(choice.label, choice.count),
                              on ? state_selected : 0U, {.radius = metrics::radius_small});
        if (p.pressed) pressed = i;
        if (on) fill(ui, {at.x, at.bottom() - 2, at.w, 2}, t.accent);
        at.cut_left(text(ui, at, choice.label,
                         {.weight = on ? Weight::strong : Weight::regular,
                          .colour = on || p.hovered ? t.text : t.muted,
                          .silent = true}),
                    count_gap);
        text(ui, at, choice.count, {.size = TextSize::small, .colour = t.muted, .silent = true});
    }
    end_group(ui);
    if (shown.size() == choices.size()) return pressed;
    std::vector<MenuItem> others;
    std::vector<int> indices;
    for (int i = 0; i < static_cast<int>(choices.size()); ++i)
        if (std::find(shown.begin(), shown.end(), i) == shown.end()) {
            others.push_back({.label = choices[static_cast<std::size_t>(i)].label});
            indices.push_back(i);
        }
    IdScope scope(id);
    const float width = menu_button_width(ui, "More");
    const int more =
        menu_button(ui, rest.middle_left(width, std::min(control_height(ui), box.h)), "more", "More", others);
    return more >= 0 ? indices[static_cast<std::size_t>(more)] : pressed;
}

int tabs_menu(Ui& ui, Rect box, Id id, std::string_view label, std::span<const TabChoice> choices, int chosen) {
    std::vector<MenuItem> items;
    for (const TabChoice& each : choices) items.push_back({each.label, Icon::none, each.count});
    const TabChoice& present = choices[static_cast<std::size_t>(chosen)];
    const Rect right = box.cut_right(menu_button_width(ui, label), 8);
    box.cut_left(text(ui, box, present.label, {.weight = Weight::strong}), 8);
    muted(ui, box, present.count);
    take_asked_focus(ui);
    return menu_button(ui, right.middle_right(right.w, control_height(ui)), id, label, items);
}

void focus_tab(Ui& ui) {
    ui.session->focus_tab = true;
    ui.session->again = std::max(ui.session->again, 1);
}

// Icon and name, with what keeps it off its neighbour.
float named_width(Ui& ui, const Step& s) {
    return icon_text_width(ui, s.label, TextSize::small, is_now(s) ? Weight::strong : Weight::regular) + 4 + step_gap;
}

void stepper(Ui& ui, Rect box, Id id, std::string_view name, std::span<const Step> steps) {
    const Theme& t = *ui.theme;
    const auto count = static_cast<int>(steps.size());
    float needed = 0, widest = 0, present = 0;
    for (const Step& s : steps) {
        const float own = named_width(ui, s);
        needed += own, widest = std::max(widest, own);
        if (is_now(s)) present = own;
    }
    // All get the same if every name fits into that; else a long name takes it from the short ones; else only the
    // present phase is named.
    const bool all_named = needed <= box.w + step_gap;
    const float share = (box.w + step_gap) / static_cast<float>(count);
    const bool equal = all_named ? widest <= share : present <= share;
    const float spare = (box.w + step_gap - needed) / static_cast<float>(count);
    const float unnamed = (box.w + step_gap - present) / static_cast<float>(std::max(1, count - 1)) - step_gap;
    begin_group(ui, Role::list, id, name, box);
    Rect rest = box;
    for (int i = 0; i < count; ++i) {
        const Step& s = steps[static_cast<std::size_t>(i)];
        const bool named = all_named || is_now(s);
        const float own = named_width(ui, s) - step_gap + (all_named ? spare : 0);
        Rect at = equal ? box.column(i, count, step_gap) : rest.cut_left(named ? own : unnamed, step_gap);
        ui.semantics.add(Role::list_item, ImHashData(&i, sizeof i, GImGui->CurrentWindow->IDStack.back()), box_of(at),
                         step_name(s), is_now(s) ? state_current : 0U);
        const StepColours colours = step_colours(t, s.state);
        fill(ui, at.cut_top(step_bar, 5), colours.bar);
        icon_text(ui, at.with_height(16), step_icon(s), named ? s.label : std::string_view{},
                  {.size = TextSize::small,
                   .weight = is_now(s) ? Weight::strong : Weight::regular,
                   .colour = colours.words,
                   .silent = true});
    }
    end_group(ui);
}

void stepper_segments(Ui& ui, Rect box, Id id, std::string_view name, std::span<const Step> steps) {
    const auto count = static_cast<int>(steps.size());
    for (int i = 0; i < count; ++i)
        fill(ui, box.column(i, count, step_gap).middle_left(box.column(i, count, step_gap).w, 4),
             step_colours(*ui.theme, steps[static_cast<std::size_t>(i)].state).bar, 2);
    ui.semantics.add(Role::image, id_of(id), box_of(box), name);
}

} // namespace desk::ui
