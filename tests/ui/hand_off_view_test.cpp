// Hand-off: what it tells has room in every width.
#include "planned.hpp"
#include "window.hpp"

using namespace desk;
using namespace desk::ui;

TEST_CASE("who hands off, and to whom, stand in lines and not one letter below the other, in a narrow card too") {
    desk::test::Copy copy = desk::test::Copy::created();
    copy.to_stable();
    copy.act(command::HandOff{});
    Release release("rel_a", desk::test::octoacme());
    release.absorb(copy.release().log().everything());
    const std::vector<NamedFile> file = {{"a.release.json", write_release_file(release)}};
    for (const float width : {390.0F, 900.0F, 1120.0F, 1280.0F, 1920.0F}) {
        CAPTURE(width);
        FakeStorage storage;
        FrontEnd window(storage);
        window.size.width = width;
        window.import(file);
        window.desk->address_changed("#/release/rel_a/hand-off");
        window.settle();
        for (const char* row : {"From: ", "To: "}) {
            const std::string name = window.named(Role::group, row);
            REQUIRE_FALSE(name.empty());
            const float height = window.mirror.elements.at(window.id(Role::group, name)).height;
            CHECK(height >= 20);
            CHECK(height <= 3 * 20 + 24); // three lines of names, and the state under them
        }
    }
}
