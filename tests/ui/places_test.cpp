// Calendar and Metrics: what they say of the releases, and where it leads.
#include "live.hpp"
#include "window.hpp"

#include "core/file/release_file.hpp"
#include "core/windows/calendar.hpp"
#include "ui/views/agenda.hpp"
#include "ui/views/metrics_board.hpp"
#include "ui/views/portfolio_choice.hpp"

using namespace desk;
using namespace desk::ui;
using desk::test::day;
using desk::test::hour;
using desk::test::Live;
using desk::test::minute;
using desk::test::octoacme;
using desk::test::start_ms;

namespace {

TimeZones zones() {
    FakeStorage storage;
    Machine machine;
    machine.store = &storage;
    return machine.ports().zones;
}

// A release of its own id, with people who deploy, and a window in Berlin if one is given.
std::unique_ptr<Release> planned(const std::string& id, const std::string& product, const std::string& person,
                                 const std::string& start = {}, const std::string& end = {}) {
    desk::test::Copy copy = desk::test::Copy::created();
    copy.around.zones = zones();
    copy.act(command::SetField{"product", product});
    copy.act(command::Assign{"developers", person});
    copy.act(command::Assign{"release-manager", person});
    copy.act(command::Unassign{"release-manager", "Ana"});
    copy.by = person;
    if (!start.empty()) copy.act(command::SetWindow{start, end, "Europe/Berlin"});
    auto release = std::make_unique<Release>(id, octoacme());
    release->absorb(copy.release().log().everything());
    return release;
}

struct Plan : Model {
    Plan() {
        zones = ::zones();
        own_zone = "Europe/Berlin";
        now_ms = start_ms + hour; // 24 Nov 2025, 18:00 in Berlin
        utc_offset_minutes = 60;
    }
    void add(std::unique_ptr<Release> release) {
        const std::string id = release->id();
        releases[id] = std::move(release);
        ++revision;
    }
};

void settle(Agenda& agenda, const Model& model) {
    for (int i = 0; i < 1000 && !agenda.refresh(model); ++i) {
    }
    REQUIRE(agenda.refresh(model));
}

std::vector<std::string> titles(const std::vector<const AgendaEntry*>& entries) {
    std::vector<std::string> list;
    for (const AgendaEntry* entry : entries) list.push_back(entry->title);
    return list;
}

using Titles = std::vector<std::string>;

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

TEST_CASE("RC-3 windows stand in the order of time, with what speaks against each and where it could go") {
    Plan model;
    model.add(planned("rel_c", "Search", "Omar", "2025-11-27T09:00", "2025-11-27T10:00"));
    model.add(planned("rel_a", "Checkout", "Chen", "2025-11-26T21:00", "2025-11-26T22:30"));
    model.add(planned("rel_b", "Checkout", "Kofi", "2025-11-26T22:00", "2025-11-26T23:00"));
    Agenda agenda;
    settle(agenda, model);
    const auto coming = agenda.coming("");
    CHECK(titles(coming) == Titles{"Checkout 4.2.0", "Checkout 4.2.0", "Search 4.2.0"});
    REQUIRE(coming[0]->conflicts.size() == 1);
    CHECK(coming[0]->conflicts[0].rule == "window-product");
    CHECK(coming[0]->slot == "Thu 27 Nov, 21:00–22:30, Europe/Berlin, UTC+1");
    CHECK(coming[0]->people == "Chen deploys");
    CHECK(coming[2]->conflicts.empty());
    CHECK(coming[2]->slot.empty());
    CHECK(agenda.products() == Titles{"Checkout", "Search"});
    CHECK(titles(agenda.coming("Search")) == Titles{"Search 4.2.0"});
}

TEST_CASE("a freeze of all products stands with every product, until its last moment") {
    Plan model;
    desk::test::Copy copy = desk::test::Copy::created();
    copy.around.zones = model.zones;
    copy.act(command::AddFreeze{"f1", "2025-11-25T00:00", "2025-11-26T00:00", "Europe/Berlin", "Audit", true});
    auto release = std::make_unique<Release>("rel_f", octoacme());
    release->absorb(copy.release().log().everything());
    model.add(std::move(release));
    model.add(planned("rel_a", "Search", "Omar", "2025-11-25T21:00", "2025-11-25T22:30"));
    Agenda agenda;
    settle(agenda, model);
    CHECK(titles(agenda.coming("Search")) == Titles{"Audit", "Search 4.2.0"});
    CHECK(agenda.coming("Search")[1]->conflicts[0].rule == "window-freeze");
    CHECK(agenda.next_boundary_ms(model.now_ms) == agenda.coming("")[0]->span.from_ms);
    model.now_ms = agenda.coming("")[0]->span.to_ms;
    settle(agenda, model);
    CHECK(titles(agenda.coming("")) == Titles{"Audit"}); // the window has passed, the freeze holds
    model.now_ms += 1;
    settle(agenda, model);
    CHECK(agenda.coming("").empty());
    CHECK(titles(agenda.past("")) == Titles{"Audit"});
}

TEST_CASE("what is still to be deployed and has no window to come is told, with why") {
    Plan model;
    model.add(planned("rel_a", "Checkout", "Chen"));
    model.add(planned("rel_b", "Search", "Omar", "2025-11-24T12:00", "2025-11-24T13:00"));
    Live live("rel_c", "Billing"); // it is in production, and needs none
    auto deployed = std::make_unique<Release>("rel_c", octoacme());
    deployed->absorb(live.copy.release().log().everything());
    model.add(std::move(deployed));
    Agenda agenda;
    settle(agenda, model);
    CHECK(agenda.coming("").empty());
    const auto waiting = agenda.unscheduled("");
    REQUIRE(waiting.size() == 2);
    CHECK(waiting[0]->note == "Waits for a window");
    CHECK(waiting[1]->note == "Passed: Mon 24 Nov, 12:00–13:00, Europe/Berlin, UTC+1");
    CHECK(waiting[1]->passed);
}

TEST_CASE("hundreds of windows are looked at over several frames, and what is known stands meanwhile") {
    Plan model;
    for (int i = 0; i < 300; ++i)
        model.add(planned("rel_" + std::to_string(i), "Product " + std::to_string(i), "Chen", "2025-11-26T21:00",
                          "2025-11-26T22:30"));
    Agenda agenda;
    CHECK_FALSE(agenda.refresh(model));
    settle(agenda, model);
    const auto conflicts = [&] {
        return agenda.coming("").back()->conflicts.size() + agenda.coming("").back()->more_conflicts;
    };
    CHECK(conflicts() == 299);
    CHECK(agenda.coming("").back()->conflicts.size() == 3);
    const auto edition = agenda.edition();
    agenda.refresh(model);
    CHECK(agenda.edition() == edition);
    model.now_ms += minute;
    CHECK_FALSE(agenda.refresh(model));
    CHECK(conflicts() == 299);
}

TEST_CASE("RC-3 the calendar tells what is next, leads to where a window is set, and leaves as a file") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.desk->address_changed("#/calendar");
    window.settle();
    CHECK(window.machine.title == "Calendar · OctoAcme Release Desk");
    CHECK(window.has(Role::text, "No windows yet"));
    const auto ours = planned("rel_a", "Checkout", "Chen", "2025-11-26T21:00", "2025-11-26T22:30");
    const auto theirs = planned("rel_b", "Search", "Chen", "2025-11-26T22:00", "2025-11-26T23:00");
    window.import({{"a.release.json", write_release_file(*ours)}, {"b.release.json", write_release_file(*theirs)}});
    for (const float width : {390.0F, 900.0F, 1280.0F}) {
        window.size = {.width = width, .height = 800};
        window.desk->address_changed("#/calendar");
        window.settle();
        CAPTURE(width);
        CHECK(window.has(Role::link, "Checkout 4.2.0"));
        CHECK(window.has(Role::text, "2 windows in conflict"));
        CHECK(window.has(Role::heading, "Wed 26 Nov"));
        CHECK(window.has(Role::text,
                         "Chen deploys Search 4.2.0 at the same time: Wed 26 Nov, 22:00–23:00, Europe/Berlin, UTC+1"));
        CHECK(window.has(Role::text, "Next free slot: Thu 27 Nov, 21:00–22:30, Europe/Berlin, UTC+1"));
    }
    window.machine.now_ms += minute; // the toast has gone
    window.settle();
    CHECK(window.desk->wants_frame() < 0); // nothing begins within a day
    window.press(Role::button, "Export calendar");
    REQUIRE(window.machine.saved.size() == 1);
    CHECK(window.machine.saved[0].name == "deployment-windows.ics");
    CHECK(window.machine.saved[0].bytes ==
          calendar_text({ours.get(), theirs.get()}, {window.machine.now_ms, {}, zones()}));
    window.press(Role::button, "Search");
    CHECK(window.has(Role::text, "1 window in conflict"));
    window.press(Role::link, window.named(Role::link, "Search 4.2.0, Saved carts, Wed 26 Nov, 22:00–23:00"));
    CHECK(window.machine.address == "#/release/rel_b/decision/window");
}

TEST_CASE("a calendar at rest is drawn anew when a window begins, and what is past is folded away") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.import({{"a.release.json", write_release_file(*planned("rel_a", "Checkout", "Chen", "2025-11-24T21:00",
                                                                  "2025-11-24T22:30"))}});
    window.desk->address_changed("#/calendar");
    window.settle();
    CHECK(window.has(Role::heading, "Mon 24 Nov, today"));
    CHECK(window.desk->wants_frame() > 0);
    CHECK(window.desk->wants_frame() < 4 * 3600 + 1);
    window.machine.now_ms += 5 * hour;
    window.settle();
    CHECK(window.has(Role::heading, "Under way"));
    CHECK(window.has(Role::text, "Now"));
    window.machine.now_ms += day;
    window.settle();
    CHECK(window.has(Role::heading, "No window yet"));
    CHECK(window.has(Role::text, "Nothing is planned"));
}

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
