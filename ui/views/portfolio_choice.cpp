#include "ui/views/portfolio_choice.hpp"

#include "core/order.hpp"

#include <algorithm>

namespace desk::ui {

namespace {

constexpr std::array<std::string_view, filter_count> filter_keys = {
    "", "needs-me", "before-go", "in-production", "incident", "conflicts"};
constexpr std::array<std::string_view, sort_count> sort_keys = {"", "window", "product", "changed"};

// The first of them where there is no such key.
template <std::size_t count> int index_of(const std::array<std::string_view, count>& keys, std::string_view key) {
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? 0 : static_cast<int>(found - keys.begin());
}

std::vector<std::string_view> distinct(const Portfolio& portfolio, const std::string PortfolioRow::*what) {
    std::vector<std::string_view> found;
    for (const PortfolioRow* row : portfolio.rows())
        if (!(row->*what).empty()) found.push_back(row->*what);
    put_in_order(found, [](std::string_view a, std::string_view b) { return a < b; });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace

bool PortfolioChoice::of_product_and_type(const PortfolioRow& row) const {
    return (product.empty() || row.product == product) && (type.empty() || row.type == type);
}

bool PortfolioChoice::takes(const PortfolioRow& row) const { return row.in(filter) && of_product_and_type(row); }

PortfolioChoice only(Filter filter) {
    PortfolioChoice choice;
    choice.filter = filter;
    return choice;
}

PortfolioChoice choice_from(const Route& route) {
    return {static_cast<Filter>(index_of(filter_keys, route.show)), route.product, route.type,
            static_cast<SortBy>(index_of(sort_keys, route.sort))};
}

Route route_of(const PortfolioChoice& choice) {
    Route route;
    route.show = filter_keys[static_cast<std::size_t>(choice.filter)];
    route.product = choice.product;
    route.type = choice.type;
    route.sort = sort_keys[static_cast<std::size_t>(choice.sort)];
    return route;
}

std::vector<const PortfolioRow*> chosen_rows(const Portfolio& portfolio, const PortfolioChoice& choice) {
    std::vector<const PortfolioRow*> chosen;
    for (const PortfolioRow* row : portfolio.rows())
        if (choice.takes(*row)) chosen.push_back(row);
    // Equals stay in the order of what needs attention first.
    switch (choice.sort) {
    case SortBy::attention:
        break;
    case SortBy::window: // without one comes last
        put_in_order(chosen, [](auto* a, auto* b) { return a->window_from_ms < b->window_from_ms; });
        break;
    case SortBy::product:
        put_in_order(chosen, [](auto* a, auto* b) { return a->product < b->product; });
        break;
    case SortBy::changed:
        put_in_order(chosen, [](auto* a, auto* b) { return a->changed_ms > b->changed_ms; });
        break;
    }
    return chosen;
}

std::array<int, filter_count> filter_counts(const Portfolio& portfolio, const PortfolioChoice& choice) {
    std::array<int, filter_count> counts{};
    for (const PortfolioRow* row : portfolio.rows())
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (row->in(static_cast<Filter>(i)) && choice.of_product_and_type(*row)) ++counts[i];
    return counts;
}

std::vector<std::string_view> products_of(const Portfolio& portfolio) {
    return distinct(portfolio, &PortfolioRow::product);
}

std::vector<std::string_view> types_of(const Portfolio& portfolio) { return distinct(portfolio, &PortfolioRow::type); }

} // namespace desk::ui
