// What the desk promises about saving, sharing and coming back.
#include "running_copy.hpp"

#include "core/log/seals.hpp"

#include <doctest/doctest.h>

using namespace desk;
using namespace desk::ui;

namespace {

const StorageError disk_full{StorageError::Reason::full, "There is no space left. Make some, then try again."};

std::size_t stored_ops(const FakeStorage& storage) {
    std::size_t count = 0;
    for (const Pack& pack : storage.contents.packs) count += pack.count;
    return count;
}

} // namespace

TEST_CASE("what is done shows at once, and is called saved only when it is durable") {
    FakeStorage storage;
    NamedCopy copy(storage);
    REQUIRE(copy.model().save == SaveProgress::saved);
    const std::string id = copy.create();
    CHECK(copy.release(id).state().version.text == "4.2.0");
    CHECK(copy.model().save == SaveProgress::saving);
    CHECK(copy.controller->unsaved());
    CHECK(storage.contents.packs.empty());
    storage.settle();
    CHECK(copy.model().save == SaveProgress::saved);
    CHECK_FALSE(copy.controller->unsaved());
    CHECK(stored_ops(storage) == copy.release(id).log().size());
}

TEST_CASE("a failure is told, nothing of what was done is lost, and a retry keeps the order") {
    FakeStorage storage;
    NamedCopy copy(storage);
    const std::string id = copy.create();
    storage.settle();
    storage.write_failure = disk_full;
    copy.set_name(id, "First");
    copy.set_name(id, "Second");
    storage.settle();
    CHECK(copy.model().save == SaveProgress::not_saved);
    CHECK(copy.model().save_problem == disk_full.text);
    CHECK(copy.controller->unsaved());
    CHECK(copy.release(id).state().name.text == "Second");

    SUBCASE("by hand") {
        copy.please(intent::RetrySave{});
        CHECK(copy.model().save == SaveProgress::saving);
        storage.settle();
        CHECK(copy.model().save == SaveProgress::not_saved);
        storage.write_failure.reset();
        copy.please(intent::RetrySave{});
    }
    SUBCASE("with the next thing that is done") {
        storage.write_failure.reset();
        copy.set_name(id, "Third");
    }
    storage.settle();
    CHECK(copy.model().save == SaveProgress::saved);
    CHECK(stored_ops(storage) == copy.release(id).log().size());
    Copy later(storage, 2);
    CHECK(later.release(id).digest() == copy.release(id).digest());
}

TEST_CASE("what is not saved can be exported at once") {
    FakeStorage storage;
    NamedCopy copy(storage);
    const std::string id = copy.create();
    storage.settle();
    storage.write_failure = disk_full;
    copy.set_name(id, "Only in memory");
    storage.settle();
    copy.please(intent::Export{});
    REQUIRE(copy.machine.saved.size() == 1);
    CHECK(copy.machine.saved[0].name == "checkout-4.2.0.release.json");
    CHECK(copy.machine.saved[0].bytes.find("Only in memory") != std::string::npos);
}

TEST_CASE("an export seals what was done under one's own name, and only once") {
    FakeStorage storage;
    NamedCopy ana(storage);
    const std::string id = ana.create();
    const std::string file = ana.exported(id);
    storage.settle();
    CHECK(file.find("\"k\":\"seal\"") != std::string::npos);
    CHECK(check_seals(ana.release(id).log()).unsealed == 0);
    CHECK(ana.exported(id) == file);
    // It is stored like everything else.
    CHECK(Copy(storage, 2).release(id).log().size() == ana.release(id).log().size());
    // Who passes it on adds nothing; who has changed something seals that.
    FakeStorage elsewhere;
    NamedCopy bruno(elsewhere, 3, "Bruno");
    bruno.import(file);
    CHECK(bruno.exported(id) == file);
    bruno.set_name(id, "Carts");
    const std::string more = bruno.exported(id);
    CHECK(check_seals(bruno.release(id).log()).seals == 2);
    CHECK(bruno.exported(id) == more);
}

TEST_CASE("an export counts when its file was written, and not when the person chose otherwise or it failed") {
    FakeStorage storage;
    NamedCopy copy(storage);
    const std::string id = copy.create();
    storage.settle();
    copy.please(intent::DismissToast{});

    copy.machine.save_answer = {false, {}, {}};
    copy.please(intent::Export{id});
    CHECK(copy.model().last_export_ms == 0);
    CHECK_FALSE(copy.model().toast.has_value());

    copy.machine.save_answer = {false, {}, "/media/stick is full."};
    copy.please(intent::Export{id});
    CHECK(copy.model().last_export_ms == 0);
    REQUIRE(copy.model().toast.has_value());
    CHECK(copy.model().toast->bad);
    CHECK(copy.model().toast->text == "/media/stick is full.");

    copy.machine.save_answer = {true, "/home/ana/checkout.release.json", {}};
    copy.please(intent::Export{id});
    CHECK(copy.model().last_export_ms == copy.machine.now_ms);
    CHECK(copy.model().toast->text == "Exported to /home/ana/checkout.release.json");
    CHECK_FALSE(copy.model().toast->bad);
    storage.settle();
    CHECK(Copy(storage, 2).model().last_export_ms == copy.machine.now_ms);

    copy.machine.save_answer = {true, {}, {}};
    copy.please(intent::Export{id});
    CHECK(copy.model().toast->text == "Exported checkout-4.2.0.release.json");
    copy.please(intent::SaveText{"notes.md", "# Notes"});
    CHECK(copy.model().toast->text == "Saved notes.md");
}

