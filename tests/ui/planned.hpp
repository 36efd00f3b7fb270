// Releases with deployment windows, for tests of the views that tell of many.
#pragma once

#include "fake_storage.hpp"
#include "live.hpp"
#include "machine.hpp"

#include "ui/app/model.hpp"

#include <memory>
#include <string>
#include <vector>

namespace desk::ui {

using Titles = std::vector<std::string>;

inline TimeZones planned_zones() {
    FakeStorage storage;
    Machine machine;
    machine.store = &storage;
    return machine.ports().zones;
}

// A release of its own id, with people who deploy, and a window in Berlin if one is given.
inline std::unique_ptr<Release> planned(const std::string& id, const std::string& product, const std::string& person,
                                        const std::string& start = {}, const std::string& end = {}) {
    test::Copy copy = test::Copy::created();
    copy.around.zones = planned_zones();
    copy.act(command::SetField{"product", product});
    copy.act(command::Assign{"developers", person});
    copy.act(command::Assign{"release-manager", person});
    copy.act(command::Unassign{"release-manager", "Ana"});
    copy.by = person;
    if (!start.empty()) copy.act(command::SetWindow{start, end, "Europe/Berlin"});
    auto release = std::make_unique<Release>(id, test::octoacme());
    release->absorb(copy.release().log().everything());
    return release;
}

// A model of such releases.
struct Plan : Model {
    Plan() {
        zones = planned_zones();
        own_zone = "Europe/Berlin";
        now_ms = test::start_ms + test::hour; // 24 Nov 2025, 18:00 in Berlin
        utc_offset_minutes = 60;
    }
    void add(std::unique_ptr<Release> release) {
        const std::string id = release->id();
        releases[id] = std::move(release);
        ++revision;
    }
};

} // namespace desk::ui
