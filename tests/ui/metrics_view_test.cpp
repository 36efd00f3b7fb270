// Metrics: what it says of the releases, and where it leads.
#include "planned.hpp"
#include "window.hpp"

#include "ui/views/metrics_board.hpp"

using namespace desk;
using namespace desk::ui;
using desk::test::day;
using desk::test::hour;
using desk::test::Live;
using desk::test::minute;
using desk::test::octoacme;
using desk::test::start_ms;

namespace {

// Five deployments of Checkout and two of Search, one of Checkout failed.
std::vector<NamedFile> deployed() {
    std::vector<NamedFile> files;
    for (int i = 0; i < 5; ++i) {
        Live live = Live::later("rel_c" + std::to_string(i), i * 7 * day, "4." + std::to_string(i) + ".0");
        if (i == 3) live.incident("i1", 38 * minute);
        files.push_back({"c.release.json", write_release_file(*live.release())});
    }
    for (int i = 0; i < 2; ++i) {
        Live live("rel_s" + std::to_string(i), "Search");
        files.push_back({"s.release.json", write_release_file(*live.release())});
    }
    return files;
}

// At Metrics, 40 days after the first deployment.
struct MetricsWindow : FrontEnd {
    explicit MetricsWindow(FakeStorage& given) : FrontEnd(given) {
        machine.now_ms = start_ms + 40 * day;
        import(deployed());
        desk->address_changed("#/metrics");
        machine.now_ms += minute; // the toast has gone
        settle();
    }
};

} // namespace

TEST_CASE("the numbers of a period are told with what they count, and against the period before") {
    Model model;
    model.now_ms = start_ms + 40 * day;
    for (int i = 0; i < 12; ++i) {
        Live live = Live::later("rel_" + std::to_string(i), i * 3 * day);
        if (i % 4 == 3) live.incident("i1", (i + 1) * 10 * minute);
        auto release = std::make_unique<Release>("rel_" + std::to_string(i), octoacme());
        release->absorb(live.copy.release().log().everything());
        model.releases.emplace("rel_" + std::to_string(i), std::move(release));
    }
    model.revision = 1;
    MetricsBoard board;
    board.refresh(model, Period::days_30);
    REQUIRE(board.products().size() == 1);
    const ProductMetrics& product = board.products()[0];
    CHECK(board.span() == "5 Dec 2025 – 3 Jan 2026, UTC");
    CHECK(product.of(Measure::frequency).base == "8 deployments");
    CHECK(product.of(Measure::fail_rate).value == "25.0 %");
    CHECK(product.of(Measure::recovery).value == "1 h 40 min");
    CHECK(product.of(Measure::fail_rate).change.empty()); // four are too few to compare with
    CHECK(product.of(Measure::lead).value.empty());
    CHECK(product.of(Measure::lead).lack == "needs 5 releases with their oldest commit named, has 0");
    CHECK(product.of(Measure::fail_rate)
              .chart.starts_with("Failed deployments from 5 Dec 2025 – 3 Jan 2026, UTC, in 12 parts: "));
    board.refresh(model, Period::all);
    CHECK(board.products()[0].of(Measure::frequency).base == "12 deployments");
    CHECK(board.products()[0].of(Measure::frequency).change.empty());
    CHECK(board.find("Checkout") == 0);
    CHECK(board.find("Nothing") == 0);
}

TEST_CASE("Metrics shows five cards, and every number opens the releases behind it") {
    FakeStorage storage;
    MetricsWindow window(storage);
    CHECK(window.machine.title == "Metrics · OctoAcme Release Desk");
    for (const float width : {390.0F, 900.0F, 1280.0F}) {
        window.size = {.width = width, .height = 800};
        window.settle();
        CAPTURE(width);
        for (const char* name : {"Change lead time", "Deployment frequency", "Failed deployment recovery time",
                                 "Change fail rate", "Rework rate"})
            CHECK(window.has(Role::group, name));
        CHECK(window.has(Role::text, "20.0 %"));
        CHECK(window.has(Role::text, "38 min"));
        CHECK(window.has(Role::text, "needs 5 releases with their oldest commit named, has 0"));
        CHECK_FALSE(window.named(Role::image, "Failed deployments from ").empty());
        CHECK_FALSE(window.named(Role::link, "Search, 2 deployments").empty());
        CHECK(window.desk->wants_frame() < 0);
    }
    const std::string fails = "1 of 5, by 1 incident, Change fail rate: the releases behind it";
    window.press(Role::button, fails);
    CHECK(window.has(Role::table, "Releases behind it"));
    const std::string failed = window.named(Role::link, "Checkout 4.3.0, ");
    CHECK(failed == "Checkout 4.3.0, 15 Dec 2025, 1 incident");
    CHECK(window.named(Role::link, "Checkout 4.2.0, ").empty());
    window.press(Role::link, failed);
    CHECK(window.machine.address == "#/release/rel_c3/incident");
    CHECK(window.machine.before.back() == "#/metrics/fail-rate");
    window.desk->address_changed(window.machine.before.back());
    window.settle();
    CHECK(window.has(Role::link, failed)); // it is still open
    window.press(Role::button, "Close the list");
    CHECK_FALSE(window.has(Role::table, "Releases behind it"));
}

TEST_CASE("a product with too little data says so, and never 0") {
    FakeStorage storage;
    MetricsWindow window(storage);
    window.press(Role::link, window.named(Role::link, "Search, 2 deployments"));
    CHECK(window.has(Role::heading, "Search"));
    int lacks = 0;
    for (const auto& [id, element] : window.mirror.elements) {
        lacks += element.role == Role::text && element.name == "needs 5 deployments, has 2" ? 1 : 0;
        CHECK(element.name != "0.0 %");
    }
    CHECK(lacks == 5);
    window.press(Role::button, "2 deployments, Change lead time: the releases behind it");
    CHECK(window.named(Role::link, "Search 4.2.0, ").ends_with("no data, its oldest commit is not named"));
}

TEST_CASE("the measures leave as the table that the command line writes") {
    FakeStorage storage;
    MetricsWindow window(storage);
    window.press(Role::button, "Export CSV");
    REQUIRE(window.machine.saved.size() == 1);
    CHECK(window.machine.saved[0].name == "metrics.csv");
    CHECK(window.machine.saved[0].bytes.find("\r\nCheckout,2025-10-06T00:00:00Z,") != std::string::npos);
}

TEST_CASE("without a deployment Metrics says what brings numbers") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.create("Checkout");
    window.desk->address_changed("#/metrics");
    window.settle();
    CHECK(window.has(Role::text, "No deployments yet"));
    CHECK_FALSE(window.has(Role::button, "Export CSV"));
    window.press(Role::button, "All releases");
    CHECK(window.machine.address == "#/releases");
}

TEST_CASE("many releases and products keep both places small") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.machine.now_ms = start_ms + 2 * hour;
    std::vector<NamedFile> files;
    for (int i = 0; i < 120; ++i) {
        const std::string number = std::to_string(i);
        files.push_back({"p.release.json", write_release_file(*planned("rel_p" + number, "Product " + number, "Chen",
                                                                       "2025-11-26T21:00", "2025-11-26T22:30"))});
        Live live("rel_d" + number, "Product " + number);
        files.push_back({"d.release.json", write_release_file(*live.release())});
    }
    window.import(std::move(files));
    window.desk->address_changed("#/metrics");
    window.settle();
    CHECK(window.mirror.elements.size() < 800);
    CHECK(window.id(Role::combobox, "Product") != 0); // chips would not fit
}
