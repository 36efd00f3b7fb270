#include "ui/views/product_filter.hpp"

#include "ui/widgets/widgets.hpp"

namespace desk::ui {

namespace {

constexpr std::size_t most_to_scroll = 12; // chips that a finger finds by pushing them sideways

} // namespace

int product_filter(Ui& ui, Rect& body, std::span<const std::string_view> products, int chosen) {
    const float high = chip_height(ui);
    const Rect line = body.cut_top(high, 16);
    float width = -8;
    for (std::size_t i = 0; i < products.size() && width <= line.w; ++i)
        width += chip_width(ui, products[i], static_cast<int>(i) == chosen) + 8;
    const bool scrolls = columns(ui.size) == Columns::one && products.size() <= most_to_scroll;
    if (width > line.w && !scrolls) {
        const std::string_view words = chosen >= 0 ? products[static_cast<std::size_t>(chosen)] : std::string_view{};
        return select(ui, line.with_width(select_chip_width(ui, "Product", words)), "product", "Product", products,
                      chosen, {.as_chip = true});
    }
    int pressed = -1;
    // Room for the focus ring around the chips.
    Rect at = begin_scroll_sideways(ui, "products", {line.x - 4, line.y - 4, line.w + 8, high + 8}).moved(4, 4);
    at.h = high;
    for (std::size_t i = 0; i < products.size(); ++i) {
        const IdScope scope(static_cast<int>(i));
        const bool on = static_cast<int>(i) == chosen;
        if (chip(ui, at.cut_left(chip_width(ui, products[i], on), 8), "product", products[i], on))
            pressed = static_cast<int>(i);
    }
    end_scroll_sideways(ui, at.x);
    return pressed;
}

} // namespace desk::ui
