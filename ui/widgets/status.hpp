// States told by icon and word, and the small marks beside them.
#pragma once

#include "ui/icons/icon.hpp"
#include "ui/widgets/text.hpp"

#include <string_view>

namespace desk::ui {

// 20 high, at the left and in the middle of the rectangle's height. Without `icon` the usual one of its kind.
float status_pill(Ui&, Rect, StatusKind, std::string_view word, Icon icon = Icon::none);
float status_pill_width(Ui&, std::string_view word);
// The same icon and word without the fill, for dense places.
float status_word(Ui&, Rect, StatusKind, std::string_view word, Icon icon = Icon::none,
                  TextSize size = TextSize::small);
float status_word_width(Ui&, std::string_view word, TextSize size = TextSize::small);

// "Patch", "Minor", "Major": neutral outline, 20 high.
float badge(Ui&, Rect, std::string_view word);
float badge_width(Ui&, std::string_view word);

// The first letter of a name in a disc of `size` at the left of the rectangle; not recorded: the name stands beside it.
void avatar(Ui&, Rect, std::string_view name, bool oneself, float size = 24);
// Avatar and name; the name may be cut.
float person(Ui&, Rect, std::string_view name, bool oneself, float avatar_size = 24);

// A bar of 56 × 6 at the left, "7/10" beside it; full is drawn as done. `name` says what is counted.
float progress(Ui&, Rect, Id, std::string_view name, int done, int total, bool with_words = true);
float progress_width(Ui&, int done, int total);

// A coloured box with an icon and wrapped words, radius 6. Returns its height; `notice_height` is the same beforehand.
float notice(Ui&, Rect, Id, StatusKind, std::string_view words, Icon icon = Icon::none, std::string_view strong = {});
float notice_height(Ui&, float width, std::string_view words, std::string_view strong = {});

enum class SaveState : std::uint8_t { saving, saved, not_saved };
enum class SaveAnswer : std::uint8_t { none, retry, export_now };
// At the right end of the rectangle. "Not saved" has Retry and Export now beside it, if there is room for them.
SaveAnswer save_state(Ui&, Rect, SaveState, bool with_buttons);
float save_state_width(Ui&, SaveState, bool with_buttons);

} // namespace desk::ui
