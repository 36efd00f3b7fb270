// The time zones of this machine, against the shared table.
#include "native/system/zones.hpp"
#include "table.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

TEST_CASE("DC-1 this machine's time zones answer the shared table of local times") {
    desk::test::check_zones(desk::native::system_zones());
}

TEST_CASE("the user's own zone is one that is known") {
    const auto zones = desk::native::system_zones();
    ::setenv("TZ", "Asia/Kathmandu", 1);
    CHECK(desk::native::own_zone() == "Asia/Kathmandu");
    ::setenv("TZ", ":Australia/Lord_Howe", 1);
    CHECK(desk::native::own_zone() == "Australia/Lord_Howe");
    ::setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    CHECK(desk::native::own_zone() == "UTC");
    ::unsetenv("TZ");
    CHECK(zones.offset(desk::native::own_zone(), 0).has_value());
}