TEST_CASE("what is said after a long rest stays as long as anything else") {
    FakeStorage storage;
    NamedCopy ana(storage);
    const std::string file = ana.exported(ana.create());
    FakeStorage other;
    NamedCopy bruno(other, 2);
    bruno.controller->tick(false);
    bruno.machine.now_ms += 60'000; // in the file picker
    bruno.import(file);
    bruno.controller->tick(false);
    REQUIRE(bruno.model().toast.has_value());
    CHECK(bruno.controller->toast_left() > 5);
}

TEST_CASE("a store that cannot be opened does not stop the work, and takes it when it opens") {
    FakeStorage storage;
    storage.load_failure = StorageError{StorageError::Reason::unavailable, "The store is in use elsewhere."};
    Copy copy(storage);
    CHECK(copy.model().store_problem.has_value());
    CHECK(copy.model().save == SaveProgress::not_saved);
    copy.please(intent::SetMyName{"Ana"});
    const std::string id = copy.create();
    storage.settle();
    CHECK(copy.model().save == SaveProgress::not_saved);
    CHECK(storage.contents.packs.empty());
    storage.load_failure.reset();
    copy.please(intent::RetrySave{});
    storage.settle();
    CHECK_FALSE(copy.model().store_problem.has_value());
    CHECK(copy.model().save == SaveProgress::saved);
    CHECK(stored_ops(storage) == copy.release(id).log().size());
}

TEST_CASE("ids that another copy has used are left to it, and both contents are kept") {
    FakeStorage storage;
    NamedCopy copy(storage);
    const std::string id = copy.create();
    storage.settle();
    const Pack first = storage.contents.packs.front();
    const auto next_seq = copy.release(id).log().last_seq(first.actor) + 1;
    storage.contents.packs.push_back({id, first.actor, next_seq, 1, "{\"somebody\":\"else\"}\n"});
    copy.set_name(id, "Mine");
    storage.settle();
    CHECK(copy.model().save == SaveProgress::saved);
    copy.set_name(id, "Mine again");
    storage.settle();
    const auto heads = copy.release(id).log().heads("name");
    REQUIRE(heads.size() == 1);
    CHECK(heads[0]->id.actor != first.actor);
    CHECK(heads[0]->id.seq == 1);
    Copy later(storage, 2);
    CHECK(later.release(id).state().name.text == "Mine again");
    CHECK(later.model().quarantined.size() == 1);
}

TEST_CASE("everything is there again at the next start, made by another actor") {
    FakeStorage storage;
    std::string id, digest;
    {
        NamedCopy copy(storage);
        id = copy.create();
        copy.please(intent::SetTheme{ThemeChoice::dark});
        copy.please(intent::SetContrast{ContrastChoice::high});
        digest = copy.release(id).digest();
        storage.settle();
    }
    Copy again(storage, 2);
    CHECK(again.model().my_name == "Ana");
    CHECK(again.model().theme == ThemeChoice::dark);
    CHECK(again.model().contrast == ContrastChoice::high);
    CHECK(again.release(id).digest() == digest);
    again.set_name(id, "Another day");
    const auto heads = again.release(id).log().heads("name");
    REQUIRE(heads.size() == 1);
    CHECK(heads[0]->id.seq == 1);
}

TEST_CASE("a refusal changes nothing and says why") {
    FakeStorage storage;
    NamedCopy copy(storage);
    const std::string id = copy.create();
    storage.settle();
    const auto before = copy.release(id).log().size();
    copy.please(intent::Do{id, command::Advance{Phase::staging, {}, {}, {}}, "Started"});
    REQUIRE(copy.model().refused.has_value());
    CHECK(copy.model().refused->release == id);
    CHECK(copy.model().refused->about == "staging");
    CHECK_FALSE(copy.model().refused->refusal.blockers.empty());
    CHECK(copy.release(id).log().size() == before);
    CHECK(copy.model().save == SaveProgress::saved);
    copy.please(intent::DismissRefusal{});
    CHECK_FALSE(copy.model().refused.has_value());
}

