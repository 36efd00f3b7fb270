#include "ui/views/keys_dialog.hpp"

#include "ui/app/shortcuts.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <string>

namespace desk::ui {

namespace {

constexpr float key_height = 26, gap = 24;

void draw_key(Ui& ui, Rect box, std::string_view keys) {
    outline(ui, box, ui.theme->border_strong, metrics::radius_small);
    text(ui, box, keys, {.size = TextSize::small, .align = Align::centre, .silent = true});
}

void draw_group(Ui& ui, Rect& at, const ShortcutGroup& group) {
    heading(ui, at.cut_top(24, 4), 3, group.name);
    begin_group(ui, Role::list, group.name, group.name, at.with_height(key_height));
    int index = 0;
    for (const Shortcut& one : group.shortcuts) {
        Rect row = at.cut_top(key_height);
        const std::string keys = shown_keys(one.keys, apple_keys());
        const IdScope scope(index++);
        begin_group(ui, Role::list_item, "key", keys + ": " + std::string(one.words), row);
        const float width = text_width(ui, keys, TextSize::small) + 12;
        draw_key(ui, row.cut_right(width, 12).middle(width, 20), keys);
        text_ellipsis(ui, row, one.words, {.silent = true});
        end_group(ui);
    }
    end_group(ui);
    at.cut_top(12);
}

} // namespace

void draw_keys_dialog(Ui& ui, const Model& model, bool& open, Intents& out) {
    if (!open) return;
    const bool beside = columns(ui.size) != Columns::one;
    LongDialog d = begin_long_dialog(ui, "keys", "Which keys are there?", control_height(ui), beside ? 680 : 440);
    Rect at = d.dialog.content;
    const std::string_view note =
        "Off, only keys with Ctrl or Cmd do something. They never work while a text is written.";
    if (checkbox(ui, at.cut_top(control_height(ui)), "single", "Keys of one character", model.single_keys))
        out.emplace_back(intent::SetSingleKeys{!model.single_keys});
    at.cut_top(text_wrapped(ui, at, note, {.size = TextSize::small, .colour = ui.theme->muted}), 12);
    const auto groups = shortcut_groups();
    Rect left = beside ? at.column(0, 2, gap) : at, right = beside ? at.column(1, 2, gap) : Rect{};
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const bool second = beside && (i == 2); // the longest one stands by itself
        draw_group(ui, second ? right : left, groups[i]);
    }
    const float bottom = std::max(left.y, right.y) - 12;
    Rect foot = end_long_content(ui, d, bottom);
    const bool close = button(ui, foot.cut_right(button_width(ui, "Close")), "close", "Close");
    end_long_dialog(ui, d);
    if (close || d.dialog.close_asked) open = false;
}

} // namespace desk::ui
