// Things to press. All answer true in the frame in which they were pressed by pointer, key or assistive tool.
#pragma once

#include "ui/icons/icon.hpp"
#include "ui/widgets/text.hpp"

#include <optional>
#include <string_view>

namespace desk::ui {

enum class ButtonKind : std::uint8_t {
    secondary,
    primary, // one a screen
    ghost,
    danger,         // only inside the dialog that confirms
    banner,         // on the incident banner: outlined
    banner_primary, // on the incident banner: filled
};

struct ButtonOptions {
    ButtonKind kind = ButtonKind::secondary;
    Icon icon = Icon::none;     // before the label
    Icon trailing = Icon::none; // after it: the chevron of "Why not?"
    bool compact = false;       // small text, padding 8; give it a rectangle of compact_height
    // "Cannot act yet": dull, with a lock, but still focusable and pressed; what it opens says why. Say why in short in
    // `description` too.
    bool locked = false;
    bool disabled = false;             // out of reach; rare: prefer `locked`
    std::optional<bool> expanded = {}; // it opens something: is that open?
    std::string_view count = {};       // a small muted number after the label: "Why not? 2"
    std::string_view description = {}; // for assistive tools, and as tooltip if `tooltip` is empty and it is locked
    std::string_view tooltip = {};
    std::string_view name =
        {}; // accessible name, if the label alone does not say it ("Go there" → "Go to smoke tests")
};
// For what leads to a file.
inline constexpr ButtonOptions download_button{.icon = Icon::download};

bool button(Ui&, Rect, Id, std::string_view label, const ButtonOptions& = {});
float button_width(Ui&, std::string_view label, const ButtonOptions& = {});

// An icon without words: search, theme and "more" only. The name is its tooltip too.
bool icon_button(Ui&, Rect, Id, Icon, std::string_view name, const ButtonOptions& = {});

struct LinkOptions {
    TextSize size = TextSize::body;
    Weight weight = Weight::regular;
    Icon icon = Icon::none;
    std::optional<Colour> colour = {}; // else accent_text; with one it is underlined (a link inside coloured text)
    Align align = Align::left;
    bool ellipsis = false;      // file names
    std::string_view name = {}; // accessible name, if the label alone does not say it
    std::string_view description = {};
};

// Words that lead somewhere; the target is at least the rectangle. Returns true when followed.
bool link(Ui&, Rect, Id, std::string_view label, const LinkOptions& = {});
float link_width(Ui&, std::string_view label, const LinkOptions& = {});

// A region of any look that can be pressed whole: a release in the calendar, a metric card. Draws only the hover fill
// and the focus ring; draw the rest before or after with silent text. `name` says all of it.
struct PressOptions {
    Role role = Role::button; // or link
    float radius = 6;
    bool hover_fill = true;
    std::optional<bool> expanded = {};
    bool current = false;
    std::string_view description = {};
};
bool pressable(Ui&, Rect, Id, std::string_view name, const PressOptions& = {});

} // namespace desk::ui