TEST_CASE("the first act waits for a name, and is done when it is given") {
    FakeStorage storage;
    Copy copy(storage);
    copy.create();
    CHECK(copy.model().name_wanted);
    CHECK(copy.model().releases.empty());
    SUBCASE("given") {
        copy.please(intent::SetMyName{"  Ana "});
        CHECK_FALSE(copy.model().name_wanted);
        REQUIRE(copy.model().releases.size() == 1);
        CHECK(copy.model().releases.begin()->second->state().holds("release-manager", "Ana"));
    }
    SUBCASE("not given") {
        copy.please(intent::LeaveUnnamed{});
        copy.please(intent::SetMyName{"Ana"});
        CHECK(copy.model().releases.empty());
    }
}

TEST_CASE("what another window appended appears here") {
    FakeStorage storage;
    NamedCopy here(storage);
    const std::string id = here.create();
    storage.settle();
    FakeStorage their_storage;
    their_storage.contents = storage.contents;
    Copy there(their_storage, 2);
    there.set_name(id, "From there");
    their_storage.settle();
    storage.another_window_appends({their_storage.contents.packs.back()});
    storage.settle();
    CHECK(here.release(id).state().name.text == "From there");
    CHECK(here.controller->has_changed());
}

TEST_CASE("bytes that cannot be read are put aside, and the rest loads") {
    FakeStorage storage;
    std::string id;
    {
        NamedCopy copy(storage);
        id = copy.create();
        storage.settle();
    }
    storage.contents.packs.push_back({id, "zzzz", 1, 1, "not an op\n"});
    storage.contents.packs.push_back({"rel_orphan", "zzzz", 1, 1,
                                      R"({"a":"zzzz","s":1,"t":1,"w":1,"by":"Ana","k":"set","i":"name","v":"x"})"
                                      "\n"});
    Copy again(storage, 2);
    CHECK(again.model().releases.size() == 1);
    REQUIRE(again.model().quarantined.size() == 2);
    CHECK(again.model().quarantined[0].bytes == "not an op\n");
}

TEST_CASE("the address and the title follow where the user is") {
    FakeStorage storage;
    NamedCopy copy(storage);
    CHECK(copy.machine.address == "#/releases");
    CHECK(copy.machine.title == "Releases · OctoAcme Release Desk");
    const std::string id = copy.create();
    CHECK(copy.machine.address == "#/release/" + id + "/overview");
    copy.controller->address_changed("#/release/" + id + "/notes");
    CHECK(copy.model().route.section == Section::notes);
    CHECK(copy.machine.title == "Checkout 4.2.0, Notes · OctoAcme Release Desk");
}

TEST_CASE("a toast goes by itself, unless it is being read") {
    FakeStorage storage;
    NamedCopy copy(storage);
    copy.create();
    REQUIRE(copy.model().toast.has_value());
    CHECK(copy.controller->toast_left() == doctest::Approx(6));
    copy.machine.now_ms += 4000;
    copy.controller->tick(true);
    CHECK(copy.controller->toast_left() == doctest::Approx(6));
    copy.machine.now_ms += 6000;
    copy.controller->tick(false);
    CHECK_FALSE(copy.model().toast.has_value());
    CHECK(copy.controller->toast_left() < 0);
}

TEST_CASE("the theme follows the system until it is chosen") {
    FakeStorage storage;
    Copy copy(storage);
    CHECK_FALSE(copy.model().dark);
    copy.machine.look.dark = true;
    copy.controller->tick(false);
    CHECK(copy.model().dark);
    copy.please(intent::SetTheme{ThemeChoice::light});
    CHECK_FALSE(copy.model().dark);
}

TEST_CASE(
    "until the store has told, and where it cannot, the look is the one that was chosen when this was known last") {
    FakeStorage storage;
    Machine machine;
    machine.store = &storage;
    Controller controller(machine.ports());
    controller.start("", {ThemeChoice::dark, ContrastChoice::high});
    CHECK(controller.model().dark);
    CHECK(controller.model().high_contrast);
    storage.contents.settings = {{"theme", "light"}};
    storage.settle();
    controller.tick(false);
    CHECK_FALSE(controller.model().dark);
    CHECK(controller.model().high_contrast);
}

TEST_CASE("contrast follows the system until it is chosen, and light and dark are chosen apart from it") {
    FakeStorage storage;
    Copy copy(storage);
    CHECK_FALSE(copy.model().high_contrast);
    copy.machine.look = {true, true, std::nullopt};
    copy.controller->tick(false);
    CHECK(copy.model().high_contrast);
    CHECK(copy.model().dark);
    copy.please(intent::SetContrast{ContrastChoice::standard});
    CHECK_FALSE(copy.model().high_contrast);
    copy.please(intent::SetTheme{ThemeChoice::light});
    copy.please(intent::SetContrast{ContrastChoice::high});
    CHECK(copy.model().high_contrast);
    CHECK_FALSE(copy.model().dark);
    copy.machine.look = {};
    copy.controller->tick(false);
    CHECK(copy.model().high_contrast);
}
