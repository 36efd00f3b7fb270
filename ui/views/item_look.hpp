// How a requirement, checklist item or playbook step stands, by icon and word.
#pragma once

#include "core/release/item.hpp"
#include "ui/icons/icon.hpp"

#include <cstdint>
#include <string>

namespace desk::ui {

struct ItemLook {
    StatusKind kind;
    Icon icon;
    std::string word;
};

// `done` is the word for done: "Met" for requirements. Without the clock: an expired waiver reads "Waived".
ItemLook look_of(const Item&, const char* done);
// The same for a requirement, with the clock: an expired waiver reads "Expired".
ItemLook requirement_look(const Item&, std::int64_t now_ms);

} // namespace desk::ui
