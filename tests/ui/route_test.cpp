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

TEST_CASE("an address that means nothing leads to the releases") {
    for (const char* address : {"", "#", "#/", "#/nothing", "#/release", "#/release/", "#/release//notes",
                                "#/release/<script>/notes", "javascript:alert(1)", "#//releases"})
        CHECK(route_from(address) == Route{});
    CHECK(route_from("#/release/rel_a/nothing") == Route{Place::releases, "rel_a", Section::overview});
    CHECK(route_from("#/release/rel_a") == Route{Place::releases, "rel_a", Section::overview});
}
