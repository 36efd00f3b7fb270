// Words on the page. Widths are measured, never guessed.
#pragma once

#include "core/notes/markdown.hpp"
#include "ui/icons/icon.hpp"
#include "ui/ui.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace desk::ui {

enum class TextSize : std::uint8_t { small, body, title, display }; // 12/16, 14/20, 16/24, 22/28
enum class Weight : std::uint8_t { regular, strong };
enum class Align : std::uint8_t { left, centre, right };

struct TextStyle {
    TextSize size = TextSize::body;
    Weight weight = Weight::regular;
    std::optional<Colour> colour = {}; // else the theme's text colour
    Align align = Align::left;
    // Drawn only: for words that are part of something which has them in its own name (a row, a card's button).
    bool silent = false;
};

float line_height(TextSize);
float text_width(Ui&, std::string_view, TextSize = TextSize::body, Weight = Weight::regular);
// Height of the text broken into lines of at most `width`; line feeds break too.
float wrapped_height(Ui&, std::string_view, float width, TextSize = TextSize::body, Weight = Weight::regular);

// One line, in the middle of the rectangle's height. It is never cut: give it room, or use text_ellipsis. Returns the
// width that it takes.
float text(Ui&, Rect, std::string_view, const TextStyle& = {});
float muted(Ui&, Rect, std::string_view, TextSize = TextSize::small);
// As many lines as it takes, from the top of the rectangle; only its x, y and width matter. Returns the height.
float text_wrapped(Ui&, Rect, std::string_view, const TextStyle& = {});
// The same with so many lines at most, of which the last may end in "…"; the whole is recorded. Without `draw` it only
// tells the height.
float text_clamped(Ui&, Rect, std::string_view, int most, const TextStyle& = {}, bool draw = true);
// Words of several looks (core/notes/markdown.hpp) that break into lines together, recorded as one text. Only the
// rectangle's x, y and width matter. Returns the height; without `draw` that is all it does.
float text_spans(Ui&, Rect, std::span<const MarkdownSpan>, const TextStyle&, bool draw);
// One line that may end in "…": for names, subtitles and file names only. The whole is recorded, and shown while the
// pointer is over it or the thing around it has the keyboard's focus. Returns the width that it takes.
float text_ellipsis(Ui&, Rect, std::string_view, const TextStyle& = {});
// The words, or where they are wider the beginning of them that fits with "…" after it.
std::string shortened(Ui&, std::string_view, float width, TextSize = TextSize::body, Weight = Weight::regular);

// A heading of the page's outline. Level 1 is display size, 2 title, deeper body; all strong.
float heading(Ui&, Rect, int level, std::string_view);
// The same as a heading, in another style than its level has.
float heading(Ui&, Rect, int level, std::string_view, const TextStyle&);

// Another view is shown: its heading of level 1 takes the keyboard's focus, as a new page would, so that Tab goes on
// in what is new and a screen reader says where one is. Waits until no dialog or menu is open.
void focus_heading(Ui&);

// An icon and a word after each other, in one colour, recorded as one text: "check Met" reads "Met". Returns the width.
float icon_text(Ui&, Rect, Icon, std::string_view, const TextStyle& = {});
float icon_text_width(Ui&, std::string_view, TextSize = TextSize::body, Weight = Weight::regular);

// A chart, a picture, a diagram: says in words what paint.hpp draws there.
void figure(Ui&, Rect, Id, std::string_view description);

} // namespace desk::ui
