#include "ui/views/stack.hpp"

namespace desk::ui {

void Stack::wrapped(std::string_view words, const TextStyle& style, float gap) {
    const float height = wrapped_height(ui, words, box.w, style.size, style.weight);
    const Rect line = take(height, gap);
    if (draw) text_wrapped(ui, line, words, style);
}

void Stack::fact(std::string_view label, std::string_view value, float label_width) {
    const float room = box.w - label_width;
    const Rect line = take(std::max(20.0F, wrapped_height(ui, value, room)), 4);
    if (!draw) return;
    muted(ui, {line.x, line.y, label_width, 20}, label);
    text_wrapped(ui, {line.x + label_width, line.y, room, line.h}, value);
}

} // namespace desk::ui
