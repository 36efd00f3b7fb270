// Calendar: what it says of the releases, and where it leads.
#include "planned.hpp"
#include "window.hpp"

#include "core/windows/calendar.hpp"
#include "ui/views/agenda.hpp"

using namespace desk;
using namespace desk::ui;
using desk::test::day;
using desk::test::hour;
using desk::test::Live;
using desk::test::minute;
using desk::test::octoacme;
using desk::test::start_ms;

namespace {

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

} // namespace

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
    REQUIRE(agenda.against("rel_a"));
    CHECK(*agenda.against("rel_a") == coming[0]->conflicts[0].text);
    CHECK_FALSE(agenda.against("rel_c"));
    model.releases.erase("rel_b");
    ++model.revision;
    settle(agenda, model);
    CHECK_FALSE(agenda.against("rel_a"));
    model.add(planned("rel_b", "Checkout", "Kofi", "2025-11-26T22:00", "2025-11-26T23:00"));
    settle(agenda, model);
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
          calendar_text({ours.get(), theirs.get()}, {window.machine.now_ms, {}, planned_zones()}));
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
