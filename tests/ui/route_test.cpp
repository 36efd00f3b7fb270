#include "ui/app/route.hpp"

#include <doctest/doctest.h>

using namespace desk::ui;

TEST_CASE("every address leads back to where it was made") {
    for (const Place place :
         {Place::releases, Place::my_work, Place::calendar, Place::metrics, Place::guide, Place::settings}) {
        const Route route{place, {}, Section::overview};
        CHECK(route_from(address_of(route)) == route);
    }
    for (const Section section :
         {Section::overview, Section::readiness, Section::checklist, Section::decision, Section::notes}) {
        const Route route{Place::releases, "rel_abcdefgh234567ij", section};
        CHECK(route_from(address_of(route)) == route);
    }
    CHECK(address_of({Place::releases, "rel_a", Section::checklist}) == "#/release/rel_a/checklist");
}

TEST_CASE("an address points at what stands in a view, however that is called") {
    for (const char* item : {"backup", "item:backup:qa", "evidence:backup:https://ci.example/1?a=b&c=d#e", "支付/100 %",
                             "stop-rollout@~i1", "k3f9.12"}) {
        const Route route{Place::releases, "rel_a", Section::checklist, item};
        CHECK(route_from(address_of(route)) == route);
        const Route part{Place::guide, {}, Section::overview, item};
        CHECK(route_from(address_of(part)) == part);
    }
    CHECK(address_of({Place::releases, "rel_a", Section::decision, "support-lead"}) ==
          "#/release/rel_a/decision/support-lead");
    CHECK(address_of({Place::releases, "rel_a", Section::overview, "a/b c"}) == "#/release/rel_a/overview/a%2Fb%20c");
}

TEST_CASE("an address says which of a place is shown") {
    const Route route{Place::metrics, {}, Section::overview, "fail-rate", "365-days", "Web portal & more"};
    CHECK(address_of(route) == "#/metrics/fail-rate?show=365-days&product=Web%20portal%20%26%20more");
    CHECK(route_from(address_of(route)) == route);
    CHECK(route_from("#/releases?show=conflicts&unknown=1&product") ==
          Route{Place::releases, {}, Section::overview, {}, "conflicts"});
    CHECK(route_from("#/releases?&&=&show=").show.empty());
    Route list{Place::releases, {}, Section::overview};
    list.type = "Minor", list.sort = "window";
    CHECK(address_of(list) == "#/releases?type=Minor&sort=window");
    CHECK(route_from(address_of(list)) == list);
}

TEST_CASE("what cannot be meant in an address is left out") {
    CHECK(route_from("#/release/rel_a/checklist/a%0Ab").item.empty());
    CHECK(route_from("#/release/rel_a/checklist/" + std::string(5000, 'a')).item.empty());
    CHECK(route_from("#/release/rel_a/checklist/a%").item == "a%");
    CHECK(route_from("#/release/rel_a/nothing/backup").item.empty());
    CHECK(route_from("#/nothing/backup?show=conflicts") == Route{});
}

TEST_CASE("an address that means nothing leads to the releases") {
    for (const char* address : {"", "#", "#/", "#/nothing", "#/release", "#/release/", "#/release//notes",
                                "#/release/<script>/notes", "javascript:alert(1)", "#//releases"})
        CHECK(route_from(address) == Route{});
    CHECK(route_from("#/release/rel_a/nothing") == Route{Place::releases, "rel_a", Section::overview});
    CHECK(route_from("#/release/rel_a") == Route{Place::releases, "rel_a", Section::overview});
}
