// What arrives in files is shown before it is kept, and then kept whole.
#include "core/file/release_file.hpp"
#include "core/file/workspace.hpp"
#include "live.hpp"
#include "running_copy.hpp"
#include "window.hpp"

#include <doctest/doctest.h>

using namespace desk;
using namespace desk::ui;

TEST_CASE("what a file brings is shown before anything of it is kept") {
    FakeStorage storage, other_storage;
    NamedCopy ana(storage);
    const std::string id = ana.create();
    NamedCopy bruno(other_storage, 2, "Bruno");
    other_storage.settle();
    const int appends = other_storage.appends;
    bruno.controller->files_arrived({{"a.release.json", ana.exported(id)}});
    other_storage.settle();

    CHECK(bruno.model().route.place == Place::import);
    REQUIRE(bruno.model().preview.has_value());
    CHECK(bruno.model().preview->counts.added == 7); // what she did, and the seal of her export
    CHECK(bruno.model().preview->counts.known == 0);
    CHECK(bruno.model().releases.empty());
    CHECK(other_storage.appends == appends);
    CHECK(other_storage.contents.guides.empty());

    SUBCASE("left, nothing of it is here") {
        bruno.please(intent::LeaveImport{});
        CHECK_FALSE(bruno.model().preview.has_value());
        CHECK(bruno.model().route == Route{});
        CHECK(bruno.model().releases.empty());
    }
    SUBCASE("imported, all of it is here and stored") {
        bruno.please(intent::Import{});
        CHECK_FALSE(bruno.model().preview.has_value());
        other_storage.settle();
        CHECK(Copy(other_storage, 3).release(id).digest() == ana.release(id).digest());
    }
}

TEST_CASE("several files are one preview: each release once, whatever files say of it") {
    FakeStorage storage, other_storage, third_storage;
    NamedCopy ana(storage);
    const std::string id = ana.create(), second = ana.create("Billing", "1.0.0");
    NamedCopy bruno(other_storage, 2, "Bruno");
    bruno.import(ana.exported(id));
    bruno.set_name(id, "Bruno's name");
    const std::string ours = ana.exported(id), theirs = bruno.exported(id), other = ana.exported(second);

    NamedCopy kofi(third_storage, 3, "Kofi");
    kofi.controller->files_arrived({{"a.release.json", ours}, {"b.release.json", theirs}, {"c.release.json", other}});
    REQUIRE(kofi.model().preview.has_value());
    CHECK(kofi.model().preview->files.size() == 3);
    CHECK(kofi.model().preview->releases.size() == 2);
    CHECK(kofi.model().preview->counts.added == 16);
    kofi.please(intent::Import{});
    CHECK(kofi.model().releases.size() == 2);
    CHECK(kofi.release(id).state().name.text == "Bruno's name");
    CHECK(kofi.model().route == Route{});
    CHECK(kofi.model().toast->text == "2 releases: 13 new, 0 known");
}

TEST_CASE("a workspace brings all of its releases") {
    FakeStorage storage, other_storage;
    NamedCopy ana(storage);
    const std::string id = ana.create(), second = ana.create("Billing", "1.0.0");
    NamedCopy bruno(other_storage, 2, "Bruno");
    bruno.import(write_workspace({&ana.release(id), &ana.release(second)}), "all.workspace.json");
    for (const auto& problem : bruno.model().import_problems) FAIL(problem.text);
    other_storage.settle();
    CHECK(bruno.model().releases.size() == 2);
    for (const std::string& one : {id, second})
        CHECK(Copy(other_storage, 3).release(one).digest() == ana.release(one).digest());
}

TEST_CASE("two copies that changed the same thing keep both answers, until it is decided with the import or later") {
    FakeStorage storage, other_storage;
    NamedCopy ana(storage);
    const std::string id = ana.create();
    NamedCopy bruno(other_storage, 2, "Bruno");
    bruno.import(ana.exported(id));
    bruno.set_name(id, "Bruno's name");
    ana.set_name(id, "Ana's name");
    ana.controller->files_arrived({{"b.release.json", bruno.exported(id)}});
    REQUIRE(ana.model().preview.has_value());
    CHECK(ana.model().preview->conflicts == 1);
    const Conflict conflict = ana.model().preview->releases[0].arrival->both.state().conflicts.at(0);
    CHECK(conflict.about == "name");

    SUBCASE("decided") {
        ana.please(intent::Import{{{id, command::Resolve{conflict.about, conflict.heads[1].value, {}}}}});
        CHECK_FALSE(ana.release(id).state().name.disputed);
        CHECK(ana.release(id).state().name.text == conflict.heads[1].value.text());
        bruno.import(ana.exported(id));
        CHECK_FALSE(bruno.release(id).state().name.disputed);
    }
    SUBCASE("later") {
        ana.please(intent::Import{});
        CHECK(ana.model().toast->text.find("1 conflict") != std::string::npos);
        CHECK(ana.release(id).state().name.disputed);
        storage.settle();
        Copy later(storage, 3);
        CHECK(later.release(id).digest() == ana.release(id).digest());
    }
}

