// Times as the views tell them, on their own and inside a sentence.
#include "planned.hpp"

#include "ui/views/words.hpp"

#include <doctest/doctest.h>

using namespace desk;
using namespace desk::ui;
using desk::test::hour;

TEST_CASE("a time is told by its day where that is near, and inside a sentence names of days keep their capital") {
    const Plan model; // Mon 24 Nov 2025, 18:00
    const std::int64_t day = 24 * hour;
    CHECK(time_text(model, model.now_ms) == "Today 18:00");
    CHECK(time_text(model, model.now_ms - day) == "Yesterday 18:00");
    CHECK(time_text(model, model.now_ms + 2 * day) == "Wed 26 Nov, 18:00");
    CHECK(time_text(model, model.now_ms + 60 * day) == "Fri 23 Jan 2026, 18:00");
    CHECK(time_phrase(model, model.now_ms) == "today 18:00");
    CHECK(time_phrase(model, model.now_ms + day) == "tomorrow 18:00");
    CHECK(time_phrase(model, model.now_ms + 2 * day) == "Wed 26 Nov, 18:00");
}
