// Pieces under each other, put down or only measured: one function then does both for a card whose height must be known
// before it is drawn.
#pragma once

#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <string_view>

namespace desk::ui {

struct Stack {
    Ui& ui;
    Rect box; // what is left
    bool draw;
    float start, gap_after = 0;

    Stack(Ui& u, Rect area, bool drawing) : ui(u), box(area), draw(drawing), start(area.y) {}
    Rect take(float height, float gap = 0) {
        gap_after = gap;
        return box.cut_top(height, gap);
    }
    void wrapped(std::string_view words, const TextStyle& style, float gap = 0);
    // A label at the left, what it is at the right, wrapping.
    void fact(std::string_view label, std::string_view value, float label_width = 104);
    void gap(float height) { take(0, height); }
    // Without the gap after the last piece.
    float height() const { return box.y - start - gap_after; }
};

// A card around what `lay` puts into a Stack, and its height beforehand.
template <class Lay> float card_height(Ui& ui, float width, const Lay& lay) {
    Stack measure(ui, {0, 0, width - 2 * metrics::card_padding, 0}, false);
    lay(measure);
    return metrics::card_head + measure.height() + 2 * metrics::card_padding;
}
template <class Lay>
void draw_card(Ui& ui, Rect& body, Id id, std::string_view title, const Lay& lay, float least = 0) {
    Rect card = body.cut_top(std::max(least, card_height(ui, body.w, lay)), metrics::card_gap);
    begin_card(ui, card, id, title);
    card_head(ui, card, title, 2);
    card.cut_top(metrics::card_head);
    Stack inside(ui, card.inset(metrics::card_padding), true);
    lay(inside);
    end_card(ui);
}

} // namespace desk::ui
