// The list of releases: which of them it shows, and what stands under it.
#include "planned.hpp"
#include "window.hpp"

#include "ui/views/portfolio_choice.hpp"

using namespace desk;
using namespace desk::ui;
using desk::test::hour;
using desk::test::start_ms;

TEST_CASE("releases are chosen by product and type, put in order, and counted by filter, as the address says") {
    Plan model;
    model.add(planned("rel_c", "Search", "Omar", "2025-11-25T09:00", "2025-11-25T10:00"));
    model.add(planned("rel_a", "Checkout", "Chen", "2025-11-26T21:00", "2025-11-26T22:30"));
    model.add(planned("rel_b", "Billing", "Kofi"));
    Portfolio portfolio;
    portfolio.refresh(model);
    const auto shown = [&](const char* address) {
        Titles names;
        for (const PortfolioRow* row : chosen_rows(portfolio, choice_from(route_from(address))))
            names.push_back(row->product);
        return names;
    };
    CHECK(shown("#/releases?product=Search") == Titles{"Search"});
    CHECK(shown("#/releases?product=Nothing").empty());
    CHECK(shown("#/releases?type=Minor&sort=product") == Titles{"Billing", "Checkout", "Search"});
    CHECK(shown("#/releases?type=Major").empty());
    CHECK(shown("#/releases?sort=window") == Titles{"Search", "Checkout", "Billing"}); // without one comes last
    CHECK(shown("#/releases?sort=nothing") == shown("#/releases"));
    CHECK(products_of(portfolio) == std::vector<std::string_view>{"Billing", "Checkout", "Search"});
    CHECK(types_of(portfolio) == std::vector<std::string_view>{"Minor"});

    const PortfolioChoice one{Filter::before_go, "Checkout", "Minor", SortBy::changed};
    CHECK(choice_from(route_from(address_of(route_of(one)))) == one);
    const auto counts = filter_counts(portfolio, one);
    CHECK(counts[static_cast<std::size_t>(Filter::all)] == 1);
    CHECK(counts[static_cast<std::size_t>(Filter::before_go)] == 1);
    CHECK(counts[static_cast<std::size_t>(Filter::in_production)] == 0);
}

TEST_CASE("RC-3 under the releases stand the windows of the coming days, and a choice of product holds for both") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.machine.now_ms = start_ms + hour;
    std::vector<NamedFile> files;
    for (const auto& release : {planned("rel_a", "Checkout", "Chen", "2025-11-26T21:00", "2025-11-26T22:30"),
                                planned("rel_c", "Search", "Chen", "2025-11-26T22:00", "2025-11-26T23:00"),
                                planned("rel_b", "Billing", "Kofi")})
        files.push_back({"a.release.json", write_release_file(*release)});
    window.import(files);
    window.desk->address_changed("#/releases");
    window.settle();
    CHECK(window.has(Role::heading, "Deployment windows"));
    CHECK_FALSE(window.named(Role::link, "Search 4.2.0").empty());
    // What speaks against a window is said by its row too.
    CHECK(
        window.named(Role::row, "Checkout 4.2.0")
            .ends_with(". Chen deploys Search 4.2.0 at the same time: Wed 26 Nov, 22:00–23:00, Europe/Berlin, UTC+1"));
    CHECK(window.named(Role::row, "Billing 4.2.0").ends_with(", Kofi"));
    window.press(Role::combobox, "Product");
    window.press(Role::option, "Checkout");
    CHECK(window.machine.address == "#/releases?product=Checkout");
    CHECK(window.has(Role::row, window.named(Role::row, "Checkout 4.2.0")));
    CHECK(window.named(Role::row, "Billing 4.2.0").empty());
    CHECK(window.named(Role::link, "Search 4.2.0").empty());
    window.press(Role::link, "Open calendar");
    CHECK(window.machine.address == "#/calendar?product=Checkout");
    window.desk->address_changed("#/releases?product=Nothing");
    window.settle();
    window.press(Role::button, "Show all");
    CHECK(window.machine.address == "#/releases");
}
