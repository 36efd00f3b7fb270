// What the app says by itself: live messages, toasts, tooltips, empty states.
#pragma once

#include "ui/widgets/button.hpp"

#include <initializer_list>
#include <string_view>

namespace desk::ui {

// The polite live region: always call it, with the newest message or none. Nothing is drawn.
void live_message(Ui&, Id, std::string_view message);

// At the bottom right, above everything but dialogs; `bottom` is the space to keep free below it (dock, bottom bar).
struct ToastResult {
    bool action = false; // the first button was pressed
    bool second = false; // the other one
    bool held = false;   // under the pointer or focused: do not let it go now
};
struct Toast {
    StatusKind kind = StatusKind::done;
    Icon icon = Icon::none;
    std::string_view words = {};
    std::string_view action = {}; // "Undo"; may be empty
    Icon action_icon = Icon::none;
    std::string_view second = {}; // "Export now"; may be empty
};
// What the page waits for, in a line: "Loading your releases…". A screen reader is told when it begins.
void waiting(Ui&, Rect, std::string_view words);

ToastResult toast(Ui&, Id, const Toast&, float bottom = 24);

// Says more about the widget before it, while the pointer rests on it or it has the keyboard's focus.
void tooltip(Ui&, std::string_view words);

struct EmptyAction {
    Id id;
    std::string_view label = {};
    ButtonOptions options = {};
};
// Icon, one strong line, one muted line, one or two buttons, in the middle of the rectangle. Returns the index of the
// button pressed, or -1.
int empty_state(Ui&, Rect, Icon, std::string_view strong, std::string_view muted,
                std::initializer_list<EmptyAction> actions = {});
float empty_state_height(Ui&, float width, std::string_view muted, bool with_actions);

} // namespace desk::ui
