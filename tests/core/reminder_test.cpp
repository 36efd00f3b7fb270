// When a copy that may be lost ought to be exported.
#include "core/reminder.hpp"

#include "desk_copy.hpp"

#include "core/commands/seal.hpp"

#include <doctest/doctest.h>

using namespace desk;
using namespace desk::test;

namespace {

constexpr std::int64_t day = 86'400'000;

} // namespace

TEST_CASE("What nobody has exported is what no seal names, of one person, and from when the oldest of it is") {
    Copy copy = Copy::created();
    const std::int64_t created = copy.around.now_ms;
    CHECK(unexported_since(copy.release().log(), "Ana") == created);
    CHECK_FALSE(unexported_since(copy.release().log(), "Bruno").has_value());

    copy.take(seal_own(copy.release(), copy.author()));
    CHECK_FALSE(unexported_since(copy.release().log(), "Ana").has_value());

    copy.act(command::SetField{"name", "Saved carts and lists"});
    const std::int64_t renamed = copy.around.now_ms;
    copy.act(command::SetField{"name", "Saved carts"});
    CHECK(unexported_since(copy.release().log(), "Ana") == renamed);

    // Another copy of the same release that has exported it brings its seal along.
    Copy other = copy.fork("other");
    other.take(seal_own(other.release(), other.author()));
    copy.merge(other);
    CHECK_FALSE(unexported_since(copy.release().log(), "Ana").has_value());
}

TEST_CASE("An export is due where the store may be removed, after seven days, and a week after it was put off") {
    const std::int64_t now = 100 * day;
    CHECK(export_is_due(true, now - 7 * day, 0, now));
    CHECK_FALSE(export_is_due(true, now - 7 * day + 1, 0, now));
    CHECK_FALSE(export_is_due(false, now - 70 * day, 0, now));
    CHECK_FALSE(export_is_due(true, std::nullopt, 0, now));
    CHECK_FALSE(export_is_due(true, now - 70 * day, now - 7 * day + 1, now));
    CHECK(export_is_due(true, now - 70 * day, now - 7 * day, now));
    CHECK(export_is_due(true, now - 70 * day, now + day, now)); // put off by a clock that was wrong
}
