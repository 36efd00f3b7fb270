// One running copy of the app without views: its controller, its machine and a store.
#pragma once

#include "machine.hpp"
#include "ui/app/controller.hpp"

#include <memory>
#include <string>
#include <utility>

namespace desk::ui {

struct Copy {
    explicit Copy(FakeStorage& storage, std::uint64_t seed = 1) {
        machine.store = &storage;
        machine.last_random = seed * 1'000'003;
        controller = std::make_unique<Controller>(machine.ports());
        controller->start("");
        storage.settle();
    }
    const Model& model() const { return controller->model(); }
    template <typename One> void please(One one) {
        Intents intents;
        intents.emplace_back(std::move(one));
        controller->carry_out(std::move(intents));
    }
    std::string create(const char* product = "Checkout", const char* version = "4.2.0") {
        please(intent::Create{{product, version, "minor", "Saved carts"}});
        return model().route.release;
    }
    void set_name(const std::string& release, const char* name) {
        please(intent::Do{release, command::SetField{"name", name}, "Renamed"});
    }
    const Release& release(const std::string& id) const { return *model().releases.at(id); }
    std::string exported(const std::string& id) {
        please(intent::Export{id});
        return machine.saved.back().bytes;
    }

    // A file, with what it brings taken in.
    void import(std::string bytes, const char* name = "a.release.json") {
        controller->files_arrived({{name, std::move(bytes)}});
        please(intent::Import{});
    }

    Machine machine;
    std::unique_ptr<Controller> controller;
};

struct NamedCopy : Copy {
    explicit NamedCopy(FakeStorage& storage, std::uint64_t seed = 1, const char* name = "Ana") : Copy(storage, seed) {
        please(intent::SetMyName{name});
        storage.settle();
    }
};

} // namespace desk::ui
