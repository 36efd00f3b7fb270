// What the views are a function of: the releases and a few facts about this copy. Const for them: they answer intents.
#pragma once

#include "core/commands/command.hpp"
#include "core/release/release.hpp"
#include "core/storage.hpp"
#include "ui/app/route.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace desk::ui {

enum class SaveState { saved, saving, not_saved };
enum class ThemeChoice { system, light, dark };

struct Toast {
    std::string text;
    bool bad = false; // stays until dismissed
    double shown_at = 0; // seconds of the frame clock
};

// An answer "no" that the user should see where they acted.
struct Refused {
    std::string release; // id; empty: about no release
    std::string about;   // what was tried: key of the item, role or phase
    Refusal refusal;
};

struct Model {
    std::map<std::string, std::unique_ptr<Release>> releases; // by id
    std::shared_ptr<const Guide> guide;                       // for new releases
    bool loading = true;
    std::optional<StorageError> store_problem; // the store could not be opened
    std::vector<QuarantinedBytes> quarantined;

    SaveState save = SaveState::saved;
    std::string save_problem; // why not saved, one sentence

    std::string my_name; // empty until given
    ThemeChoice theme = ThemeChoice::system;
    std::int64_t now_ms = 0;
    std::int32_t utc_offset_minutes = 0;
    std::int64_t last_export_ms = 0; // 0: never
    std::string durability;          // of the store, for people

    Route route;
    std::optional<Refused> refused;
    std::optional<Toast> toast;

    // The world around one release, for the core.
    Surroundings around(const Release& release) const;
    Surroundings around_product(const std::string& product) const;
};

} // namespace desk::ui
