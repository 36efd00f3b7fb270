// Releases on which copies disagree, and what many releases know of each other.
#include "live.hpp"
#include "running_copy.hpp"
#include "window.hpp"

#include "core/file/release_file.hpp"
#include "ui/app/neighbours.hpp"
#include "ui/views/my_work.hpp"

#include <algorithm>
#include <chrono>

using namespace desk;
using namespace desk::ui;
using desk::test::minute;
using desk::test::octoacme;
using desk::test::start_ms;

namespace {

// Two people waive the same requirement for different reasons, and neither has seen the other.
std::vector<NamedFile> disputed() {
    desk::test::Copy ana = desk::test::Copy::created();
    desk::test::Copy goran = ana.fork("goran");
    ana.act(command::Waive{"ui-approved", "Only words change", "Emeka", ""});
    goran.as("Goran").act(command::Waive{"ui-approved", "The designs stay", "Hana", ""});
    return {{"a.release.json", write_release_file(ana.release())},
            {"b.release.json", write_release_file(goran.release())}};
}

void add_releases(Model& model, int count) {
    for (int i = 0; i < count; ++i) {
        desk::test::Copy copy = desk::test::Copy::created();
        copy.act(command::SetField{"product", "Product " + std::to_string(i / 10)});
        const std::string id = "rel_" + std::to_string(i);
        auto release = std::make_unique<Release>(id, octoacme());
        release->absorb(copy.release().log().everything());
        model.releases.emplace(id, std::move(release));
    }
    model.my_name = "Ana";
    model.now_ms = start_ms;
    ++model.revision;
}

double first_pass_seconds(int releases) {
    Model model;
    add_releases(model, releases);
    MyWork work;
    const auto before = std::chrono::steady_clock::now();
    while (!work.refresh(model)) continue;
    CHECK(work.work().size() == static_cast<std::size_t>(releases));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
}

} // namespace

TEST_CASE(
    "a dispute stands over the releases and in My work, with who said what and the way to it, until it is decided") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.create("Billing"); // it gives the name: Ana
    window.import(disputed());
    window.desk->address_changed("#/releases");
    window.settle();
    REQUIRE(window.has(Role::heading, "1 release needs a decision"));
    const std::string line =
        window.named(Role::list_item, "Checkout 4.2.0: UI changes match approved designs. Ana said waived");
    CHECK(line.find("Goran said") != std::string::npos);
    CHECK(line.find("neither had seen the other") != std::string::npos);
    window.desk->address_changed("#/my-work");
    window.settle();
    CHECK(window.has(Role::heading, "1 release needs a decision"));
    window.press(Role::link, "Decide UI changes match approved designs in Checkout 4.2.0");
    CHECK(window.machine.address.ends_with("/readiness/ui-approved"));
    window.press(Role::button, window.named(Role::button, "Keep waived, as Goran"));
    window.desk->address_changed("#/releases");
    window.settle();
    CHECK_FALSE(window.has(Role::heading, "1 release needs a decision"));
}

TEST_CASE("long texts in dispute are told over the releases by whose they are") {
    desk::test::Copy ana = desk::test::Copy::created(), bruno = ana.fork("bruno");
    ana.act(command::SetField{"rollback:plan", "Switch the load balancer back to the green pool"});
    bruno.as("Bruno").act(command::SetField{"rollback:plan", "Switch the load balancer back to the blue pool"});
    FakeStorage storage;
    FrontEnd window(storage);
    window.import({{"a.release.json", write_release_file(ana.release())},
                   {"b.release.json", write_release_file(bruno.release())}});
    window.desk->address_changed("#/releases");
    window.settle();
    const std::string line = window.named(Role::list_item, "Checkout 4.2.0: Rollback plan. ");
    CHECK(line.find("Ana's text, ") != std::string::npos);
    CHECK(line.find("Bruno's text, ") != std::string::npos);
}

TEST_CASE("neighbours are what the model says is around a release, one release after the other") {
    Model model;
    add_releases(model, 30);
    Neighbours neighbours(model);
    const auto ids_of = [](const Surroundings& around) {
        std::vector<std::string> ids;
        for (const Sibling& sibling : around.siblings) ids.push_back(sibling.id);
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    for (int round = 0; round < 2; ++round)
        for (const auto& [id, release] : model.releases) {
            CAPTURE(id);
            CHECK(ids_of(neighbours.around(*release)) == ids_of(model.around(*release)));
        }
}

// A measurement, told as a ratio and asked for by name (`ui-tests --no-skip -tc="*in proportion*"`): time is no test.
TEST_CASE("the first look at my work takes time in proportion to the releases" * doctest::skip()) {
    const double few = first_pass_seconds(1'000), many = first_pass_seconds(10'000);
    MESSAGE("10 times the releases take ", many / few, " times as long, ", many, " s");
}

TEST_CASE("what has no opposite of its own can be taken back from the toast, as long as it is the last thing done") {
    FakeStorage storage;
    FrontEnd window(storage);
    window.create("Checkout");
    const std::string release = window.machine.address.substr(0, window.machine.address.rfind('/'));
    window.desk->address_changed(release + "/overview");
    window.settle();
    const auto name_it = [&] {
        window.fill("Name", "Saved carts");
        window.desk->request(FocusRequest{window.id(Role::text_field, "Product")}); // it is kept when it is left
        window.settle();
    };
    name_it();
    REQUIRE(window.has(Role::button, "Undo"));
    window.press(Role::button, "Undo");
    CHECK_FALSE(window.has(Role::button, "Undo")); // taken back; no Undo of an Undo
    CHECK(window.mirror.elements[window.id(Role::text_field, "Name")].value.empty());
    name_it();
    CHECK(window.has(Role::button, "Undo"));
    window.press(Role::button, "Start preparing");
    CHECK_FALSE(window.has(Role::button, "Undo")); // a phase is not taken back
}

TEST_CASE("an announcement is handed to the mail program, a long one by way of the clipboard") {
    FakeStorage storage;
    NamedCopy copy(storage);
    copy.please(intent::WriteMail{{"Checkout 4.2.0 is here", "Carts are **kept** now."}});
    CHECK(copy.machine.mail == "mailto:?subject=Checkout%204.2.0%20is%20here&body=Carts%20are%20kept%20now.%0D%0A");
    CHECK(copy.machine.copied.empty());
    copy.please(intent::WriteMail{{"Checkout 4.2.0 is here", std::string(3000, 'a')}});
    CHECK(copy.machine.mail.size() < 300);
    CHECK(copy.machine.copied == std::string(3000, 'a') + "\n");
}