TEST_CASE("an entry in two versions counts as what it adds, and the preview says where its versions are") {
    desk::test::Copy ana = desk::test::Copy::created();
    const std::string sound = write_release_file(ana.release());
    std::string other = sound;
    other.replace(other.find("Saved carts"), 11, "Other carts");
    FakeStorage storage;
    FrontEnd window(storage);
    SUBCASE("here and in the file") {
        window.import({{"a.release.json", sound}});
        window.desk->files_arrived({{"b.release.json", other}});
        window.settle();
        CHECK(window.has(Role::list_item, "1 New, will be added"));
        CHECK(window.has(Role::button, "Import 1 entry"));
        CHECK(window.named(Role::text, "1 entry says something else here than in the file") != "");
    }
    SUBCASE("both in the files, and the release not here yet") {
        window.desk->files_arrived({{"a.release.json", sound}, {"b.release.json", other}});
        window.settle();
        CHECK(window.has(Role::list_item, "7 New, will be added"));
        CHECK(window.has(Role::heading, "Checkout 4.2.0: 7 new entries"));
        CHECK(window.has(Role::button, "Import 7 entries"));
        CHECK(window.named(Role::text, "1 entry arrives in two versions") != "");
    }
}

TEST_CASE("a preview follows what happens meanwhile on this copy") {
    FakeStorage storage, other_storage;
    NamedCopy ana(storage);
    const std::string id = ana.create();
    NamedCopy bruno(other_storage, 2, "Bruno");
    bruno.import(ana.exported(id));
    bruno.set_name(id, "Bruno's name");
    ana.controller->files_arrived({{"b.release.json", bruno.exported(id)}});
    CHECK(ana.model().preview->conflicts == 0);
    ana.set_name(id, "Ana's name"); // in another window, say
    ana.controller->tick(false);
    CHECK(ana.model().preview->conflicts == 1);
}

TEST_CASE("a file that is bad anywhere changes nothing, and is told with its line") {
    FakeStorage storage, other_storage;
    NamedCopy copy(storage);
    const std::string id = copy.create();
    storage.settle();
    NamedCopy other(other_storage, 2, "Bruno");
    std::string bytes = copy.exported(id);
    storage.settle();
    const auto stored_before = storage.contents.packs.size();
    const std::size_t at = bytes.rfind("\"a\":");
    bytes.replace(at, 4, "\"b\":");
    other.controller->files_arrived({{"broken.release.json", bytes}});
    other_storage.settle();
    CHECK(other.model().releases.empty());
    CHECK(other_storage.contents.packs.empty());
    CHECK(other_storage.contents.guides.empty());
    REQUIRE(other.model().import_problems.size() == 1);
    CHECK(other.model().import_problems[0].file == "broken.release.json");
    CHECK(other.model().import_problems[0].line > 0);
    CHECK_FALSE(other.model().import_problems[0].text.empty());
    copy.controller->files_arrived({{"broken.release.json", bytes}, {"words.txt", "hello"}});
    storage.settle();
    CHECK(copy.model().import_problems.size() == 2);
    CHECK(storage.contents.packs.size() == stored_before);
    copy.please(intent::DismissImportProblems{});
    CHECK(copy.model().import_problems.empty());
}

TEST_CASE("a file that the platform could not read is named with the reason") {
    FakeStorage storage;
    Copy copy(storage);
    copy.controller->files_arrived({{"gone.release.json", {}, "cannot be read: it has gone"}});
    REQUIRE(copy.model().import_problems.size() == 1);
    CHECK(copy.model().import_problems[0].file == "gone.release.json");
    CHECK(copy.model().import_problems[0].text == "cannot be read: it has gone");
}

TEST_CASE("an imported release is the same here, and importing it again changes nothing") {
    FakeStorage storage, other_storage;
    NamedCopy ana(storage);
    const std::string id = ana.create();
    const std::string file = ana.exported(id);
    NamedCopy bruno(other_storage, 2, "Bruno");
    bruno.import(file);
    CHECK(bruno.model().route.release == id);
    REQUIRE(bruno.model().toast.has_value());
    CHECK(bruno.model().toast->text.find("Checkout 4.2.0: ") == 0);
    CHECK(bruno.model().toast->text.find("6 new, 0 known") != std::string::npos);
    other_storage.settle();
    CHECK(bruno.model().save == SaveProgress::saved);
    CHECK(bruno.release(id).digest() == ana.release(id).digest());
    CHECK(bruno.exported(id) == file);

    const int appends = other_storage.appends;
    const auto ops = bruno.release(id).log().size();
    bruno.import(file);
    other_storage.settle();
    CHECK(bruno.model().toast->text.find("0 new, 6 known") != std::string::npos);
    CHECK(bruno.release(id).log().size() == ops);
    CHECK(other_storage.appends == appends);
}

TEST_CASE("files that arrive before the store is loaded wait for it") {
    FakeStorage storage, other_storage;
    NamedCopy ana(storage);
    const std::string id = ana.create();
    Machine machine;
    machine.store = &other_storage;
    machine.last_random = 77;
    Controller early(machine.ports());
    early.start("");
    early.files_arrived({{"a.release.json", ana.exported(id)}});
    CHECK_FALSE(early.model().preview.has_value());
    other_storage.settle();
    REQUIRE(early.model().preview.has_value());
    CHECK(early.model().route.place == Place::import);
    Intents intents;
    intents.emplace_back(intent::Import{});
    early.carry_out(std::move(intents));
    other_storage.settle();
    CHECK(early.model().releases.size() == 1);
    CHECK(early.model().save == SaveProgress::saved);
}
