// Which of the releases are shown, and in which order: a filter, one product, one type, one sorting. It stands in the
// address, so that what is seen can be sent to others. Without drawing.
#pragma once

#include "ui/app/route.hpp"
#include "ui/views/portfolio.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace desk::ui {

enum class SortBy : std::uint8_t { attention, window, product, changed };
inline constexpr int sort_count = 4;
inline constexpr std::array<std::string_view, sort_count> sort_names = {"Needs attention", "Window", "Product",
                                                                        "Last change"};

struct PortfolioChoice {
    Filter filter = Filter::all;
    std::string product, type; // as a row says them; empty: any
    SortBy sort = SortBy::attention;
    bool operator==(const PortfolioChoice&) const = default;

    bool takes(const PortfolioRow&) const;
    // Does not look at the filter.
    bool of_product_and_type(const PortfolioRow&) const;
};

// All that the filter takes.
PortfolioChoice only(Filter);
// What means nothing here is as at first.
PortfolioChoice choice_from(const Route&);
// The address of the list with that choice.
Route route_of(const PortfolioChoice&);

std::vector<const PortfolioRow*> chosen_rows(const Portfolio&, const PortfolioChoice&);
// How many each filter would show, of the chosen product and type.
std::array<int, filter_count> filter_counts(const Portfolio&, const PortfolioChoice&);

// The products and types that there are, in the order of their names. They live as long as the rows are these.
std::vector<std::string_view> products_of(const Portfolio&);
std::vector<std::string_view> types_of(const Portfolio&);

} // namespace desk::ui
