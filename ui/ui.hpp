// What every widget and view is given: where to record, how to look, how large the page is, and what one frame needs to
// remember. One Ui lives as long as the front end; there are no globals beside Dear ImGui's own context.
//
// A frame:  ui.semantics.apply(); ImGui::NewFrame(); begin_frame(ui, size, now); …views…; Patch p = end_frame(ui);
#pragma once

#include "ui/app/ports.hpp"
#include "ui/layout.hpp"
#include "ui/semantics/collector.hpp"
#include "ui/theme/theme.hpp"
#include "ui/view_size.hpp"

#include <memory>
#include <string_view>

namespace desk::ui {

// Distinguishes siblings; never shown. It is hashed with the scopes around it, so it needs to be unique only there.
using Id = std::string_view;

struct Session; // what widgets remember between frames; private to ui/widgets

struct Ui {
    Ui(Collector& collector, Fonts faces);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    Collector& semantics;
    Fonts fonts;
    const Theme* theme; // light_theme() at first; set it before begin_frame
    ViewSize size;
    double now = 0; // seconds since any fixed moment, monotonic
    std::unique_ptr<Session> session;
};

// After ImGui::NewFrame: sets ImGui's style from the theme and opens the page, a window over the whole view in which
// everything is drawn that is not a dialog, menu or toast.
void begin_frame(Ui&, const ViewSize&, double now);
// Closes the page, shows the tooltip if one is due, and returns what changed in the accessible tree. Before
// ImGui::Render.
Patch end_frame(Ui&);

// Seconds until widgets want another frame though nothing happens (text cursor, tooltip, a first measuring): 0 = at
// once, < 0 = never.
double wants_frame(const Ui&);

// A dialog, menu or list lies over the page.
bool covered(const Ui&);
// A text is being edited.
bool typing();
// Moves the keyboard's focus as an arrow key does.
void press_arrow(bool down);
// Commands are given with Cmd here, as on Apple's keyboards, and not with Ctrl.
bool apple_keys();

// A view asks for another frame in so many seconds though nothing happens: a clock that is shown.
void wake_in(Ui&, double seconds);

// Makes ids of the same words distinct: one per list element, say.
class IdScope {
public:
    explicit IdScope(Id);
    explicit IdScope(int);
    ~IdScope();
    IdScope(const IdScope&) = delete;
    IdScope& operator=(const IdScope&) = delete;
};

// Height of a control here: 32, or 44 where fingers point or the view is a phone's.
float control_height(const Ui&);
// Height of a control inside a card: 24, or 32 there.
float compact_height(const Ui&);
// Height of a line of words with a link in it, which is as high as that elsewhere: 44 where fingers point.
float link_line(const Ui&, float height);
// Space at the left and right of the page: 24, or 16 on a phone.
float gutter(const Ui&);

} // namespace desk::ui
