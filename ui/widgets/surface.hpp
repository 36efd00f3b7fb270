// The parts of the page: landmarks, groups, cards, scrolling parts, dialogs. All come in pairs; a begin always needs
// its end, unless it says otherwise.
#pragma once

#include "ui/ui.hpp"

#include <string_view>

namespace desk::ui {

// A landmark of the page (banner, navigation, main, complementary, region, …). Ids inside are its own.
void begin_region(Ui&, Role, Id, std::string_view name, Rect);
void end_region(Ui&);

// The same for smaller things: group, list, list_item, status, tab_panel, … Neither draws nor clips.
void begin_group(Ui&, Role, Id, std::string_view name, Rect);
void end_group(Ui&);

// A bordered surface with radius 8. The edge colour tells a stale or a no-go vote. Has a node only if it has a name.
void begin_card(Ui&, Rect, Id, std::string_view name = {});
void begin_card(Ui&, Rect, Id, std::string_view name, Colour edge);
void end_card(Ui&);
// The head of a card, 40 high: a strong heading and a hairline under it. Returns what is left at the right of the
// words.
// `beside`: the width of what stands at its right; a title that leaves no room for it ends in "…".
Rect card_head(Ui&, Rect card, std::string_view title, int level = 3, float beside = 0);

// A part that scrolls by itself. Returns where its content starts (already moved by the present offset), as wide as the
// content may be; its height is that of the view. Name it if it is to be a landmark (then it has the role region), or a
// list to choose from.
Rect begin_scroll(Ui&, Id, Rect view, std::string_view name = {}, Role role = Role::region);
// `content_bottom` is the lower edge of what was drawn, as y on the screen.
void end_scroll(Ui&, float content_bottom);
// Rows of chips on a phone: the one thing that may scroll sideways.
Rect begin_scroll_sideways(Ui&, Id, Rect view, std::string_view name = {});
void end_scroll_sideways(Ui&, float content_right);
// Scrolls the part around it by as little as shows the rectangle.
void scroll_into_view(Ui&, Rect);
void scroll_to_top(Ui&);

// A modal dialog in the middle, on a scrim. Call it in every frame in which it is to be open; what is behind it cannot
// be reached meanwhile, and gets the focus back after. The height follows the content.
struct Dialog {
    Rect content;             // below the title; only x, y and width are meant
    bool close_asked = false; // Escape: close it by not calling begin_dialog again
};
Dialog begin_dialog(Ui&, Id, std::string_view title, float width = 440);
void end_dialog(Ui&, float content_bottom);
// The same for what may be longer than the view: title and foot stay where they are, what is between them scrolls.
//     LongDialog d = begin_long_dialog(…); …content…; Rect foot = end_long_content(ui, d, bottom); …;
//     end_long_dialog(ui, d);
struct LongDialog {
    Dialog dialog;
    // private to surface.cpp
    Rect foot;
    float above = 0, content_top = 0, bottom = 0;
};
LongDialog begin_long_dialog(Ui&, Id, std::string_view title, float foot_height, float width = 440);
Rect end_long_content(Ui&, LongDialog&, float content_bottom);
void end_long_dialog(Ui&, const LongDialog&);
// Inside a dialog or menu: the next focusable widget gets the focus when it opens. Else the first one does.
void focus_on_open(Ui&);
// The next focusable widget gets the keyboard's focus now.
void focus_next(Ui&);

} // namespace desk::ui
